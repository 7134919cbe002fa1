"""The sentences of the report: a roster, a bureau's capacity and rules, the hours that count for pay."""

CAPACITY_OF = "{bureau}：{heads:,}人，{first}至{last}，缺勤率{away:.1%}"
UNITS_COLUMNS = "单位 | 名称 | 班组数 | 民警 | 辅警 | 每周工时"
HEADS_ON_DAY = "{day}警力：岗位需要与正常运转（勤务活动未计）"
DAY_COLUMNS = "时段 | 法定最低 | 计划 | 全员在岗 | 扣除缺勤 | 计划民警 | 实有民警"
TARGETS_TITLE = "警力目标（各日最少至最多人数）"
TARGETS_COLUMNS = "警力目标 | 时段 | 应到 | 全员在岗 | 扣除缺勤 | 压茬全员 | 压茬扣除缺勤"
FROM_TO = "{least:,}至{most:,}"
ROTATION_WARNED_OF = "{message}；{hint}。"
ROTATION_WARNED_OF_AT = "{place}：{message}；{hint}。"
POSTS_ASK_FOR = (
    "岗位每周需{minimum:,.0f}人·小时（法定最低警力）、{plan:,.0f}人·小时（岗位计划）；"
    "运转每周可提供{supply:,.0f}人·小时（全员在岗）、{present:,.0f}人·小时（扣除已登记的缺勤）。"
)
TRAINING_TAKES = "上述缺勤中，培训按正常班次每周占{hours:,.0f}人·小时；培训属于工作，法律规定计入工时的照计。"
PLAN_LACKS = (
    "{day} {window}：按正常班次，岗位计划缺{heads}，其中民警至少缺{sworn}人；须以压茬、召回或借入支援补足。"
)
ONE_HEAD, SEVERAL_HEADS = "{number}人", "{number}人"
WEEKLY_LIMIT_BY = "每周{hours:g}小时（规则`{rule}`，{basis}）"
WEEKLY_LIMITS = "{limits}、{limit}"
LEFT_TO_SWORN = "按现行规则，民警平均工时上限为{limits}，以最低者为准。"
LEFT_TO_AUXILIARY = "按现行规则，辅警平均工时上限为{limits}，以最低者为准。"
LAWFUL_HOURS = (
    "{heads:,}人合计每周可用{lawful:,.0f}人·小时，其中运转以外{beyond:,.0f}人·小时，可用于压茬和召回。"
)
NO_TARGET_HOLDS = "这些日期没有适用的警力目标（bureau.yaml的`strengths`）。"
TARGETS_ASK_FOR = (
    "警力目标每周需{hours:,.0f}人·小时：无论采用何种勤务模式，{heads:,}人每人每周{each:.2f}小时。"
)
HEADS_AT_HOURS = "每周{hours:g}小时需{heads:,}人"
IN_HOURS_ALONE = "仅按工时测算：{needed}。"

TARGET_OF = "{name}（{window}，{wanted:,}人）"
TARGET_MET = "{target}：正常班次、全员在岗时达标，扣除缺勤后仍达标。"
TARGET_MET_BUT = "{target}：正常班次、全员在岗时达标，扣除缺勤后最多缺{absent}人。"
TARGET_MET_AT_BEST = (
    "{target}：正常班次、全员在岗时，人最多的日子达标，人最少的日子缺{worst:,}人；"
    "扣除缺勤后最多缺{absent}人。"
)
OVERLAP_REACHES = "{target}：正常班次缺{plain}人；全部压茬、全员在岗时达标，扣除缺勤后仍达标。"
OVERLAP_REACHES_BUT = "{target}：正常班次缺{plain}人；全部压茬、全员在岗时达标，扣除缺勤后仍缺{lacking}人。"
OVERLAP_REACHES_AT_BEST = (
    "{target}：正常班次缺{plain}人；全部压茬、全员在岗时，人最多的日子达标，人最少的日子缺{worst:,}人；"
    "扣除缺勤后仍缺{lacking}人。"
)
OVERLAP_TOO_LITTLE = "{target}：正常班次缺{plain}人，全部压茬仍缺{overlapped}人。"
ONLY_RECALLS_ADD = "{target}：全员在岗时缺{plain}人，扣除缺勤后至少缺{absent}人；只能靠召回补充。"
OVERLAP_COSTS = (
    "{use.name}（{use.cycle}，{use.phases}个班组{use.heads:,}人，每周{use.hours_a_week:.1f}小时）："
    "两个满员班组每天每压茬1小时，每人每周增加{use.overlap_hour:.2f}小时。"
)
OVERLAP_COSTS_IN_ALL = (
    "{use.name}（{use.cycle}，{use.phases}个班组{use.heads:,}人，每周{use.hours_a_week:.1f}小时）："
    "两个满员班组每天每压茬1小时，每人每周增加{use.overlap_hour:.2f}小时；"
    "警力目标每天需压茬{wanted:.1f}小时，合计每人每周{total:.1f}小时。"
)

