"""The words in calendars."""

DUTY_OF = "{name}：{shift}"
RECALLED = "召回"
EXCHANGED = "顶班或换班"
STANDS_IN_RESERVE = "机动"
SERVED_IN = "{unit}"
OF_OFFICER = "{name}的班次"
OF_UNIT = "{unit}的班次"
