"""The sentences about a rulebook that names rules or options that are not there."""

UNKNOWN_RULE = ("没有规则“{rule}”{hint}", "`rosterctl rules` 列出全部规则")
OPTION_WRONG = ("规则“{rule}”：{option}：{wrong}", "`rosterctl rules {rule}` 显示其选项")
UNKNOWN_OPTION = "没有此选项{hint}"
OPTION_TOO_SMALL = "不得小于{least}"
OPTION_NOT_KNOWN = "应为 {expected}"
OPTION_NO_LIST = "应为列表"
SEVERITY_NOT_ALLOWED = ("规则“{rule}”不能设为 {severity}", "请写 {allowed}")
OR_SEVERITY = " 或 "
