"""Which column of a list is which: the headings that people write, in Chinese and English.

To take one more heading is to write it here. Of two columns with headings for the same thing the one whose
heading comes first here counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from rosterctl.intake.sheets.grid import folded


class ListKind(StrEnum):
    """What a list is of."""

    OFFICERS = "officers"
    ABSENCES = "absences"
    REQUESTS = "requests"
    HISTORY = "history"


REMARKS_COLUMN = "remarks"
DATES_IN_ONE, DAYS = "period", "days"
"""Columns of lists that no file of a bureau has: `3月1日至3月5日` in one cell, and how many days it is."""

WHO = {
    "officer_id": "编号|人员编号|officer_id|id",
    "badge": "警号|警员号|警员编号|辅警编号|辅警号|工号|证件号|badge|badge_number|badge_no",
    "name": "姓名|名字|人员姓名|民警姓名|人员|name|full_name|officer",
}
REMARKED = {REMARKS_COLUMN: "备注|附注|说明|remarks|remark|notes|note|comment|comments"}

KNOWN_HEADINGS: Mapping[ListKind, Mapping[str, str]] = MappingProxyType(
    {
        ListKind.OFFICERS: {
            **WHO,
            "role": "身份|人员身份|身份类别|人员类别|人员类型|人员性质|用工性质|编制|类别|role|type|category",
            "rank": "职务|职务职级|岗位职务|职级|警衔|职位|rank|position|title",
            "unit": "单位|所属单位|所在单位|工作单位|单位名称|部门|所属部门|大队|中队|警务站|unit|unit_id|"
            "department|station|brigade",
            "team": "班组|所属班组|所在班组|班次组|班别|班|组别|小组|team|squad|group",
            "leader": "带班|是否带班|带班领导|可带班|领导|leader|is_leader|can_lead",
            "skills": "准驾|准驾车型|驾照|驾驶证|驾照类型|技能|专长|资质|skills|skill|licence|license",
            "zone": "巡区|网格|责任区|责任网格|巡逻区|片区|zone|grid|home_zone",
            "phone": "电话|手机|手机号|手机号码|联系电话|电话号码|联系方式|phone|telephone|mobile|tel",
            "joined": "入职日期|入职时间|到岗日期|到岗时间|入警时间|入警日期|joined|start_date",
            "left": "离职日期|离岗日期|离职时间|离岗时间|退休日期|left|end_date",
            "protected_from": "保护起|不排夜班起|孕哺期起|protected_from",
            "protected_until": "保护止|不排夜班止|孕哺期止|protected_until",
            **REMARKED,
        },
        ListKind.ABSENCES: {
            **WHO,
            "first": "开始|开始日期|起始日期|开始时间|起始时间|起|自|起始|请假开始|日期|"
            "first|from|start|start_date|date",
            "last": "结束|结束日期|截止日期|终止日期|结束时间|止|至|截止|请假结束|销假日期|"
            "last|to|until|end|end_date",
            DATES_IN_ONE: "起止日期|起止时间|请假时间|请假日期|请假期间|时间|period|dates",
            DAYS: "天数|请假天数|休假天数|日数|days",
            "kind": "假别|请假类别|请假类型|休假类别|假期类型|类别|类型|种类|事由|请假事由|原因|请假原因|"
            "kind|type|reason",
            **REMARKED,
        },
        ListKind.REQUESTS: {
            **WHO,
            "date": "日期|申请日期|date|day",
            "wish": "意愿|申请|申请事项|申请内容|诉求|需求|请求|类型|类别|事项|wish|request",
            "weight": "权重|重要程度|优先级|weight|priority",
            **REMARKED,
        },
        ListKind.HISTORY: {
            **WHO,
            "date": "日期|值班日期|上班日期|date|day",
            "unit_id": "单位|所属单位|所在单位|部门|大队|中队|警务站|unit_id|unit",
            "shift": "班次|班别|班|班种|值班班次|shift",
            "start": "开始|起|上班时间|上岗时间|开始时间|start|from",
            "end": "结束|止|下班时间|下岗时间|结束时间|end|to",
            "post_id": "岗位|岗位编号|post_id|post",
            "vehicle": "车辆|车号|vehicle",
            "status": "性质|status",
            "note": "note",
            REMARKS_COLUMN: "备注|附注|说明|remarks",
        },
    }
)
"""By kind of list and column of the bureau's file, the headings for it, the best one first."""

_NOT_WANTED = (
    "序号|编次|行号|性别|年龄|出生日期|出生年月|生日|身份证|身份证号|身份证号码|民族|籍贯|学历|政治面貌|婚否|血型|"
    "住址|家庭住址|家庭地址|星期|no|#|sex|gender|age|birthday|ethnicity|address|weekday"
)
NOT_WANTED = frozenset(_NOT_WANTED.split("|"))
"""Headings of what no roster needs; they are left out without a question."""

_BRACKETS = re.compile(r"[(\[【〔<].*?[)\]】〕>]")
_MARKS = re.compile(r"[\s:*、·.]+")


def plain_heading(text: str) -> str:
    """A heading as it stands in the table: no spaces in Chinese, `_` in English, nothing in brackets."""
    whole = _BRACKETS.sub("", folded(text)).strip(" :*").casefold()
    return _MARKS.sub("_", whole).strip("_") if whole.isascii() else _MARKS.sub("", whole)


def columns_named(kind: ListKind, heading: str) -> Mapping[str, int]:
    """The columns that the heading may name, each with how good a heading it is; 0 is the best."""
    plain = plain_heading(heading)
    return {
        column: words.split("|").index(plain)
        for column, words in KNOWN_HEADINGS[kind].items()
        if plain in words.split("|")
    }


def column_named(kind: ListKind, answer: str) -> str:
    """The one column that an answer names, by its own name or by a heading; empty if there is none."""
    plain = plain_heading(answer)
    if plain in KNOWN_HEADINGS[kind]:
        return plain
    return next(iter(columns_named(kind, answer)), "")


def usual_heading(kind: ListKind, column: str) -> str:
    """The best Chinese heading of a column."""
    return KNOWN_HEADINGS[kind][column].split("|")[0]
