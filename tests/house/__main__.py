"""Strike from the lists under tests/house/known/ what has been mended: `python -m tests.house`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.house.test_mirrors import stray_tests, untested_modules
from tests.house.test_names import gerunds, names_that_differ_by_an_ending, repeated_names
from tests.house.test_prose import docstrings_that_say_he, undescribed_by_room
from tests.house.test_sizes import short_modules
from tests.support.known import known, off_the_list, strike

COUNTED: Mapping[str, Callable[[], dict[str, int]]] = {
    counted.__name__: counted
    for counted in (
        docstrings_that_say_he,
        gerunds,
        names_that_differ_by_an_ending,
        repeated_names,
        short_modules,
        stray_tests,
        undescribed_by_room,
        untested_modules,
    )
}
"""What has a list, by the list's name."""


def main() -> None:
    """Strike, and print how many are left of each and what is new."""
    for name, count in COUNTED.items():
        found = count()
        strike(name, found)
        print(f"{name}: {sum(known(name).values())}")
        for where, what in off_the_list(name, found).items():
            print(f"  {where}: {what}")


if __name__ == "__main__":
    main()