SUMMARY = "{name}：{first}至{last}，{units}，{duties}；已审核，无问题"
SUMMARY_BUT_KEPT = "{name}：{first}至{last}，{units}，{duties}；已审核，按已发布内容保留的班次有{kept}"
ONE_DUTY_MADE, DUTIES_MADE = "{number}个班次", "{number}个班次"
ONE_UNIT_SERVED, UNITS_SERVED = "{number}个单位", "{number}个单位"
ONE_KEPT, SEVERAL_KEPT = "{number}个问题", "{number}个问题"
PLAIN_ROTATION_ONLY = "{unit}：只排正常运转，原因：{why}"
NOT_PROVEN = "未能证明已是最少：岗位计划缺口（人·分钟）{plan}：{why}"
TIERS_COLUMNS = "指标 | 结果 | 下界 | 差距 | 用时（秒） | 计量单位"
ATTAINED_COLUMNS = "警力目标 | 时段 | 应到 | 最少 | 平均 | 最多 | 最小缺额 | 最大缺额"
EVERY_POST_MANNED = "所有岗位均达到法定最低警力和岗位计划。"
EVERY_POST_MANNED_BUT = "所有岗位均达到法定最低警力和岗位计划，但有正常班次免勤。"
POSTS_SHORT = "法定最低警力缺口{legal}，岗位计划缺口{plan}："
POSTS_SHORT_FIRST = "法定最低警力缺口{legal}，岗位计划缺口{plan}，以下为前{shown}处："
ONE_GAP, SEVERAL_GAPS = "{number}处", "{number}处"
POST_OF_UNIT = "{post}（{unit}）"
POST_IS_SHORT = "{when} {post}：缺{heads}；{why}"

DRAFT_INTERRUPTED = "本表为草案：求解被手动中断。"
DRAFT_TERMINATED = "本表为草案：求解被系统终止。"
BEFORE_THE_SEARCH = "求解前测算"
NOTES_UNDEALT = "未能落实到人的班次"
NOTES_LEFT_OUT = "未执行的换班和顶班"
NOTES_KEPT = "与规则不符、按已发布内容保留的班次"
NOTES_NOT_BACK = "因缺勤取消、不再恢复的班次"
NOTES_SPARE = "已召回但可以不来的人员"
OFF_THE_ROTATION = "未按运转上岗"
EVERY_GAP = "全部岗位缺口"
HOURS_THAT_COUNT = "计薪工时"
RULES_IN_FORCE = "规则"

OFF_BY_ROTATION = "按规则{rule}免勤"
OFF_BY_PERSON = "按规则{rule}（针对本人）免勤"
OFF_BY_TRANSFER = "因调动，按规则{rule}免勤"
OFF_BY_DUTIES = "因另有班次，按规则{rule}免勤"
OFF_BY_COMPANY = "因无人同班，按规则{rule}免勤"
OFF_BY_POSTS = "因岗位安排免勤"
OFF_BY_LOAN = "借出支援其他单位"
OFF_SUM = "{why}{number}个"
LET_OFF_IN_ALL = (
    "运转本身违反规则，{duties}免勤：{sums}；首个为{first.day} {first.officer}（{first.unit}）。"
    "调整办法见`rosterctl validate`。"
)
ONE_PLAIN_DUTY, PLAIN_DUTIES = "{number}个正常班次", "{number}个正常班次"
OFF_IN_ALL = "{duties}未按运转上岗：{sums}。"
ONE_MORE_DUTY, MORE_DUTIES = "另有{number}个班次", "另有{number}个班次"
OFF_COLUMNS_SHOWN = "日期 | 编号 | 姓名 | 单位 | 班次 | 原因"
OFF_OFFICER = "{name}（{shift}，{why}）"
OFF_OFFICERS = "未按运转上岗：{officers}"

PAY_COLUMNS = "编号 | 姓名 | 单位 | 起 | 止 | 已知天数 | 工时 | 起算线 | 超出"
DATES_KNOWN = "{known}/{dates}"
ABOVE_THRESHOLD = "{periods}中，{above}个超过计薪起算线。"
ONE_PAY_PERIOD, PAY_PERIODS = "{number}个计薪周期", "{number}个计薪周期"

RULES_COLUMNS = "规则 | 违反时 | 依据 | 选项 | 来源"
IS_NOT_LOOKED_AT = "不检查"
IS_FORBIDDEN = "禁止"
IT_COSTS = "计入代价"
BY_LAW, BY_ASSUMPTION, BY_THE_BUREAU = "法定", "假定", "本局自定"
