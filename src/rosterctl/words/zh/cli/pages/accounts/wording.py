"""The sentences of the ledger and of an officer's account, and the headings of their tables."""

BORNE_AND_FAIR = "{name}：截至{on}的实际承担/应担份额；调休以小时计"
BALANCES_COLUMNS = (
    "单位 | 班组 | 编号 | 姓名 | 夜班 | 周末 | 节假日 | 除夕 | 召回 | 加班时数 | "
    "结转 | 新增 | 已用 | 过期 | 剩余 | 透支"
)
PAY_BELOW = "计薪工时"
ONE_OVERDRAFT, SEVERAL_OVERDRAFTS = "{number}笔透支", "{number}笔透支"
OVERDRAWN_BY = (
    "调休透支：{name}（{id}），{day}：用{asked}小时，其中{missing}小时无余额。"
    "请更正该缺勤，或补一条日期不晚于该日的 `init` 或 `adjust`。"
)

ACCOUNT_OF = "{name}（{id}），{role}，{unit} {team}班组：截至{on}"
MOVEMENTS_COLUMNS = "日期 | 事项 | 分钟 | 结余 | 来源"
MOVEMENT_EXPIRES = "过期"
NO_MOVEMENTS = "没有调休"
BURDENS_COLUMNS = "项目 | 实际承担 | 应担份额"
HOURS_LEFT = "剩余调休：{hours}小时"
HOURS_LEFT_OF_WHICH = "剩余调休：{hours}小时，其中{expiring}小时于{day}过期"

BURDEN_NIGHTS, BURDEN_WEEKENDS, BURDEN_HOLIDAYS = "夜班", "周末", "节假日"
BURDEN_EVES, BURDEN_RECALLS, BURDEN_OVERTIME = "除夕", "召回", "加班时数"
