"""The numbers of repairs that can be tuned; they are read as `PARAMS.repair`, see `planning.params`."""

from __future__ import annotations

from dataclasses import dataclass

from rosterctl.solver.params import TuningNumbers, number


@dataclass(frozen=True)
class RepairParams(TuningNumbers):
    """A published roster carried on: what a change weighs, how far a repair looks, how long it may take."""

    soon_days: int = number(3, 0, 28, "days from today")
    """A change within so many days is soon. A custom. Chosen, not measured."""
    soon_weight: int = number(4, 1, 100, "times a later change")
    """What a change that is soon weighs. A custom. Chosen, not measured."""
    week_days: int = number(7, 0, 28, "days from today")
    """A change within so many days is within the week. By reasoning."""
    week_weight: int = number(2, 1, 100, "times a later change")
    """What a change within the week weighs. A custom. Chosen, not measured."""
    day_off: int = number(2, 1, 100, "times a change on a duty day")
    """What it weighs to call somebody in on a day off. A custom. Chosen, not measured."""
    near_days: int = number(2, 0, 28, "days")
    """Before and after a broken date a free day may give somebody the hours and rest to mend it. Rest and a
    post-night day reach no further than that. Chosen, not measured.
    """
    move_days: int = number(7, 0, 28, "days")
    """Before and after a transfer or another duty model plain duty may be left out where a rule asks for it.
    Rolling windows of a week reach no further. By reasoning.
    """
    names_told: int = number(3, 1, 28, "officers")
    """So many of those who are away are named in the reason of a change. Chosen, not measured."""
    hours_gap: float = number(0.01, 0.0, 0.2, "part of the value")
    """Hours this close to their bound count as the least. As for the counts. Chosen, not measured."""
    fair_variables: int = number(15_000, 0, 1_000_000, "variables")
    """A larger repair does not ask who has borne least. With 31,500 that was seen to take 56 seconds and not
    to end when told to; with 13,000 it took 10 (handan, 2026-11-27).
    """
    change_minutes: int = number(2_000, 1, 100_000, "person-minutes of the plan")
    """What a change by weight, or a person-minute short of a legal minimum, counts where all is minimised at
    once. A duty of a day has 1,440, so that the plan buys no change. By reasoning. With each tier alone,
    fewest changes once left 359,340 minutes of plan for 5,400 (handan, 2026-11-26).
    """
    further_calls: int = number(2, 0, 28, "recalls")
    """Of one officer in one repair so many after the first count more than the one before. More are rare.
    Chosen, not measured.
    """
    plan_changes: int = number(20, 1, 1_000, "times a change by weight")
    """What a person-minute of the plan counts then, where it comes before the changes; one of a legal minimum
    counts so much again. Chosen, not measured.
    """
    seconds: float = number(60.0, 1.0, 600.0, "seconds")
    """For one repair. Most take a tenth of a second. Chosen, not measured."""
    all_seconds: float = number(90.0, 1.0, 3_600.0, "seconds")
    """For all repairs of a run together, beyond what keeps each unit lawful. Other shift times touch every
    unit: 13 brigades of handan then have 7 s each; legal minima and changes of one were seen to be proved
    in 5, and all in 33 (2026-11-27).
    """
    night_share: float = number(0.5, 0.1, 0.9, "of the time of a night run")
    """For its repairs; the rest is for the dates that it adds. Chosen, not measured."""
    own_share: float = number(0.5, 0.1, 1.0, "of what is left for a unit")
    """For each search of its own; the rest is for asking others. Chosen, not measured."""
    least_seconds: float = number(2.0, 0.1, 60.0, "seconds")
    """A repair is given so much though others have taken what there was: one sick call takes a tenth of it.
    Chosen, not measured.
    """
    seam_seconds: float = number(60.0, 1.0, 600.0, "seconds")
    """For filling the posts of a unit again on the date at which two searches meet. As for a repair. Chosen,
    not measured.
    """
    renewal_seconds: float = number(60.0, 1.0, 3_600.0, "seconds")
    """For a unit that is made anew because its duty model has changed. Chosen, not measured."""
    gap_days: int = number(14, 0, 366, "days")
    """Between two rosters so many dates are filled without being asked; more are a roster to be looked at. A
    custom. Chosen, not measured.
    """
    gap_seconds: float = number(120.0, 1.0, 3_600.0, "seconds")
    """For filling them. Chosen, not measured."""

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.soon_days > self.week_days or self.soon_weight < self.week_weight:
            raise ValueError("what is soon is within the week, and weighs no less")
