"""The sentences of the answers: where a calendar ends, why something is short, what keeps a stand-in away."""

OR_ANOTHER = "{one}，或{other}"
SLOT_WITH_SKILLS = "具备{skills}技能的{role}"

CALENDAR_BEGINS = "日历“{calendar}”没有{first}以前的内容：此前周一至周五均按工作日计，没有节假日"
ARRANGEMENT_ENDS = "日历“{calendar}”的放假安排只到{last}：此后的调休放假、补班和节假日调整尚未录入；{rest}"
HOLIDAYS_ONLY = "法定节假日已录至{until}，其他周一至周五均按工作日计"
NO_HOLIDAYS = "此后没有节假日，周一至周五均按工作日计"
CALENDAR_ENDS = "{lacks}；{remedy}"
ENTER_ARRANGEMENT = "放假安排公布后，{where}，并把`known: until`改为最后一日"
TERMS_END = "日历“{calendar}”的学期只录到{last}；此后，按上学日设置的岗位在每个工作日都会排班"
NO_TERMS = "日历“{calendar}”没有学期：按上学日设置的岗位在每个工作日都会排班"
ENTER_TERMS = "{where}，写在`terms:`下"
ENTER_IT = "请录入{file}"
COPY_IT_FIRST = "请把{theirs}复制为本局文件夹下的{own}，再录入其中"

NOBODY_KNOWS = (
    "{day} {clock}以前，{units}由前一日班次留岗的人员不明，这段时间不计缺口；"
    "起始日之前的班次可用bureau.yaml的`history:`指定。"
)
AND_MORE_UNITS = "及另外{number}个单位"

WEIGHED_TARGETS = "警力目标缺口合计中，每缺一人计：{targets}。"
TARGET_AND_WEIGHT = "{target} × {weight}"

RULE_NOT_MET = "在岗人员不满足规则{rule}"
UNMANNED = "需{crew}；{missing}；{unit}在岗：{there}；{others}"
UNHOSTED = "需由一个单位出{crew}；{nearest}最接近；{missing}；{others}"
NOBODY_ON_THE_ROLL = "{called}：在册0人"
ON_THE_ROLL = "{called}：在册{number}人，其中{parts}"
MAY_MAN_IT = "可上此岗的人员"
PLACE_AT_IT, PLACE_ELSEWHERE, PLACE_RESERVE = "已在此岗", "在别处值勤", "机动"
PLACE_AWAY, PLACE_LET_OFF, PLACE_OFF = "缺勤", "免勤", "轮休"
PLACE_NO_CALL_IN = "轮休且该时段无召回班次"
HEADS_THERE = "{place}{heads}人"
HEADS_THERE_KEPT = "{place}{heads}人（{rules}）"
KEPT_BY_RULE = "受规则{rule}限制{heads}人"
COULD_BE_CALLED = "可召回{heads}人"
HEADS_BY_ROLE = "民警{sworn}人、辅警{auxiliary}人"
LET_OFF_BY = "按规则{rule}免勤{heads}人"
CAUSE_AND_LET_OFF = "{cause}；{let_off}"
MISSING_SLOTS = "缺{slots}"
ENOUGH_IN_RESERVE = "机动人员已够"
NO_VEHICLE_FOR_THEM = "机动人员已够；请看能否调配车辆“{vehicle}”"

WAY_RESERVE, WAY_RECALL, WAY_LOAN = "在岗机动", "召回", "借入机动"

BUSY_THEN = "{officer}届时在岗（{busy}）"
STANDS_AT = "岗位{post}"
CALLS_NOBODY = "单位“{unit}”没有召回班次"
CALLS_NOBODY_FOR = "单位“{unit}”没有{when}的召回班次"
WORKS_ELSEWHEN = "{duty.officer}上{duty.day}的{shift}（{start}-{end}），不能覆盖{when}"
FILLS_NO_PLACE = "{officer}不符合该岗空缺（{open_}）"
SHORT_OF_THE_LAW = "{when}：{cost.unit}的{cost.what}将比法定最低警力少{cost.heads}人"

ROTATION_BREAKS = (
    "单位“{one.unit}”的运转“{one.rotation}”本身违反规则{one.rule}，首次为{one.first}至{one.last}"
    "（班组{one.team}）：{one.horizon.first}至{one.horizon.last}应上{one.due}个正常班次，"
    "其中{one.lost}个将免勤（班组{teams}）"
)
SEAM_BREAKS = (
    "单位“{one.unit}”自{one.turn}起改用另一勤务模式，衔接处违反规则{one.rule}，首次为{one.first}至{one.last}"
    "（班组{one.team}）：{one.horizon.first}至{one.horizon.last}应上{one.due}个正常班次，"
    "其中{one.lost}个将免勤（班组{teams}）"
)
REMEDIES = (
    "在bureau.yaml的`rules:`下改为{enough}即可全部保留（现行值见{one.limit}，{one.basis}）；或改用其他运转"
)
NO_REMEDY = (
    "规则{one.rule}怎样调整选项都不能全部保留（现行值见{one.limit}，{one.basis}）；"
    "请改用其他运转，或另选模式变更日期"
)
MEAN_ABOVE = (
    "单位“{unit}”的运转“{rotation}”平均每周{mean}，超过规则{rule}的上限{most}：仍按此运转上岗，但不能再召回人员",
    "请改用其他运转；只有法律另有规定时才能放宽上限（现行值见{limit}，{basis}）",
)
LETTER_MEANS = "{rotation}（其中{letter}为{shift}）"
LIMIT_BY_LAW, LIMIT_ASSUMED, LIMIT_OWN = "法定", "假定", "自定"
LIMIT_BY = "{basis}：{source}"
SHARED_LETTER = (
    "`shifts`的字母{letter}同时适用于单位“{unit}”的几种运转，都按{ruled}上班：{rotations}",
    "如只适用于其中一种，请在`own_rotations`下用另一字母写另一种运转",
)
