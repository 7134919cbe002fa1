"""The rulebook with the bureau's own options laid over it."""

from __future__ import annotations

from pathlib import Path

from rosterctl.domain.rulebook import Basis, RuleSetting, Severity
from rosterctl.intake.build.work.rulebook import rulebook_of
from rosterctl.problems import Place
from tests.support.folders import change, contents_of, flawless, spoilt

OWN = "  rest: {hours: 12}"


def test_an_option_of_the_bureau_replaces_that_of_the_rulebook_and_no_other(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    change(bureau / "bureau.yaml", OWN, f"{OWN}\n  wishes: {{weight: 2}}\n  fairness: {{severity: off}}")
    book = rulebook_of(contents_of(bureau))
    assert (book.id, book.name, book.source) == ("house", "示范规则", "")
    assert book.settings == {
        "availability": RuleSetting("availability"),
        "rest": RuleSetting("rest", None, {"hours": "12"}),
        "nights-in-a-row": RuleSetting("nights-in-a-row", None, {"most": "3"}),
        "wishes": RuleSetting("wishes", Severity.SOFT, {"weight": "2"}),  # how severe it is stays
        "fairness": RuleSetting("fairness", Severity.OFF, {}),
    }


def test_each_option_has_the_place_where_it_was_written_last(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    change(bureau / "bureau.yaml", OWN, "  wishes: {weight: 2}")
    settings = rulebook_of(contents_of(bureau)).settings
    assert settings["wishes"].places == {
        "severity": Place("presets/rules/house.yaml", 7, 22),
        "weight": Place("bureau.yaml", 11, 20),
    }
    assert settings["wishes"].place == Place("bureau.yaml", 11, 3)
    assert settings["rest"].place == Place("presets/rules/house.yaml", 5, 3)


def test_a_severity_that_there_is_not(tmp_path: Path) -> None:
    assert spoilt(tmp_path, "bureau.yaml", "hours: 12", "severity: hart") == [
        "bureau.yaml:11:20: severity: unknown word 'hart' (did you mean 'hard'?)"
    ]
    assert spoilt(tmp_path, "bureau.yaml", "hours: 12", "severity: hard") == []
    assert spoilt(tmp_path, "bureau.yaml", "hours: 12", "severity: [hard]") == [
        "bureau.yaml:11:20: severity: unknown word '['hard']' (did you mean 'hard'?)"
    ]


def test_what_the_bureau_changes_is_its_own_and_what_it_leaves_is_the_rulebooks(tmp_path: Path) -> None:
    bureau = flawless(tmp_path)
    law = "basis: law, source: art. 3}"
    change(bureau / "presets/rules/house.yaml", "rest: {hours: 11}", f"rest: {{hours: 11, {law}")
    for own, basis, source in (
        ("  rest: {}", Basis.LAW, "art. 3"),
        ("  rest: {hours: 11}", Basis.LAW, "art. 3"),  # the same again
        ("  rest: {hours: 12}", Basis.OWN, ""),
        ("  rest: {severity: off}", Basis.OWN, ""),
        ("  rest: {hours: 12, basis: assumed, source: ours}", Basis.ASSUMED, "ours"),
    ):
        text = (bureau / "bureau.yaml").read_text(encoding="utf-8")
        (bureau / "bureau.yaml").write_text(text.replace(OWN, own), encoding="utf-8")
        rest = rulebook_of(contents_of(bureau)).settings["rest"]
        assert (rest.basis, rest.source) == (basis, source)
        assert rest.options.keys() == {"hours"}
        (bureau / "bureau.yaml").write_text(text, encoding="utf-8")


def test_a_basis_that_there_is_not(tmp_path: Path) -> None:
    assert spoilt(tmp_path, "bureau.yaml", "hours: 12", "basis: lawful") == [
        "bureau.yaml:11:17: basis: unknown word 'lawful' (did you mean 'law'?)"
    ]


def test_without_a_rulebook_the_bureaus_own_options_stand_alone(tmp_path: Path) -> None:
    """That its file cannot be read is told elsewhere."""
    bureau = flawless(tmp_path)
    (bureau / "presets/rules/house.yaml").write_bytes(b"\xff\xfe")
    book = rulebook_of(contents_of(bureau))
    assert (book.id, book.name, book.source) == ("", "", "")
    assert book.settings == {"rest": RuleSetting("rest", None, {"hours": "12"})}
