"""The sentences about single values and addresses. They name no key: whoever knows it puts it before them."""

# Words of the user's own, and those that might have been meant

DID_YOU_MEAN = "（是否应为“{word}”？）"
COMMA = "、"
AND_MORE = "{words}……（共{number}个）"

# What is wanted in place of what is there

NOT_A_LIST = ("此处应为列表", "写作`[a, b]`，或每项一行，以`- `开头")
NOT_A_MAPPING_HERE = (
    "此处应为若干`key: value`",
    "写作`{{key: value}}`，或每项一行`key: value`",
)
EMPTY_LIST = ("列表为空", "至少填写一项")
AT_LEAST = ("不得小于{least}", "")
AT_MOST = ("不得大于{most}", "")
NOT_A_TEXT = ("此处应为文字", "")
NOT_ONE_VALUE = "此处应为单个值，不能是列表或多个字段"
NOT_ONE_TEXT = "此处应为文字，不能是列表或多个字段"
CONTROL_CHARACTERS = "文字中含有不可见的控制字符；请重新录入"
NOT_A_COUNT = "“{text}”不是整数，写法如3"
NOT_A_TIME = "“{text}”不是时刻，写法如07:00"
NOT_HOURS = "“{text}”不是小时数，写法如11或35.5"
NOT_SIGNED_HOURS = "“{text}”不是小时数，写法如4、7.5或-2"
NOT_A_NUMBER = "“{text}”不是数字，写法如1.5"
NOT_A_DATE = "“{text}”不是日期，写法如2026-12-01"
NO_SUCH_DATE = "“{text}”这一日期不存在"
DATE_OUT_OF_RANGE = "“{text}”不在1900年至2199年之间"
NOT_A_FLAG = "“{text}”无法识别：只能填是（`yes`）或否（`no`）"
NOT_AN_ID = "“{text}”不能用作编号：最多64个字符，不得含空格、斜杠、逗号或引号"
NOT_A_SKILL = "“{text}”不能用作技能：技能名不得含加号"
NOT_A_STRETCH = "“{text}”不是起止日期，写法如2026-12-01..2026-12-05"
NOT_A_COMMAND = "命令应逐词列出，如`[/usr/local/bin/tell, --night]`"
PROGRAM_WITHOUT_ITS_PATH = "程序须写完整路径；位于`PATH`中的可只写程序名"
DATE_OR_DATES = "`date`与`dates`须填且只填一个"
NOT_IN_THE_ENVIRONMENT = "环境变量{variable}不存在"
WRONG_IN_THE_ENVIRONMENT = "环境变量{variable}：{wrong}"

# Addresses: they may be secrets, so that none of these sentences takes one

NOT_A_VARIABLE = "`env:`之后应为环境变量名，如`env:ROSTERCTL_PING`"
NOT_AN_ADDRESS = "不是网址，写法如`https://example.org/secret`或`env:NAME`"
ADDRESS_WITH_OTHERS = "网址只能含`ASCII`字符，不得有空格；其他字符写作`%XX`"
ADDRESS_WITH_A_USER = "网址中不支持用户名和密码"
