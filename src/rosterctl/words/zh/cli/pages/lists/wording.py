"""The sentences of the lists of presets, and the headings of their tables, bars between them."""

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
