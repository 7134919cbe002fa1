"""What the doctor's checks say, and what to do about it. A remedy may be a command to type."""

# Bureau

MISTAKES = "文件中有错误：{number}处"
NO_MISTAKES = "{files}个文件均无错误"
WARNINGS = "运转与规则不相协调：{number}项提示"
MISTAKES_IN_NOTIFY = "notify.yaml 中有错误：{number}处"

# Calendar

CALENDAR_OF_MISTAKEN_BUREAU = "本局文件有误，无法得知日历内容"
CALENDAR_KNOWS = "“{calendar}”已含今后60天所需内容"

# Clock

NOTHING_RAN_YET = "{now}；此处尚未运行过"
CLOCK_BEHIND = "时钟为{now}，而上次运行在{last}"
SET_THE_CLOCK = "请校正时钟（`timedatectl`），或等待时钟走到该时刻"
CLOCK_AHEAD = "{now}，晚于上次运行{last}"

# File system

CANNOT_SEE_FILE_SYSTEM = "无法得知状态文件夹所在文件系统的类型"
SEE_THAT_IT_IS_LOCAL = "请确认其在本机"
MOVE_TO_THIS_MACHINE = "请移至本机磁盘（`--state DIR`）"
MOVE_TO_A_DISK = "请移至磁盘"
UNKNOWN_FILE_SYSTEM = "未知文件系统"
LIES_ON = "状态文件夹位于 {kind}"
LIES_ON_FLEETING = "状态文件夹位于 {kind}，关机即失"

# Last success

NOTHING_PUBLISHED = "此处尚未发布过"
PUBLISH_FIRST = "`rosterctl nightly`，或 `rosterctl publish`"
RUN_BY_HAND = "请手动运行 `rosterctl nightly` 并查看其输出"
HOURS_AGO = "{hours}小时前"
DAYS_AGO = "{days}天前"
NIGHT_MISSED = "{age}：漏掉一次夜间运行"

# Lock

LOCK_FREE = "未占用"
LOCK_OF_THE_DEAD = "未占用；曾占用的进程 {process} 已终止，下次运行将接管"
LOCK_HELD = "进程 {process} 自{since}起占用"
LOOK_AT_IT = "请查看：`ps -fp {process}`；若已停滞，可用 `kill {process}` 终止"
RUN_AT_WORK = "{said}：正在运行"

# Parts

INSTALL_AGAIN = "请用 pip 重新安装 rosterctl"
NO_SOLVER = "{parts}，缺少 `OR-Tools`：无法排班"
OTHER_SOLVER = "{parts}，`OR-Tools` {found}：rosterctl 所需为 {wanted}"

# Permissions

GIVE_THEM_TO_THE_USER = "请以夜间运行的用户运行 `doctor`，或用 `chown` 将其归该用户所有"
FOREIGN = "{number}个文件或文件夹属于其他用户（{first}）"
PRIVATE = "状态文件夹内{state}个、本局{bureau}个文件和文件夹均未对他人开放"
EXPOSED_IN_STATE = "状态文件夹内有{number}个文件或文件夹可被他人访问（{first}）"
EXPOSED_IN_BUREAU = "本局有{number}个文件或文件夹可被他人访问（{first}）"

# Scheduler

NOT_SCHEDULED = "就可见范围，没有 `crontab` 或定时器运行 `rosterctl nightly`"
SCHEDULE_IT = "`rosterctl schedule crontab {bureau}`，或 `rosterctl schedule systemd {bureau}`"
YOUR_CRONTAB = "本用户的 `crontab` 中"
SCHEDULED_IN = "夜间运行已设在 {where}"

# Space

FREE_SOME = "请腾出空间、减少保留的版本，或移动状态文件夹（`--state DIR`）"
SPACE_LEFT = "剩余 {free}，十个版本需 {need}"
FEW_FILES = "还可新建{free}个文件，十个版本需{wanted}个"

# State

SET_ASIDE_BY_THE_NEXT = "下次运行将其移出，并自最近完好版本继续"
INTACT_AND_EMPTY = "完好；尚未发布"
STATE_TO_COME = "“{state}”由首次运行建立"
INTACT = "完好；现行为第{version}版"

# Zone

CHOOSE_THE_TIME = "请用 `rosterctl schedule … --at` 选定时刻"
ZONE_OF_MISTAKEN_BUREAU = "系统时区为 {system}；本局文件有误，其时区不明"
ZONE_OF_THE_FILE = "/etc/localtime 所定时区"
SAME_ZONE = "{zone}，与系统时钟一致"
OTHER_ZONE = "本局时区为 {bureau}，系统为 {system}：`crontab` 或定时器中的{night}即本局的{there}"

# Whatever cannot be looked at

RUN_AS_THE_USER = "请以夜间运行的用户运行 `doctor`"
CANNOT_BE_EXAMINED = "无法检查：{reason}"
FILE_CANNOT_BE_EXAMINED = "无法检查 {file}：{reason}"
