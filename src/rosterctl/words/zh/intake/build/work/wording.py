"""The sentences about units, posts, crews, rotations and events: what is wrong, and what to do about it."""

CHANGE_NOT_AFTER_UNIT = ("from：{first}应晚于单位的起始日期{earlier}", "各次变更须按日期先后排列")
CHANGE_NOT_AFTER_CHANGE = ("from：{first}应晚于前一次变更的日期{earlier}", "各次变更须按日期先后排列")
NO_SUCH_VEHICLE = "vehicle：没有“{kind}”类车辆{hint}"
KNOWN_KINDS = "现有：{known}"
NO_FILES_WITH_VEHICLES = "请在`vehicles:`下列出车辆文件"
NOBODY_LICENSED = "licence：该岗位无人具备资格：没有人具备技能“{licence}”{hint}"
NOBODY_FOR_CREW = "{key}：该岗位无人具备资格：编组“{crew}”要求的技能“{skill}”无人具备{hint}"
NOBODY_SKILLED = "技能填在人员文件的`skills`列"
SKILLS_THERE = "现有人员具备的技能：{skills}"
DATE_OF_TWO_KINDS = ("{key}：{day}已列于`{other}`", "两处保留其一")
UNKNOWN_ROLE = ("身份“{role}”不存在{hint}", "填以下之一：{roles}；技能写在加号之后：`sworn+driver`")
AUXILIARY_ARMED = ("辅警不得持枪", "改为`sworn+armed`")
AUXILIARY_ALONE = ("辅警不得在没有民警的情况下单独执勤", "增加`sworn: 1`")
NOT_A_SLOT = ("{slot}：{error}", "写身份和技能，如`sworn+driver`")
NO_HEADS = ("{slot}：人数为0", "删去该项")
TOO_MANY_HEADS = ("{slot}：一个岗位超过{most}人", "请分设几个岗位")
ACROSS_THE_HANDOVER = ("勤务活动跨越早交接班时刻{clock}", "请以该时刻为界分写两项勤务活动")
UNIT_NOT_AT_EVENT = ("units：{day}不在单位“{unit}”的设立期内（{dates}）", "将其从该勤务活动中删去")
EVENT_DATE_TWICE = ("dates：{day}重复", "保留一个")
WINDOW_WITHOUT_A_CREW = ("该时段未指定编组", "填写`minimum`、`plan`或`target`，值为编组编号")
WINDOWS_OVERLAP = (
    "该时段与第{line}行的时段重叠：同一岗位同一时间只能列一次",
    "一个时段结束时另一个方可开始，或分别填写不同的`days`或日期",
)
POST_ON_NO_DATE = (
    "岗位“{post}”没有一天可以设立：不在{around}的设立期内（{dates}）",
    "更正日期，或删去该岗位",
)
OUTAGES_OVERLAP = ("outages：有两次停用都包含{day}", "请合并为一次")
BREAK_TOO_LONG = ("break：休息时间不得与班次等长或更长", "休息时间以小时计")
HANDOVER_TOO_LONG = ("handover：交接时间不得与班次等长或更长", "交接时间以分钟计")
LETTER_WITHOUT_A_SHIFT = (
    "周期{cycle}中的字母{letter}没有对应班次",
    "在`shifts:`下注明，休息日则用字母{rest}",
)
SHIFT_OF_THE_DAY_OFF = ("{rest}表示休息日，没有班次", "删去该项")
LETTER_OF = "字母{letter}"
OFFSET_OUTSIDE = ("相位{offset}超出周期{cycle}", "相位应为0至{most}")
LETTER_NOT_IN_THE_CYCLE = ("周期{cycle}中没有字母{letter}", "删去该项，或更正周期")
NEW_TEAM_WITHOUT_A_NAME = (
    "班组“{team}”自{first}起新设，但没有名称",
    "增加`name: …`；如系原有班组，请更正编号",
)
TEAM_WITHOUT_A_ROTATION = ("班组“{team}”没有运转", "为单位指定运转：`rotation: …`")
TEAM_WITHOUT_AN_OFFSET = (
    "班组“{team}”没有相位：运转“{rotation}”只有{offsets}个相位",
    "为该班组单独指定：`offset:` 0至{most}",
)
CHANGE_AFTER_THE_END = (
    "from：{first}晚于单位的截止日期{last}",
    "更正其中一个日期，或删去该次变更",
)
CHANGE_OF_NOTHING = (
    "该次变更没有内容",
    "写明自该日起的新内容：`rotation`、`teams`、`shifts`、`recalls`或`borrows_from`",
)
SHIFTS_OF_ANOTHER_ROTATION = (
    "单位“{unit}”自{first}起改用另一勤务模式，而`shifts`中仍是原模式的字母",
    "在该次变更中重写`shifts`；各字母均用原定班次的，写`{{}}`",
)
BORROWS_FROM_ITSELF = ("borrows_from：单位不能向本单位借警", "删去该项")
LETTER_NOBODY_WORKS = ("单位“{unit}”没有任何班组值字母“{letter}”的班", "其运转所用字母：{letters}")
