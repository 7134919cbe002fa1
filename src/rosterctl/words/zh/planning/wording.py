"""The sentences of the planner: why there is no roster, what was lost, why a published duty changes."""

# Between officers, each with dates

ONE_BY_ONE = "；"

# No roster, or a part that came to nothing

CONTRADICTORY = "{where}的强制规则相互矛盾"
THE_BUREAU = "全局"
NO_TIME_FOR_ANY = "{seconds:g}秒已用完，尚未排出任何班表"
TIED_TO_A_LOST_UNIT = "该单位与{unit}共用人员或共同承担勤务活动"
NOTHING_BETTER = "搜索所得方案的法定最低警力缺口更大"
NOT_DEALT = (
    "{choice.day}：{undealt.unit}{undealt.team}班组有{undealt.missing}人无法依规则排入{choice.unit}的{shift}"
)
NOBODY_LEFT = "已无人可排"

# Why the plan of some units might be less short

SHORT_OF_PLAN = "{units} {minutes:,}"
NO_TIME_FOR_CHANGES = "时间不足，未尝试在该处安排免勤"
CHANGES_IN_VAIN = "已尝试安排免勤，但所需班次无法依规则落实到人"
NOTHING_BETTER_FOUND = "已尝试安排免勤，未得到更好的结果"

# What became of a task in another process; each goes on from "because"

CAME_TO_NOTHING = "{task}未得出结果，原因：{why}\n{trace}"
ANSWER_UNREADABLE = "返回结果无法读取"
ANSWER_TO_ANOTHER = "返回结果与所问不符"
TIME_RAN_OUT = "时间已用完"
NO_SIGN_OF_LIFE = "其进程无响应"
PROCESS_DIED = "其进程已终止"
PROCESS_EXITED = "其进程已终止，退出码{code}"
PROCESS_KILLED = "其进程已被信号 {signal} 终止"
PROCESS_KILLED_BY_NUMBER = "其进程已被{number}号信号终止"
OUT_OF_MEMORY = "内存不足"
BUG_IN_TASK = "rosterctl 程序出错（{kind}：{error}）"
NO_WORKER = "集群没有计算节点"
WORKER_LOST = "集群的计算节点失联"

# A cluster that cannot be used

NO_SCHEDULER = "{address} 没有 dask 调度器应答（{error}）"
WORKERS_WITHOUT = "其计算节点无法运行 rosterctl（{error}）；请在节点上安装 {ours}"
WORKERS_MISSING = "集群没有计算节点；请先启动节点"
WORKERS_DIFFER = "其计算节点须与本机同为 rosterctl {ours}；{other}"
WORKER_HAS = "{name} 为 {found}"

# Why an exchange is left out

BREAKS_A_RULE = "违反规则 {rule}：{message}"
HAS_NO_DUTY = "{officer}在{day}没有班次"
HAS_NO_SUCH_DUTY = "{officer}在{day}没有这个班次"
NO_DUTY_BEING_AWAY = "{officer}在{day}没有班次（{kind}）"
NO_SUCH_DUTY_BEING_AWAY = "{officer}在{day}没有这个班次（{kind}）"

# Why a published duty cannot stay, for the officer and the planner

OFF_THE_ROLL = "已不在册"
AWAY = "缺勤：{kind}"
AWAY_SINCE = "缺勤：{kind}，自{day} {clock}起"
TAKEN_BACK = "换班或顶班已撤回"
EXCHANGE_VOID = "换班或顶班已失效"
HALF_OF_A_SWAP = "换班的另一方无法成班"
OTHER_MODEL = "{unit}的勤务模式已变更"
NO_LONGER_WORKED = "{unit}{team}班组当日不再上此班次"
NO_LONGER_ALLOWED = "规则 {rule} 不再允许"

# Why a date has another duty than was published

REFILLED = "岗位重新派人"
UNIT_GONE = "文件中已没有单位{unit}"
FEWER_HOURS = "因缺勤，可在运转以外工作的工时减少"
NO_ROOM_LEFT = "按规则 {rule} 已无余量"
OTHER_TIMES = "班次“{shift}”现为{start}至{end}"
OTHER_WANTS = "{unit}的岗位需求已变更"
FOR_THOSE_AWAY = "接替{unit}的{officers}"
FOR_MORE_AWAY = "接替{unit}的{officers}等人"
NEW_ON_THE_ROLL = "新到人员"
MOVED_TO_TEAM = "调入{unit}{team}班组"
BACK_ON_DUTY = "已返岗"
BACK_ON_ROTATION = "恢复运转"

# Why what was lost by being away does not come back, and who is called in for nothing by now

LOST_DUTY = "{officer}的{day} {shift}"
WORKS_OTHERWISE = "该员当日已改上{shift}"
PLACE_FILLED = "空缺已补：其时段内无缺口"
SPARE_RECALLS = "{people}可免召回"
ON_DATE = "{officer}（{days}）"
NOTHING_SHORT = "不召回亦无缺口"
