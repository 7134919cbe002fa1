"""The shapes as JSON Schema: every kind, every key, and nothing else is allowed."""

from __future__ import annotations

import pytest

from rosterctl.intake.schemas import SCHEMAS, schema
from rosterctl.intake.text.complaints import keyed_fields


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_has_the_keys_of_its_shape(kind: str) -> None:
    found = schema(kind)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(found["properties"]) == list(keyed_fields(SCHEMAS[kind]))
    assert found["additionalProperties"] is False


def test_a_schema_knows_the_chinese_words_too() -> None:
    kind = schema("units")["$defs"]["UnitShape"]["properties"]["kind"]
    assert kind["enum"] == ["point", "line", "area", "点", "线", "面"]


def test_there_is_none_of_another_kind() -> None:
    with pytest.raises(KeyError):
        schema("vehicles")
