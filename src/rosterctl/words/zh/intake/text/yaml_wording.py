"""What libyaml says about a file that is not YAML, in a planner's words: what is wrong, and what to do."""

NO_TOKEN = (
    "此处不能使用该字符",
    "缩进用空格，不用制表符；以 @、`、% 或 * 开头的文字须加引号",
)
COLON_TOO_MANY = (
    "此处不应有“:”",
    "同一项的各字段须左端对齐；含有“: ”的文字须加引号",
)
COLON_MISSING = ("缺少“:”", "写作`key: value`")
KEY_OUT_OF_LINE = ("缩进与上文不一致", "同一项的各字段须左端对齐")
DASH_OUT_OF_LINE = ("缩进与上文不一致", "同一列表的横线须左端对齐，同一项的各字段也须左端对齐")
BRACE_NEVER_CLOSED = ("此“{{”之后缺少“,”或与之配对的“}}”", "补上缺少的符号")
BRACKET_NEVER_CLOSED = ("此“[”之后缺少“,”或与之配对的“]”", "补上缺少的符号")
QUOTE_NEVER_CLOSED = ("此处引号未闭合", "补上引号")
NOT_WELL_FORMED = ("不是规范的YAML文件：{said}", "请与上文各行对照检查")
NOT_YAML = "不是YAML格式"
TAB = ("此处有制表符", "缩进用空格，不用制表符")
