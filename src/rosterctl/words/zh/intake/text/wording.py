"""The sentences about files, YAML, CSV and single values: what is wrong, and what to do about it."""

KEYED = "{key}：{message}"
UNKNOWN_WORD = ("“{word}”无法识别{hint}", "可填：{allowed}")

# Files

PATH_LEADS_OUT = ("“{pattern}”不在本局文件夹之内", "路径应从bureau.yaml所在文件夹写起")
NO_FILE_FITS = ("没有与“{pattern}”相符的文件", "删去该项")
NO_FOLDER_OF_FILES = ("没有与“{pattern}”相符的文件", "文件夹“{folder}”不存在")
LINK_LEADS_OUT = ("“{name}”是指向本局文件夹之外的链接", "请将文件复制到文件夹内")
FOLDER_NOT_FILE = ("“{name}”是文件夹，不是文件", "如要列入其中全部文件，写作：{name}/*")
NO_SUCH_FILE = ("文件“{name}”不存在{hint}", "如本无此文件，删去该项")
NOT_ORDINARY = ("“{name}”不是普通文件", "请改填文本文件")
WITHHELD_FILE = ("“{name}”仅供通知使用：其中可能含有密钥，从不复制到排班表中", "请改填其他文件")
FILE_TWICE = ("“{name}”重复列入", "已列于{first}；保留一处")
TOO_MANY_FILES = ("文件超过{most}个", "请将小文件合并")
TOO_LARGE = ("文件超过{mebibytes}MB", "请拆成几个文件")
UTF_16 = ("文件似为UTF-16编码", "请另存为UTF-8编码")
GBK = ("文件似为`GBK`编码", "请另存为UTF-8编码")
NOT_UTF_8 = ("文件不是UTF-8编码的文本", "请另存为UTF-8编码")
INVISIBLE_MARK = ("含有不可见字符（{code}）", "删去该字符，或重新录入本行")
PRESET_TWICE = ("“{name}”重复列入", "保留一处")
UNKNOWN_CALENDAR = "日历“{name}”不存在{hint}"
UNKNOWN_FILE_OF_ROTATIONS = "运转文件“{name}”不存在{hint}"
UNKNOWN_FILE_OF_SHIFTS = "班次文件“{name}”不存在{hint}"
UNKNOWN_RULEBOOK = "规则集“{name}”不存在{hint}"
KNOWN_PRESETS = "可用：{known}；自编文件请存为{own}"

# YAML

FILE_EMPTY = ("文件为空", "`rosterctl init`生成的文件可作样例")
NO_KEYS = ("文件内容不是`key: value`格式", "`rosterctl init`生成的文件可作样例")
SECOND_DOCUMENT = ("此处又起一份文档", "一个文件只能有一份文档：删去`---`")
NESTED_TOO_DEEP = ("嵌套超过{most}层", "各类文件均无须如此")
YAML_ALIAS = ("不允许使用别名（*{name}）", "请把内容直接写出")
YAML_ANCHOR = ("不允许使用锚点（&{name}）", "请删去，并在引用处把内容直接写出")
YAML_TAG = ("不允许使用标签（{name}）", "请删去；各项内容按字段名识别")
KEY_TWICE = ("字段“{key}”重复", "第{first.line}行已有；保留一处")
KEY_NOT_A_WORD = ("字段名只能是一个词", "含有 {{ 或 [ 的文字须加引号")
MERGE_KEY = ("不允许使用合并键（<<）", "请把各字段逐一写出")
NOTHING_AFTER_KEY = ("“{key}:”之后没有内容", "填写内容，或删去本行")
NOTHING_AFTER_DASH = ("此横线之后没有内容", "填写内容，或删去本行")
MISSING_KEY = ("缺少字段“{key}”", "增加一行`{key}: …`")
UNKNOWN_KEY = ("没有“{key}”这一字段{hint}", "此处可用字段：{known}")

# CSV

NO_COMMAS = ("各列之间未用逗号分隔", "请另存为逗号分隔的CSV文件")
COLUMN_TWICE = ("列“{column}”重复", "保留一列")
UNKNOWN_COLUMN = ("没有“{column}”这一列{hint}", "此处可用的列：{known}")
NO_COLUMNS = ("缺少列“{columns}”", "首行应写列名，以逗号分隔")
BETWEEN_COLUMNS = "”、“"
EMPTY_CELL = ("单元格为空", "每行都须填写“{column}”")
WRONG_NUMBER_OF_CELLS = (
    "本行有{cells}格，首行有{columns}格",
    "是否多写或漏写逗号？含有逗号的文字须加引号",
)
NOT_CSV = ("不是规范的CSV文件：{error}", "请检查是否有引号未闭合")
CUT_OFF_IN_QUOTES = "文件在引号内中断"
TEXT_AFTER_QUOTES = "引号之后应为逗号"
