"""The sentences of the lists of presets and of hours, and the headings of their tables, bars between them."""

ROTATIONS_TITLE = "轮班"
SHIFTS_TITLE = "班次"
RULEBOOKS_TITLE = "规则集"
CALENDARS_TITLE = "日历"
IN_PRESET = "在bureau.yaml写`{key}: [{name}]`即可使用："
IN_BUREAU = "本单位在{file}中自定："
SHIPPED_IN = "自带的文件在{folder}。"
ROTATIONS_COLUMNS = "编号 | 名称 | 周期 | 周工时 | 班组数"
SHIFTS_COLUMNS = "编号 | 名称 | 简称 | 时间 | 计工时"
CALENDARS_COLUMNS = "编号 | 名称 | 已公布 | 节假日至 | 学期至"
CYCLE_LETTERS = (
    "一个字母一天：`O`为休息，其他字母各代表一个班次（--json列出）。\n"
    "单位里写`rotation: cn4x2`即选用。自定周期写在bureau.yaml的`own_rotations:`下。"
)
SHIFT_TIMES = (
    "下班时间不晚于上班时间的，指次日。上班时间24:00指当日午夜。\n自定班次写在bureau.yaml的`own_shifts:`下。"
)
RULEBOOK_CHOICE = "一个单位选一套：`rulebook: china-police`。\n具体规定见`rosterctl rules --bureau DIR`。"
CALENDAR_CHOICE = (
    "一个单位选一份：`calendar: china`。“已公布”指已有放假调休安排的年份，\n"
    "“节假日至”指已列出法定节假日的最后一年。新的一年：把文件复制到\n"
    "单位文件夹的`presets/calendars/`下，补上日期。"
)

HOURS_OF = "{bureau}：{first}至{last}工时"
NOT_PUBLISHED = "以下日期没有已发布的排班，不计工时：\n{dates}"
SPAN_OF_DATES = "{first}至{last}"
BETWEEN_DATES = "、"
HOURS_COLUMNS = "编号 | 姓名 | 班数 | 夜班 | 工时 | 节日 | 延时 | 休息日 | 节假日"
HOURS_LEGEND = (
    "工时为计薪小时；“节日”为其中落在法定节假日的小时，正常班也算在内。\n"
    "加班小时分三类：延时（上班日延长）、休息日（休息日召回）、节假日（法定节假日）。"
)
HOURS_OF_TEAM = "{unit}，班组{team}（{heads}人）"
HOURS_TOGETHER = "合计"
LIEU_TITLE = "调休（小时）"
LIEU_HEADINGS = "编号 | 姓名 | 新增 | 已用 | 剩余"
LIEU_OF_NOBODY = "调休：无。"
HOURS_IN_A_FILE = (
    "月份 | 单位 | 班组 | 编号 | 警号 | 姓名 | 身份 | 班数 | 夜班 | 工时 | 节假日工时 | "
    "延时加班 | 休息日加班 | 节假日加班 | "
    "新增调休 | 已用调休 | 剩余调休"
)
NO_MONTH = "“{text}”不是月份，例如 2026-12"
MONTH_TO_COME = "{month}还没有一天过去；写`--until DATE`可按已发布的排班算到那一天"
UNTIL_ELSEWHERE = "--until {until}不在{month}之内"
