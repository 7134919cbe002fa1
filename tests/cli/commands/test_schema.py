import json
import re

import pytest

from rosterctl.cli.main import run
from rosterctl.intake.schemas import SCHEMAS
from rosterctl.rulekit.registry import rule_modules


def test_lists_the_kinds_of_files(capsys):
    assert run(["schema"]) == 0
    assert capsys.readouterr().out.split() == list(SCHEMAS)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_kind_has_a_closed_schema(capsys, kind):
    assert run(["schema", kind]) == 0
    schema = json.loads(capsys.readouterr().out)
    for shape in (schema, *schema.get("$defs", {}).values()):
        if "properties" in shape:
            assert shape["additionalProperties"] is False


@pytest.mark.parametrize("kind", ["bureau", "rulebook"])
def test_rules_are_there_with_their_options_as_the_user_writes_them(capsys, kind):
    run(["schema", kind])
    rules = json.loads(capsys.readouterr().out)["properties"]["rules"]["properties"]
    assert list(rules) == list(rule_modules())
    assert rules["rest"]["properties"]["hours"]["default"] == "11"
    assert rules["rest"]["additionalProperties"] is False
    assert rules["rest"]["properties"]["basis"]["enum"] == ["law", "assumed", "own"]


def test_every_reference_leads_somewhere(capsys):
    for kind in SCHEMAS:
        run(["schema", kind])
        text = capsys.readouterr().out
        named = set(re.findall(r'"#/\$defs/(\w+)"', text))
        assert named <= json.loads(text).get("$defs", {}).keys()


def test_keys_and_values_are_those_the_user_writes(capsys):
    run(["schema", "zones"])
    post = json.loads(capsys.readouterr().out)["$defs"]["PostShape"]
    assert {"from", "until"} <= post["properties"].keys()
    assert {"first", "last"}.isdisjoint(post["properties"])
    run(["schema", "shifts"])
    shift = json.loads(capsys.readouterr().out)["$defs"]["ShiftShape"]
    assert shift["properties"]["start"]["type"] == "string"
    assert shift["properties"]["break"]["type"] == "number"
