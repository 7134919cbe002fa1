import pytest

from rosterctl.intake.load import read_bureau
from rosterctl.intake.text.presets import shipped
from rosterctl.problems import BadInput
from tests.support.folders import change, flawless, input_files, told


def test_a_preset_of_the_bureau_comes_before_the_shipped_one_of_the_same_name(tmp_path):
    folder = flawless(tmp_path)
    (folder / "presets/shifts/two.yaml").rename(folder / "presets/shifts/standard.yaml")
    change(folder / "bureau.yaml", "shifts: [two]", "shifts: [standard]")
    assert (shipped() / "shifts/standard.yaml").is_file()
    assert list(read_bureau(folder).shifts) == ["day", "night"]


def test_a_shipped_preset_is_part_of_the_input_files(tmp_path):
    folder = flawless(tmp_path)
    change(folder / "bureau.yaml", "calendar: plain", "calendar: china")
    files = input_files(folder)
    assert files["presets/calendars/china.yaml"] == (shipped() / "calendars/china.yaml").read_bytes()
    assert list(files) == sorted(files)


def test_own_shifts_override_single_ones_of_the_presets(tmp_path):
    folder = flawless(tmp_path)
    own = 'own_shifts:\n  - {id: day, name: 长白班, symbol: 长, start: "06:00", end: "19:00"}\nshifts: [two]'
    change(folder / "bureau.yaml", "shifts: [two]", own)
    shifts = read_bureau(folder).shifts
    assert (shifts["day"].start, shifts["day"].end, shifts["night"].start) == (360, 1140, 1140)


def test_options_are_laid_over_the_rulebook_one_by_one(tmp_path):
    folder = flawless(tmp_path)
    change(
        folder / "bureau.yaml",
        "  rest: {hours: 12}",
        "  nights-in-a-row: {severity: soft}\n  wishes: {weight: 2}",
    )
    settings = read_bureau(folder).rulebook.settings
    assert {rule: (one.severity, dict(one.options)) for rule, one in settings.items()} == {
        "availability": (None, {}),
        "rest": (None, {"hours": "11"}),
        "nights-in-a-row": ("soft", {"most": "3"}),
        "wishes": ("soft", {"weight": "2"}),
    }
    assert str(settings["nights-in-a-row"].places["most"]) == "presets/rules/house.yaml:6:27"
    assert str(settings["nights-in-a-row"].places["severity"]) == "bureau.yaml:11:31"


def test_the_same_id_in_two_presets_is_a_mistake(tmp_path):
    folder = flawless(tmp_path)
    (folder / "presets/shifts/more.yaml").write_bytes((folder / "presets/shifts/two.yaml").read_bytes())
    change(folder / "bureau.yaml", "shifts: [two]", "shifts: [two, more]")
    with pytest.raises(BadInput) as mistakes:
        read_bureau(folder)
    assert [one.message for one in mistakes.value.problems] == [
        "shift 'day' is there twice",
        "shift 'night' is there twice",
    ]


def test_a_shipped_preset_that_is_named_twice_is_told_at_the_second_place(tmp_path):
    """As one of the bureau's own is."""
    for name, own in (("standard", False), ("two", True)):
        folder = flawless(tmp_path / name)
        change(folder / "bureau.yaml", "shifts: [two]", f"shifts: [{name}, {name}]")
        change(folder / "units/S01.yaml", "      N: [night]", "      {}")
        found = [one for one in told(folder) if "named twice" in one]
        shown = "presets/shifts/two.yaml" if own else name
        assert found == [f"bureau.yaml:8:{15 if own else 20}: '{shown}' is named twice"]
