"""How findings speak of duties, dates and hours."""

WHOLE_HOURS = "{hours}小时"
HOURS_AND_MINUTES = "{hours}小时{minutes}分钟"
ONLY_MINUTES = "{minutes}分钟"
DUTY_OF_DATE = "{day} {shift}（{start}-{end}）"
AND_BETWEEN = "和"
