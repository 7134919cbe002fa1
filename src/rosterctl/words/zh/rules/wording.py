"""What the rules find, and why something is short: by rule, in the order of their files."""

# auxiliaries

ARMED_AUXILIARY = "{officer}是辅警，不得配枪；请在文件中删去其 `armed` 技能"
AUXILIARIES_ALONE_IN_UNIT = "{when}：{unit}有{heads}名辅警在岗而无民警；请留下或召回一名民警"
AUXILIARIES_ALONE_AT_POST = "{when}：{post}只有辅警上岗，无民警带领（{who}）；请派一名民警到岗"

# availability

ABSENT_FROM = "{duty}：{since}至{until}缺勤（{kind}）；请改派他人"
ABSENT_ON = "{duty}：{day}缺勤（{kind}）；请改派他人"
NOT_ON_THE_ROLL_ON = "{duty}：{day}不在册；请改派他人"

# crews

INCOMPLETE_CREW = "{when}：{post}上岗人员不齐（{who}）；请补齐，或不派人"
POST_NOT_WANTED = "{when}：{officer}在{post}上岗，但该岗位在此时段内并非始终需要；请将其转为机动"

# duty-days-in-a-row

DUTY_DAYS_IN_A_ROW = "连续{number}天值班（{first}至{last}），最多{most}天：请将其中一班改派他人"

# events

HELD_BY_SEVERAL = "{when}：{site}由{units}共同派人；请只由其中一个单位承担"

# hours

TOO_MANY_HOURS = "截至{last}的{length}天内超时{excess}，上限{most}：请缩短某一班次或改派他人"

# leaders

NO_LEADER = "{unit}无带班领导在岗；{others}"
NO_LEADER_WITH_SKILL = "{unit}无具备“{skill}”技能的带班领导在岗；{others}"
CALLED_LEADERS = "带班领导"
CALLED_LEADERS_WITH_SKILL = "具备“{skill}”技能的带班领导"

# mean-hours

MEAN_PASSED = (
    "{first}至{last}工作{worked}，其中运转以外{beyond}；按周均{limit}的上限，运转以外只余{left}："
    "请将一次召回或一个长班改派他人"
)

# nights-in-a-row

NIGHTS_IN_A_ROW = "连续{number}个夜班（{first}至{last}），最多{most}个：请将其中一班改派他人"

# one-place

SECOND_DUTY = "{duty}：与{before}同日，一日排了两班；请取消其中一班"
BEGINS_TOO_EARLY = "{duty}：{before}尚未结束即已开始；请取消其中一班"

# overtime

OVERTIME_OF_PERIOD = (
    "{first}至{last}加班{overtime}（尚未排定的日期按运转工时计），上限{most}：请将一次召回或一个长班改派他人"
)
OVERTIME_OF_DATE = "{duty}：比运转班次长{beyond}，最多可长{most}；请缩短或改派他人"

# post-night

RECALL_AFTER_A_NIGHT = "{duty}：当日为该班组下夜班日，不得召回；请召回休息日人员"
DUTY_AFTER_A_NIGHT = "{duty}：{night}之后的下夜班日应当休息；请将两班之一改派他人"

# protected

NIGHT_OF_PROTECTED = "{duty}：受特殊保护人员22:00至06:00不得值班；请改派他人"
RECALL_OF_PROTECTED = "{duty}：受特殊保护人员不得召回；请改派他人"
OVERTIME_OF_PROTECTED = "{duty}：受特殊保护人员值班不得长于运转班次；请改派他人"

# reach

TOO_FAR = "{day}：{home}的{officer}在{zone}的{post}上岗，相距超过{reach:g}公里；请就近派人"

# rest

TOO_LITTLE_REST = "{duty}：距{before}结束仅休息{rest}，应休息{wanted}；请推迟开始时间，或将两班之一改派他人"

# skills

LICENCE_MISSING = "{when}：{post}还缺{missing}名具备“{licence}”技能的人员（{who}）；请派具备该技能的人员"

# strength

STRENGTH_SHORT = "目标{wanted:,}人，在岗{there:,}人；当日运转应到人员中缺勤{away:,}人"
STRENGTH_SHORT_LET_OFF = (
    "目标{wanted:,}人，在岗{there:,}人；当日运转应到人员中缺勤{away:,}人，免勤{let_off:,}人"
)

# vehicles

VEHICLES_MISSING = "{when}：{post}已有人上岗，但缺{kind} {lack}辆；请调配空闲车辆"
VEHICLE_UNKNOWN = "{when}：{officer}在{place}使用车辆{vehicle}：文件中没有这辆车"
VEHICLE_OF_ANOTHER = "{when}：{officer}在{place}使用车辆{vehicle}：该车属于{unit}"
VEHICLE_OF_OTHER_KIND = "{when}：{officer}在{place}使用车辆{vehicle}：该车为{kind}，岗位要求{wanted}"
VEHICLE_IN_WORKSHOP = "{when}：{officer}在{place}使用车辆{vehicle}：该车当时在修"
VEHICLE_IN_TWO_PLACES = "{when}：{officer}在{place}使用车辆{vehicle}：该车同时在{other}"
AT_NO_POST = "机动"

# weekly-rest

NO_WEEKLY_REST = "截至{last}的{days}天内没有连续休息{hours}；请将其中一班改派他人"
