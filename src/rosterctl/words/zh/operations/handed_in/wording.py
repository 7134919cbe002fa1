"""交来的表格为什么不能用。"""

from __future__ import annotations

THERE_ALREADY = (
    "这个文件已经有了",
    "--replace 用名单替换它，原文件留在 `replaced/` 里；--to 写到别的文件",
)
NO_LINE_TAKEN = ("表头下面没有人", "请写有名单的文件")
OUTSIDE_THE_BUREAU = ("这个路径在单位文件夹之外", "请写文件夹内的文件，例如 officers/S01.csv")
SEVERAL_FILES = ("这里对应多个文件：{files}", "请写明是哪一个，例如 --to {first}")
READ_FROM_GBK = "文件是 GBK 编码（Excel 存的 CSV）；已按 GBK 读入，程序写入时改为 UTF-8"
