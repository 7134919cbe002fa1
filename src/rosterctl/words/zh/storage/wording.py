"""The sentences about files, rosters on disk and the state folder: what is wrong, what was done."""

# The disk

OUTSIDE_THE_FOLDER = "{name!r} 不在该文件夹内"
NOT_WRITABLE = "该文件夹不可写入"
ANOTHER_RUN = "另一次运行"
ANOTHER_PROCESS = "另一次运行（进程 {pid}）"
HELD_BY = "另一次运行正占用 {folder}"
AT_WORK_SINCE = "{who}自{since}起正在使用“{folder}”；请待其结束后再试"

# Rows that are added to a file of the bureau

NO_COLUMN = ("没有“{column}”列", "请在首行增加 {column}")
CHANGED_MEANWHILE = ("文件在此期间已变更", "未录入任何内容；请重试")
NOT_UTF8 = ("文本不是 UTF-8 编码", "请另存为 UTF-8 编码")

# A roster's folder

MAY_NOT_REPLACE = ("这不是{what}，不予覆盖", "请为排班表另行指定文件夹")
EMPTY_OR_ROSTER_FOLDER = "排班表文件夹，且不为空"
SOME_FOLDER = "文件夹"
NO_ROSTER_FOLDER = "这不是排班表文件夹"
NO_FOLDER = "没有这个文件夹"
NAME_ROSTER_FOLDER = "请指定由 `solve --out` 生成的文件夹"
ANOTHER_BUREAU = ("此处为“{bureau}”的文件，排班表属于“{of}”", "请指定该排班表所属的文件夹")
BUREAU_CHANGED = "排班表生成后，本局文件已变更"
SOLVE_AGAIN_OR_USE_COPY = "请重新排班，或去掉 --bureau，使用排班表文件夹内的副本"
DAMAGED = "排班表已损坏或被改动；请使用其他副本，或重新排班"
NOT_ITS_TIMES = (
    "班次“{shift}”的值班时间与其{start}-{end}不符，或中间有空缺：共{duties}个，"
    "首个为“{duty.officer}”{duty.day}的{since}-{until}",
    "排班表已损坏或被改动：请使用其他副本，或重新排班；如为已发布版本，请将其文件夹移出 `versions/`，"
    "下次运行自前一版本继续",
)
FILE_NOT_UTF8 = ("文件已损坏：不是 UTF-8 编码", DAMAGED)
FILE_CUT_OFF = ("文件不完整或已损坏（{error}）", DAMAGED)
FILE_DAMAGED = ("文件已损坏", DAMAGED)
FILE_EDITED = ("文件已损坏或被改动", DAMAGED)
ROW_TOO_SHORT = "有一行缺列"
UNKNOWN_OFFICER = "没有人员“{unknown}”{hint}"
UNKNOWN_SHIFT = "没有班次“{unknown}”{hint}"
UNKNOWN_UNIT = "没有单位“{unknown}”{hint}"
UNKNOWN_POST = "没有岗位“{unknown}”{hint}"
UNKNOWN_VEHICLE = "没有车辆“{unknown}”{hint}"

# A roster.csv

THIS_IS_A_FOLDER = "这是一个文件夹"
NO_FILE = "没有这个文件"
NAME_ROSTER_CSV = "请指定由 `export csv` 生成的 roster.csv"
NO_DUTY_IN_FILE = ("文件中没有班次", "请指定有数据行的 roster.csv")
ROWS_DIFFER = ("“{officer}”{day}的各行单位或性质不一致", "一个班次只在一个单位、因一种性质而上")
UNKNOWN_IN_COLUMN = "{column}：没有“{unknown}”{hint}"

# A roster.json

