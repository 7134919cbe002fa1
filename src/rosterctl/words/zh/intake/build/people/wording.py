"""The sentences about officers and their rows: what is wrong, and what to do about it."""

ON_THE_ROLL_ONLY = ("该日期不在人员“{officer}”的在册期内（{dates}）", "更正日期，或删去本行")
OFFICER_IN_TWO_UNITS = (
    "人员“{officer}”同时列入两个单位：“{unit}”（{first}）和“{other}”",
    "删去其中一行",
)
ABSENCES_OVERLAP = (
    "人员“{one.officer}”的两段不在岗时间重叠：{one.first}至{one.last}与{other.first}至{other.last}",
    "另一段见{first}；一段结束后另一段方可开始",
)
GIVEN_AWAY = ("人员“{officer}”在{day}的班次已交由他人承担", "见{first}；删去其中一条")
TAKEN_OVER = ("人员“{officer}”在{day}已承担他人的班次", "见{first}；删去其中一条")
WISH_TWICE = ("人员“{officer}”对{day}已提出意愿", "见{first}；保留一条")
LEDGER_TWICE = ("人员“{officer}”在台账中有两行", "请合并为一行")
BROUGHT_BELOW_NOTHING = ("hours：期初调休结余不得为负", "如属欠账，请填`adjust`")
BROUGHT_TWICE = ("人员“{officer}”在{day}已有一条`init`", "见{first}；请合并为一条")
EXCHANGE_WITH_ONESELF = ("with_officer：“{officer}”是同一人", "须填两名不同人员")
SWAP_WITHOUT_RETURN = ("with_date：换班须填换回班次的日期", "填写日期，或改为顶班（`substitution`）")
SUBSTITUTION_WITH_RETURN = ("with_date：顶班不换回班次", "此格留空，或改为换班（`swap`）")
DUTY_WITH_A_GAP = (
    "人员“{officer}”在{day}的各行未能连续覆盖班次“{shift}”（{start}至{end}）",
    "请原样使用`rosterctl export csv`导出的各行",
)
LASTING_WITH_AN_END = ("last：“{kind}”自首日起持续有效", "此格留空")
TIME_OF_ANOTHER_DATE = ("at：`first`当日没有这一时刻", "填写00:00至23:59之间的时刻，或改填日期")
LEADER_NOT_SWORN = ("leader：只有民警可以带班", "填`no`，或更正身份")
NO_SUCH_TEAM = ("team：单位“{unit}”没有班组“{team}”{hint}", "现有班组：{known}")
TRANSFERRED_TWICE = ("人员“{officer}”在{day}有两次调动", "已见于{first}；保留一条")
OUT_OF_SERVICE = ("date：该日期不在人员“{officer}”的任职期内（{dates}）", "更正日期，或删去本行")
TRANSFERRED_NOWHERE_ELSE = ("人员“{officer}”本就在单位“{unit}”班组“{team}”", "删去或更正本行")
UNIT_NOT_THERE = "unit：单位“{unit}”并非始终设立（设立期：{dates}）"
TEAM_NOT_YET_THERE = "team：单位“{unit}”在{day}之前没有班组“{team}”"
TEAM_NO_MORE_THERE = "team：单位“{unit}”自{day}起没有班组“{team}”"
MOVE = "请及时办理调动（bureau.yaml中`transfers:`），或更正到岗、离任日期"
