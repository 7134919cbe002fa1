"""The findings of the audit's own laws."""

AGAINST = "{rule}：{message}"
AGAINST_AT = "{rule}（{place}）：{message}"

FOR_ANOTHER_BUREAU = "排班表属于“{of}”，而本局是“{bureau}”"
FILES_CHANGED_SINCE = "排班表生成后，本局文件已变更"
STRANGE_OFFICER = "人员编号“{unknown}”不存在"
STRANGE_SHIFT = "班次“{unknown}”不存在"
STRANGE_UNIT = "单位“{unknown}”不存在"
STRANGE_POST = "岗位“{unknown}”不存在"
STRANGE_VEHICLE = "车辆“{unknown}”不存在"
FALSE_CLAIM = "{name}：排班表所列为{claimed:,}{measure}，按班次核算为{total:,}"
BOUND_ABOVE_VALUE = "{name}：下界{bound:,}高于核算值{total:,}"

OF_SHIFT = "班次“{shift}”{what}"
NOT_BEFORE = "列在排班起始日之前的班次中，日期却不在其前"
NOT_IN_HORIZON = "不在{first}至{last}之内"
NOT_LENT = "：单位“{unit}”当日不从“{home}”借入支援"
NO_RECALL = "不是召回：班组“{team}”当日上“{letter}”"
NOT_FOR_RECALLS = "不是“{unit}”可召回的班次"
NOT_BY_ROTATION = "不符合运转：班组“{team}”当日休息"
NOT_OFFERED = "不是“{unit}”在“{letter}”日可排的班次"
NOT_FILLED = "的时段在{clock}处有空缺或重叠"
NOT_ITS_POST = "安排在岗位“{post}”，该岗位不由“{unit}”负责"
SEVERAL_TIMES = "重复出现{times}次"

BY_NO_EXCHANGE = "标为换班或顶班，但没有相应登记"
OWNER_WORKS_TOO = "系替“{owner}”上班，但“{owner}”当日仍在上班"
TAKEN_TWICE = "系替“{owner}”上班，但“{other}”也在替其上班"
HALF_A_SWAP = "换班只落实了一方：“{missing.taker}”未上“{missing.giver}”换出的{missing.day}班次"
HALF_A_SWAP_IN_FILE = (
    "换班只落实了一方：“{missing.taker}”未上“{missing.giver}”换出的{missing.day}班次（{file}）"
)

NOT_OFF = "标为未按运转上岗（原因“{cause}”，规则{rule}），与实际不符"
OFF_UNSAID = "未按运转上岗（原因“{cause}”，规则{rule}），排班表没有说明"
