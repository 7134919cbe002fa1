"""The sentences about the bureau as a whole and those that its nouns share: what is wrong, what to do."""

IS_A_FILE = ("这是文件，不是文件夹", "请填写{bureau_yaml}所在的文件夹")
NO_SUCH_FOLDER = ("文件夹不存在", "请填写{bureau_yaml}所在的文件夹")
NO_BUREAU = (
    "此文件夹中没有{bureau_yaml}",
    "请填写含有该文件的文件夹，或新建一个：`rosterctl init DIR --template station`",
)
NO_FILE_NAMED = ("{key}：未填文件名", "填写一个文件名，或删去本行：{beside}会自动读取")

# The nouns that have ids: one of them, and that there is none

ONE_SHIFT = "班次“{name}”"
ONE_ROTATION = "运转“{name}”"
ONE_CREW = "编组“{name}”"
ONE_POST_TYPE = "岗位类型“{name}”"
ONE_UNIT = "单位“{name}”"
ONE_ZONE = "巡区“{name}”"
ONE_POST = "岗位“{name}”"
ONE_EVENT = "勤务活动“{name}”"
ONE_STRENGTH_TARGET = "警力目标“{name}”"
ONE_OFFICER = "人员“{name}”"
ONE_VEHICLE = "车辆“{name}”"
ONE_TEAM = "班组“{name}”"

NO_SHIFT_AT_ALL = "各文件中均未设班次"
NO_ROTATION_AT_ALL = "各文件中均未设运转"
NO_CREW_AT_ALL = "各文件中均未设编组"
NO_POST_TYPE_AT_ALL = "各文件中均未设岗位类型"
NO_UNIT_AT_ALL = "各文件中均未设单位"
NO_ZONE_AT_ALL = "各文件中均未设巡区"
NO_POST_AT_ALL = "各文件中均未设岗位"
NO_EVENT_AT_ALL = "各文件中均无勤务活动"
NO_STRENGTH_TARGET_AT_ALL = "各文件中均未设警力目标"
NO_OFFICER_AT_ALL = "各文件中均无人员"
NO_VEHICLE_AT_ALL = "各文件中均无车辆"

ID_TWICE = ("{one}重复", "已见于{first}；编号不得相同")
ID_TWICE_IN_UNIT = ("单位“{unit}”中{one}重复", "已见于{first}；编号不得相同")
REFERENCE_TO_NONE = "{what}：{one}不存在{hint}"
KNOWN_IDS = "现有：{known}"

# Dates and times

DATES_IN_DISORDER = ("{key}：{last}早于{first}", "请对调两个日期")
DATES_OF_TWO_KEYS_IN_DISORDER = ("{key}：{last}早于{first_key}的{first}", "请对调两个日期")
UNKNOWN_TIME_ZONE = ("timezone：时区“{name}”不存在{hint}", "写法如`Asia/Shanghai`")
DAY_STARTS_TOO_LATE = ("day_starts：须早于24:00", "写作`00:00`")
FROM_DATE_UNTIL_DATE = "自{first}至{last}"
FROM_DATE = "自{first}起"
UNTIL_DATE = "至{last}止"
