"""The numbers of the counts that can be tuned; they are read as `PARAMS.counts`, see `planning.params`."""

from __future__ import annotations

from dataclasses import dataclass

from rosterctl.solver.params import TuningNumbers, number


@dataclass(frozen=True)
class CountParams(TuningNumbers):
    """Stage 2: blocks of units, and when a count model counts as solved."""

    joint_officers: int = number(400, 0, 3_000, "officers")
    """Up to so many the bureau is one model. Measured on two cores (2026-11-23): 266 officers take
    seconds.
    """
    near_days: int = number(4, 0, 28, "days")
    """Before and after a shortage or a change of model, letting people off the rotation may help. The cycle
    of four teams: within it every letter comes round once. By reasoning.
    """
    helped_at_once: int = number(150, 0, 3_000, "officers")
    """Up to so many are let off and lent on all dates as soon as a legal minimum is short; of more at first
    near the shortage. Measured on two cores (2026-11-27): with all dates of three brigades (330 officers) it
    takes 62 s of processor time.
    """
    changes_gap: float = number(0.01, 0.0, 0.2, "part of the value")
    """A number of changes this close to its bound counts as solved. The tiers above are solved to the end; a
    hundredth of this one is little. Chosen, not measured.
    """
    plan_gap: float = number(0.05, 0.0, 0.2, "part of the value")
    """The plan and the changes made for it, by their prices, count as solved this close to their bound.
    Chosen, not measured.
    """
    same_heads: float = number(1e-6, 1e-9, 1e-3, "heads")
    """So near to a number of heads the linear relaxation means that number. HiGHS takes a value for whole
    when it is that near to one. Chosen, not measured.
    """
    small_block: int = number(60, 0, 3_000, "officers")
    """Up to so many a block is solved to the end with changes open, and with everybody counted alone.
    Measured on two cores: a station takes a second; a brigade takes 20 s for 28 dates, for two changes fewer,
    and more than a minute for seven dates (2026-11-28).
    """
    group_share: float = number(2.0, 1.0, 100.0, "times the even share of the time that is left")
    """So much a group may take that is counted one by one. Measured: of eleven groups of a brigade three take
    eight times as long as the others (2026-11-28).
    """
    group_strength_gap: float = number(0.0002, 0.0, 0.1, "part of the value")
    """Where one group is searched for, strength this close to its bound counts as solved. Measured: the ten
    groups of a brigade take 44 s with both of these and 96 s without, for 240 of 847,000 (2026-11-28).
    """
    group_hours_gap: float = number(0.03, 0.0, 0.2, "part of the value")
    """And so do extra hours. Measured as the one above."""
    search_share: float = number(0.75, 0.1, 1.0, "part of the time of a block")
    """For the searches; the rest is for what is proved of strength after them. Measured: of the 3 to 5 s of a
    brigade that takes 0.7 to 1.2 (2026-11-28).
    """
    joint_for_plan: int = number(300, 0, 3_000, "officers")
    """Units that may lend to one that misses its plan are counted with it up to so many officers in all.
    Chosen, not measured.
    """
    many_changes: int = number(50, 1, 10_000, "changes")
    """So many changes of a unit are worth asking its lenders, too: a loan costs no hour. Measured: of a city
    three units take more, all others 1 to 42; 52 become loans in 7 s instead of 4 (2026-11-28).
    """
    hours_gap: float = number(0.01, 0.0, 0.2, "part of the value")
    """Extra hours this close to their bound count as solved. As for the changes. Chosen, not measured."""
