"""The sentences of the command line that stand on no page."""

NO_COMMAND = "没有命令“{name}”{hint}"
NO_RULE = "没有规则“{name}”{hint}；`rosterctl rules` 列出全部规则"
NO_POST = "没有岗位“{id}”{hint}；如为勤务活动，请改为指定人员"
LACKS_NOBODY = "岗位“{post}”届时不缺人；如要替换某人，请同时用 --officer 指定该人员"
NO_DUTY_ON = "人员“{officer}”在{day}没有班次"
DATE_OUTSIDE_ROSTER = "--date：排班表的日期为{horizon.first}至{horizon.last}"

OFFICER_ALONE = "--officer 不能与其他条件同用"
SHARED_GOES_WITH_EACH = "--shared 须与 --each 同用"
SHARED_NEEDS_STATE = "--shared 只用于已发布的排班表：文件名由状态文件夹中的密钥生成"
MONTH_OR_COVERAGE = "--month 与 --coverage 只能选一项"
POSTS_OF_A_UNIT = "--posts 是单位的勤务安排，须与 --unit 同用"
POST_OR_OFFICER = "请指定 --post 或 --officer，也可两者都指定"
TIME_OF_A_POST = "--time 只用于 --post；顶班须顶整个班次"
NOT_BOTH = "--post 与 --officer 只能选一项"
OF_OR_BUREAU = "请说明该 CSV 对应的排班表：--of ROSTER 或 --bureau FOLDER"
CLUSTER_EXTRA = "--cluster 需要另装组件：`pip install 'rosterctl[cluster]'`"
UNTIL_BEFORE_FROM = "--until {last}早于{first}"
SAY_THE_ZONE = "请写明时区，例如 `2026-12-01T05:40+08:00`"

TWO_BUREAUS = "BEFORE 是“{before}”局的排班表，AFTER 是“{after}”局的排班表，无法比较"
NO_COMMON_DATE = "两份排班表没有共同日期：一份为{old.first}至{old.last}，另一份为{new.first}至{new.last}"
ROSTER_OF_ANOTHER = "{roster}是“{of}”局的排班表，这里是“{bureau}”局"
NO_STATE_WITHOUT_BUREAU = (
    "此文件夹中没有 bureau.yaml，因此也没有状态文件夹",
    "请指定本局文件夹，或用 --state DIR 指定状态文件夹",
)

NOT_PUBLISHED_YET = (
    "此处尚未发布排班表",
    "请指定由 `rosterctl solve --out` 写出的文件夹；发布用 `rosterctl publish ROSTER BUREAU`",
)
NONE_INTACT = ("已发布的版本均不完整", "`rosterctl runs --verify` 说明各版本的问题")
NEWEST_DAMAGED = "版本{newest}已损坏，现行版本为{current}"
NOTHING_TO_PUBLISH = (
    "这是本局文件夹或状态文件夹，其中没有新的排班表",
    "请指定由 `rosterctl solve --out` 写出的文件夹；重新启用旧版本用 `rosterctl rollback`",
)

JUDGED_ON_VERSION = "按现行版本{version}核对"
JUDGED_ON_FOLDER = "按{roster}核对；尚未发布排班表"
JUDGED_ON_ANOTHER = "按{roster}核对，而非现行版本{version}"
NOTHING_TO_JUDGE_ON = (
    "尚未发布排班表，./{roster}中也没有排班表",
    "请先发布排班表，或用 --roster 指定",
)

NOT_EMPTY = "“{folder}”已存在且不为空；请另取文件夹名"
NO_BUREAU_IN = "“{folder}”中没有{file}；请指定本局文件夹"
FOLDER_MISSING = "没有文件夹“{folder}”；请先建立"
NO_USER = "{text!r}不是有效的用户名"
QUOTATION_MARKS = "{program}：路径含引号，systemd 无法启动该程序"
HIDDEN_FROM_SERVICE = "{path}：服务使用自己的 /tmp，找不到此路径；请移到别处"
CANNOT_BE_SCHEDULED = "{path!r}：路径含反斜杠或控制字符，无法定时运行；请改名"
NO_PROGRAM = "此 Python 环境中没有 `rosterctl` 程序；请用 pip 安装"
NO_USER_NAME = "系统中查不到当前用户名；请用 --user 指定"

