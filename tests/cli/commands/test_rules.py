import json

from rosterctl.cli.main import run
from rosterctl.rulekit.registry import rule_modules
from tests.support.repository import ROOT


def test_lists_every_rule_with_what_it_is_about(capsys):
    assert run(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()[2:]
    assert [line.split()[0] for line in lines] == list(rule_modules())
    assert all(len(line.split(None, 1)) == 2 for line in lines)


def test_prints_the_manual_and_the_options_as_the_user_writes_them(capsys):
    assert run(["rules", "rest"]) == 0
    page = capsys.readouterr().out
    assert "2003/88/EC" in page
    assert ["hours", "11"] in [line.split() for line in page.splitlines()]
    assert page.endswith("severity may be: hard, off\n")


def test_json_has_every_rule(capsys):
    assert run(["rules", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["rule"] for one in told] == list(rule_modules())
    assert run(["rules", "rest", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["options"]["hours"] == "11"


def test_the_rulebook_of_a_bureau_says_what_is_law_and_what_forbids(capsys):
    assert run(["rules", "--bureau", str(ROOT / "examples" / "station")]) == 0
    page = capsys.readouterr().out
    lines = {line.split()[0]: line for line in page.splitlines()[2:] if line}
    assert page.startswith("中国公安交巡警 (china-police): ")
    for rule, does, basis, more in (
        ("overtime", "is forbidden", "law", "劳部发〔1997〕271号"),
        ("mean-hours", "is forbidden", "assumed", "sworn 48, auxiliary 48.28"),
        ("posts", "costs", "the bureau's own", ""),
        ("fairness", "costs", "assumed", "weight 1"),
        ("weekly-rest", "is not looked at", "assumed", ""),
    ):
        assert all(text in lines[rule] for text in (does, basis, more)), lines[rule]


def test_one_rule_of_a_bureau(capsys):
    station = str(ROOT / "examples" / "station")
    assert run(["rules", "overtime", "--bureau", station]) == 0
    page = capsys.readouterr().out
    assert "in this bureau: a breach is forbidden (law); period quarter, standard 40, monthly 36" in page
    assert run(["rules", "overtime", "--bureau", station, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)[0]["in_the_bureau"]
    assert (told["does"], told["basis"]) == ("is forbidden", "law")


def test_an_unknown_rule_is_wrong_usage(capsys):
    assert run(["rules", "rset"]) == 2
    assert "did you mean 'rest'?" in capsys.readouterr().err
