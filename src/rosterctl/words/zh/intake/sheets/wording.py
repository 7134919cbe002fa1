"""导入的名单：哪些读不了，哪些地方不对。"""

from __future__ import annotations

LIST_IS_A_FOLDER = ("这是文件夹，不是名单", "请写表格文件或CSV文件的名字")
LIST_NOT_ORDINARY = ("这不是普通文件", "请写表格文件或CSV文件的名字")
NO_SUCH_LIST = ("没有这份名单", "请写表格文件或CSV文件的名字")
LIST_TOO_LARGE = ("名单超过 {most} MB", "人员名单不会这么大，请核对文件名")
LIST_LOCKED = ("工作簿设了密码", "请取消密码后另存")
NO_WORKBOOK = ("工作簿读不出来（{error}）", "请用 Excel 打开后另存为 `.xlsx`")
LIST_NOT_TEXT = ("既不是工作簿，也不是文本", "请另存为 `.xlsx`，或存为 UTF-8 或 GBK 的 CSV")
LIST_NOT_CSV = ("CSV 格式不对：{error}", "请把名单另存为 `.xlsx`")
EMPTY_LIST_FILE = ("名单是空的", "请写有名单的文件")
NO_HEADINGS = ("前{rows}行里没有找到表头", "要有一行表头，其中要有姓名或警号")
NO_SUCH_SHEET = ("没有工作表“{sheet}”", "有：{sheets}")
WHICH_MONTH = ("排班表的表头只有日，上面也没有写年月", "请用 --month 写明，例如 --month 2026-12")
NEEDED_HEADING = ("没有“{heading}”（`{column}`）一列", "请给该列加上此表头，或写 --column 表头={column}")

FOOT_LEFT_OUT = "未导入：像是合计或签字栏"
NOBODY_LEFT_OUT = "未导入：没有姓名，也没有警号或编号"
SAME_AGAIN = "未导入：与第{first}行是同一人"
NO_COLUMN_FOR = "没有“{heading}”（`{column}`）一列：单元格是空的，请补填"
IDS_MADE = "没有编号，也没有可作编号的警号：编为 `U001`、`U002` 等"
BADGE_AGAIN = "警号 {badge} 与第{first}行相同；编为 `U001`、`U002` 等"
UNIT_UNKNOWN = "单位“{unit}”不在单位表中（{known}）；按原文写入"
NO_TEAM = "班组是空的，请补填"
TEAM_UNKNOWN = "单位 {unit} 没有班组“{team}”（{known}）；按原文写入"
ROLE_UNKNOWN = "“{role}”既不是民警也不是辅警；按原文写入"
NO_ROLE = "没有写明是民警还是辅警，请补填（`sworn` 为民警，`auxiliary` 为辅警）"
LEADS_BY_RANK = "名单没有带班一列：按职务认定为可带班"
NO_SUCH_SKILL = "“{word}”不是本单位用到的技能，未写入"
OFFICER_UNKNOWN = "人员表中没有“{who}”；按原文写入"
NAMESAKES = "“{who}”有重名（{ids}）；按原文写入，请改为编号"
OTHER_NAME = "{id} 是{name}，名单上写的是“{written}”；以编号为准"
ABSENCE_UNKNOWN = "“{kind}”不是请假类别；请写其中之一：{words}"
WISH_UNKNOWN = "“{wish}”不是意愿；请写其中之一：{words}"
NO_DATE = "“{text}”不是完整日期"
OTHER_NUMBER_OF_DAYS = "{first} 至 {last} 不是{days}天；以日期为准"
SIGN_UNKNOWN = "“{sign}”不是任何班次的符号，未导入"
SHIFT_UNKNOWN = "没有班次“{shift}”；按原文写入"
POST_UNKNOWN = "没有岗位“{post}”；按机动处理"

NO_HEADING_ABOVE = ("“{text}”这一列没有列名", "请在第一行写上列名；备注用 `remarks` 或 备注")
BETWEEN_IDS = "、"