WARNED = "警告：{sentence}"
MENDED = "已修复：{sentence}"
INTERRUPTED_NOW, TERMINATED_NOW = "已中断", "已终止"
ENTERED_IN = "已登记到{file}"
ROWS_ENTERED_IN = "已登记到{file}：{rows}"
ONE_ROW_ENTERED, ROWS_ENTERED = "{number}行", "{number}行"
BUREAU_BEGUN = "{folder}：{number}个文件。下一步："
NOTHING_PUBLISHED_YET = "尚未发布排班表：以下为本局台账中的结转数"
NOT_REPAIRED = "现行版本自{first}起；{today}属于版本{version}，未作调整"
NO_EVENTS = "--events {file}无法写入：{why}"
NO_MORE_EVENTS = "{file}：{why}；运行继续，此后不再写入进度"
FROM_NOW_ON = "{one.kind.words} {one.id}：自{one.first} {clock}起；如为其他时间，用 --at 指定"
ONE_VERSION_INTACT, VERSIONS_INTACT = "{number}个版本", "{number}个版本"
ALL_INTACT = "完整：日志哈希链有效，{versions}与发布时一致"
BUG = (
    "这是 rosterctl 的程序错误，不是您文件的问题（{kind}：{text}）。请连同所用命令一并报告；"
    "`rosterctl --debug …` 显示出错位置。"
)

ONE_FILE = "{number}个文件"
FILES = "{number}个文件"
FILES_WRITTEN = "{folder}中有{files}：{names}"
WRITTEN_TO = "已写入{file}"
ONE_OFFICER = "{number}人"
OFFICERS = "{number}人"
CALENDARS_WRITTEN = "已写入{path}：{officers}"
NO_CALENDAR_WRITTEN = "没有班次可写，未生成日历"
PASSED_OVER = "跳过版本{number}：{why}；仅见于该版本的内容不在日历中"
ONE_FINDING_EXPORTED = "审核发现{number}个问题：本排班表不得发布或张贴；总览中已注明，详见 `rosterctl audit`"
FINDINGS_EXPORTED = "审核发现{number}个问题：本排班表不得发布或张贴；总览中已注明，详见 `rosterctl audit`"

READ_WITHOUT_MISTAKES = "{name}：{counts}；没有错误"
READ_WITH_WARNINGS = "{name}：{counts}；没有错误，{warnings}"
ONE_UNIT_READ, UNITS_READ = "{number}个单位", "{number}个单位"
ONE_TEAM_READ, TEAMS_READ = "{number}个班组", "{number}个班组"
ONE_OFFICER_READ, OFFICERS_READ = "{number}人", "{number}人"
ONE_POST_READ, POSTS_READ = "{number}个岗位", "{number}个岗位"
ONE_VEHICLE_READ, VEHICLES_READ = "{number}辆车", "{number}辆车"
ONE_WARNING, SEVERAL_WARNINGS = "{number}条警告", "{number}条警告"

CHECKS_COLUMNS = "检查项 | 状况 | 结果"
HEALTH_OK, HEALTH_WARNING, HEALTH_WRONG = "正常", "警告", "异常"
WHAT_TO_DO = "处理办法："
REMEDY_OF_CHECK = "- {name}：{remedy}"
CHECK_BUREAU, CHECK_CALENDAR, CHECK_CLOCK, CHECK_FILE_SYSTEM = "本局文件", "日历", "系统时钟", "文件系统"
CHECK_LAST_SUCCESS, CHECK_LOCK, CHECK_PARTS = "最近成功运行", "运行锁", "程序组件"
CHECK_PERMISSIONS, CHECK_SCHEDULER = "文件权限", "定时任务"
CHECK_SPACE, CHECK_STATE, CHECK_ZONE = "磁盘空间", "状态文件夹", "时区"

EACH_RULE_COLUMNS = "规则 | 内容"
RULEBOOK_AND_SOURCE = "{rulebook}：{source}"
OPTION_HEAD = "选项"
DEFAULT_OF_OPTION = "默认值"
SEVERITIES = "`severity` 可取：{severities}"
RULE_IN_THE_BUREAU = "本局规定：违反时{does}（{basis}）；{options}\n来源：{source}"
