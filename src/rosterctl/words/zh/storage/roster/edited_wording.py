"""手工改过的 roster.csv：哪里前后矛盾。"""

from __future__ import annotations

NO_SUCH_NAME = ("name: 没有叫“{name}”的人", "请在 `officer_id` 列写上编号")
NOBODY_CALLED = ("name: 没有叫“{name}”的人，编号 {id} 是别人的", "请写上值班人员的编号和姓名")
SEVERAL_CALLED = ("name: “{name}”有重名（{ids}）", "请写明是哪一个编号")
ID_AND_NAME = (
    "name: 编号 {id} 是{known}，而“{name}”的编号是 {named}；看不出是指谁",
    "请写同一个人的编号和姓名",
)
OTHER_HOURS = (
    "hours: {hours} 与 {start}-{end} 不符，应为 {paid}",
    "请改正时间或小时数；小时数留空则自动计算",
)
BETWEEN_NAMESAKES = "、"
