"""The sentences of the jobs: why one is refused and what to do, what is warned of, why duties changed."""

# Why a duty is another than before

BY_EXCHANGE = "顶班或换班"
NEW_MODEL = "该单位勤务模式已变更"

AT_THE_SEAM = "两份排班表衔接处"
BY_NEW_ROSTER = "因发布新排班表"
BY_ROLLBACK = "因退回第{version}版"
DROPPED = "因退回第{version}版而取消"

# Publishing

CHANGED_DURING_AUDIT = ("审核期间排班表被改动", "请重新发布")
OTHER_BUREAU = ("该排班表属于“{roster}”，已发布的属于“{published}”", "请指定其自己的状态文件夹")
TOO_FAR_AHEAD = (
    "{first}至{last}尚未排班，现行排班表与本表之间空缺{days}天",
    "请先发布这些日期的排班表：`rosterctl solve --from {first} --days {days} --out DIR`；"
    "空缺不超过{most}天时自动补排",
)
TOO_FAR_BACK = (
    "{first}至{last}尚未排班，本版本与其后已发布的排班之间空缺{days}天",
    "`--drop-later` 取消其后已发布的排班；空缺不超过{most}天时自动补排",
)
ROSTER_IS_PAST = (
    "日期已过：该表止于{last}，今天是{today}",
    "请发布含今天或以后日期的排班表；可用 `rosterctl solve --from {today}` 生成",
)
NO_ROSTER_PUBLISHED = ("尚未发布排班表", "`rosterctl publish ROSTER` 发布排班表")
NOT_AWAY = "{one.kind} {one.id}：{one.first} {one.id}并未缺勤，无需变更；未录入"
WORKED_TO_ITS_END = "{one.kind} {one.id}：{day}的班次已结束，按已发布内容保留"
STAYS_ENDED = "{officer}已返岗，但{day}的班次已于{clock}结束，不再恢复：余下时间由他人上岗"
ROSTER_OVER = ("已发布的排班表止于{last}", "`rosterctl nightly` 生成下一份")
TABLES_NOT_WRITTEN = "第{version}版已发布，但表格未能写出：{why}；下次运行再试"

# The night's clock

BEFORE_WHAT_IS_PUBLISHED = (
    "系统日期为{today}，而已发布的排班自{first}起；请校正时钟，或用 --today 指明日期；"
    "如发布当时时钟有误，请用 `rosterctl rollback VERSION --drop-later` 退回较早版本"
)
LONG_AFTER_WHAT_IS_PUBLISHED = (
    "系统日期为{today}，而已发布的排班止于{last}；如日期无误，请用 `rosterctl solve --from` 生成排班表并发布"
)

# The ledger

NOT_KNOWN_ANY_MORE = (
    "截至{last}的累计已无从得知：现存最早的排班表自{oldest}起",
    "请查询{first_known}或以后的日期",
)

# Exchanges

_ROW = "该行在换班文件中；请在文件中删除，或另行指定"
SAME_OFFICER_TWICE = ("“{officer}”不能与本人换班", "请指定两个人")
DATE_OUTSIDE = ("{day}不在排班表日期内", "排班表自{horizon.first}至{horizon.last}")
DOES_NOT_FIT = ("{why}", "`rosterctl show ROSTER --officer ID` 显示个人班次")
NOT_ON_THE_ROLL = ("“{officer}”{day}不在册", "请另行指定")
GIVEN_AWAY_ALREADY = ("“{officer}”{day}的班次已让出", _ROW)
TAKEN_OVER_ALREADY = ("“{officer}”{day}已接他人班次", _ROW)

# Whom to tell

NOTIFY_UNREADABLE = "notify.yaml 无法读取：{why}；不通知任何人"
CHANNEL_LEFT_OUT = "{place}：{message}；略过此通知渠道"
NOT_TOLD = "{channel}未能通知：{why}"
CHANNEL_FAILED = "发送出错（{bug}）"
THE_HEALTH_CHECK = "运行监测"
THE_WEBHOOK = "网络推送"
THE_COMMAND = "命令 {name} "
CHANNEL_AT = "{channel}（{host}）"
NO_THREAD = "无法启动线程"
