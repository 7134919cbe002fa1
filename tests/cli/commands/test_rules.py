import json

from rosterctl.cli.main import run
from rosterctl.rulekit.registry import rule_modules


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


def test_an_unknown_rule_is_wrong_usage(capsys):
    assert run(["rules", "rset"]) == 2
    assert "did you mean 'rest'?" in capsys.readouterr().err
