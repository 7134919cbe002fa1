"""The sentences of mistakes, notes and kinds."""

MISTAKES_IN_INPUT = "输入文件有{number}处错误"

LISTED = "、"
SUBSTITUTION_OF = "{exchange.day}由{exchange.with_officer}顶替{exchange.officer}的班"
SWAP_OF = "{exchange.officer}（{exchange.day}）与{exchange.with_officer}（{exchange.with_day}）换班"
EARNED_BY = "在{unit}召回上班：{shift}"
SPENT_ON = "缺勤{absence.first}至{absence.last}，{shift}"

TIER_LEGAL = ("法定最低警力缺口", "人·分钟")
TIER_PLAN = ("岗位计划缺口", "人·分钟")
TIER_STRENGTH = ("警力目标缺口", "人·分钟")
TIER_CHANGES = ("未按运转上岗", "班次")
TIER_HOURS = ("运转外工时", "分钟")
TIER_FAIRNESS = ("不均衡度", "分")
TIER_WISHES = ("意愿与熟悉岗位", "分")

NOTE_UNDEALT = "{what}；受限于：{why}"
NOTE_LEFT_OUT = "{what}：未执行，原因：{why}"
NOTE_KEPT = "{what}：保留，不符合{why}"
NOTE_NOT_BACK = "{what}：不恢复，原因：{why}"
NOTE_SPARE = "{what}，原因：{why}"
NOTE_GAP = "{what}：{why}"

ROLE_SWORN, ROLE_AUXILIARY = "民警", "辅警"
SLOT_LEADER, SLOT_ANY = "带班领导", "民警或辅警"
SLOTS_OF_A_CREW = "{role}{number}名"
SKILLED_SLOTS = "具备{skills}技能的{role}{number}名"
BETWEEN_SLOTS = "+"

ORIGIN_ROTATION, ORIGIN_RECALL, ORIGIN_EXCHANGE = "运转", "召回", "顶班或换班"

CHANGE_ADDED, CHANGE_DROPPED = "新增", "取消"
CHANGE_SHIFT, CHANGE_UNIT, CHANGE_TIMES = "改班次", "改单位", "改时间"
CHANGE_POST, CHANGE_VEHICLE = "改岗位", "改车辆"
CHANGE_END, CHANGE_ORIGIN = "改下班时间", "改性质"

ABSENCE_LEAVE, ABSENCE_TRAINING, ABSENCE_SICKNESS = "休假", "培训", "病假"
ABSENCE_COURT, ABSENCE_MATERNITY, ABSENCE_LIEU, ABSENCE_OTHER = "出庭", "产假", "调休", "其他"

INCIDENT_SICK, INCIDENT_BACK, INCIDENT_LEFT = "病假", "返岗", "离队"
INCIDENT_DOWN, INCIDENT_RUNS_AGAIN = "车辆停用", "车辆恢复"

LIEU_INIT, LIEU_EARN, LIEU_ADJUST, LIEU_SPEND = "结转", "新增", "调整", "使用"