NOT_A_ROSTER = ("这不是排班表", DAMAGED)
NO_SCHEMA_NUMBER = ("这不是排班表：没有格式号", DAMAGED)
OTHER_FORMAT = "排班表为格式{schema}，本 rosterctl 只读格式{ours}"
USE_NEWER = "请使用更新的 rosterctl"
SOLVE_WITH_THIS = "请用本 rosterctl 重新排班"
NO_NUMBER_OF_DAYS = "{days} 不是有效的天数"
TODAY_OUTSIDE = "{today}不在排班日期内"
SINCE_TOO_LATE = "{since}晚于首日"
FIELD_MISSING = "缺少“{name}”"
FIELD_UNKNOWN = "没有字段“{name}”"
ENTRY_WRONG = "第{number}项：{wrong}"
DUTY_SHAPE = "一个班次应为 `[officer, date, shift, unit, origin, slices]`"
SLICE_SHAPE = "一段勤务应为 `[start, end, post, vehicles]`"
SLICE_LENGTH = "一段勤务不能从第{start}分钟到第{end}分钟"
NO_ORIGIN = "{origin!r} 不是 `rotation`、`recall` 或 `exchange`"
NO_CAUSE = "{cause!r} 不是离开运转的原因"
NO_TIER = "没有第{number}级目标"
FIELDS_WANTED = "须有字段 {names}"
WRONG_KIND = "{name}：{value!r} 类型不符"
A_TEXT = "文本"
A_WHOLE_NUMBER = "整数"
A_LIST = "列表"
AN_OBJECT = "对象"
A_NOTE = "说明"
IS_NOT = "{value!r:.60} 不是{what}"
IS_NO_DATE = "{value!r:.60} 不是日期（例：2026-12-01）"

# The state: its lines, as they are read

LINE_DOES_NOT_HOLD = "第{number}行不成立：{wrong}"
NOT_OUR_SPELLING = "写法与程序所写不同"
DOES_NOT_FOLLOW = "与上一行不衔接，两行之一被改动"
POINTER_EDITED = "与其校验不符"
NO_TIME_ZONE = "时刻{when}没有时区"
WHEN_WITHOUT_ZONE = "`when` 没有时区"
NO_TEXT = "“{key}”不是文本"
NO_NUMBER = "“{key}”不是数字"
NESTED_TOO_DEEPLY = "嵌套过深"
NOT_AN_OBJECT = "不是对象"
IT_IS_MISSING = "文件缺失"
IT_IS_EMPTY = "文件为空"
CUT_SHORT = "文件被截断：{lines}行中只剩{left}行"
OTHER_LINE = "第{number}行不是原来写入的内容"
FOLDER_GONE = "其文件夹缺失"
FILE_MISSING = "{name} 缺失"
FILE_ADDED = "{name} 为后加"
FILE_CHANGED = "{name} 被改动"
AND_MORE_CHANGES = "{changes}，另有{number}处"
VERSION_WRONG = "第{number}版：{wrong}"
RUN_WRONG = "第{number}次运行：{error}"
ROSTER_WITHOUT = "排班表没有“{name}”"
NO_RUN_HISTORY = "不是运行记录"

# The state: what a recovery has done, as it stands in the journal and is told

LINE_TAKEN_OFF = "已删去日志末尾未写完的一行"
KEPT_FIRST = "已另存为 {kept}；"
CHAIN_MADE_ANEW = (
    "{name}：{damage}；{kept}此前有效{lines}行，末行校验值 {last}；本链由完好版本重建：{versions}"
)
NEW_CHAIN = "{name}：{damage}；{kept}新链自版本{versions}继续"
NO_VERSIONS = "无"
DAMAGED_AND_KEPT = "{name}：{damage}；已另存为 {kept}"
NOTE_AND_KEPT = "{note}；已另存为 {kept}"
NEVER_FINISHED = "第{number}版未写完，已清除"
IN_NO_LINE = "第{number}版未见于日志；已另存为 {kept}"
VERSION_DAMAGED = "第{number}版已损坏（{wrong}）{kept}{then}"
AND_KEPT = "；已另存为 {kept}"
CURRENT_AGAIN = "；第{number}版恢复为现行版本"
DAMAGED_WITH_JOURNAL = "日志损坏时第{number}版亦已损坏"
POINTER_FORWARD = "指针已更新，现指向{names}"
NAMES_NO_VERSION = "空"
NAMES_VERSION = "第{number}版"
POINTER_BEHIND = "{name} 未能更新（{error}）"
NEWEST_KEPT = "保留最新{keep}版"
HISTORY_BEGUN_ANEW = "{name}：{wrong}；已另存为 {kept}，并新建"
RUN_NOT_NOTED = "{name}：本次运行未能记录（{error}）"
HISTORY_UNREADABLE = "{name}：无法读取（{error}）"

# The state: a version that is asked for and not there

VERSION_GONE = "第{number}版{how}"
VERSION_IS_DAMAGED = "第{number}版已损坏：{wrong}"
HOW_PRUNED = "已清理"
HOW_DAMAGED = "因损坏已移出"
NAME_ANOTHER_VERSION = "请指定其他版本"
NO_VERSION = "没有第{number}版"
THERE_ARE = "现有：{numbers}"
NONE_PUBLISHED = "尚未发布排班表"
RUNS_LISTS_THEM = "{hint}；`rosterctl runs` 可列出"
