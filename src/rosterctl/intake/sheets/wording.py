"""The sentences about lists that come from Excel: which cannot be read, and what is odd in them."""

from __future__ import annotations

# Files that cannot be read

LIST_IS_A_FOLDER = ("this is a folder, not a list", "name the Excel or CSV file")
LIST_NOT_ORDINARY = ("this is no ordinary file", "name the Excel or CSV file")
NO_SUCH_LIST = ("there is no such list", "name the Excel or CSV file")
LIST_TOO_LARGE = ("a list of more than {most} MiB", "a list of people is far smaller: name that file")
LIST_LOCKED = ("the workbook has a password", "save it without one")
NO_WORKBOOK = ("the workbook cannot be read ({error})", "open it in Excel and save it anew as .xlsx")
LIST_NOT_TEXT = ("this is neither a workbook nor a text", "save it as .xlsx, or as CSV in UTF-8 or GBK")
LIST_NOT_CSV = ("not well-formed CSV: {error}", "save the list as .xlsx")
EMPTY_LIST_FILE = ("there is nothing in the list", "name the file in which the list is")
NO_HEADINGS = (
    "no row of headings was found in the first {rows} rows",
    "one row must have the headings, among them 姓名 or 警号",
)
NO_SUCH_SHEET = ("there is no sheet '{sheet}'", "there are: {sheets}")
WHICH_MONTH = (
    "the headings of the month table are days, and no month stands above them",
    "say which with --month, such as --month 2026-12",
)
NEEDED_HEADING = (
    "no column is '{heading}' (`{column}`)",
    "give the column this heading, or say --column HEADING={column}",
)

# What is odd in a list, of its rows

FOOT_LEFT_OUT = "left out, because it looks like a total or a signature"
NOBODY_LEFT_OUT = "left out, because neither a name nor a number stands in it"
SAME_AGAIN = "left out, because it is the officer of row {first} again"
NO_COLUMN_FOR = "no column '{heading}' (`{column}`): the cells are empty, fill them in"
IDS_MADE = "neither a number nor a badge that can be an id: called U001, U002 …"
BADGE_AGAIN = "the badge {badge} is that of row {first} already; called U001, U002 …"
UNIT_UNKNOWN = "unit '{unit}' is none of the bureau's ({known}); it stands there as written"
NO_TEAM = "the team is empty, fill it in"
TEAM_UNKNOWN = "team '{team}' is none of unit {unit} ({known}); it stands there as written"
ROLE_UNKNOWN = "'{role}' is neither sworn nor auxiliary; it stands there as written"
NO_ROLE = "whether sworn or auxiliary is not said, fill it in (`sworn`, `auxiliary`)"
LEADS_BY_RANK = "no column says who leads: taken for a leader by the rank"
NO_SUCH_SKILL = "'{word}' is no skill that the bureau knows; it was left out"
OFFICER_UNKNOWN = "'{who}' is none of the bureau's officers; it stands there as written"
NAMESAKES = "several officers are called '{who}' ({ids}); it stands there as written, write the id"
OTHER_NAME = "{id} is {name}, but the list has '{written}' there; the number counts"
ABSENCE_UNKNOWN = "'{kind}' is no kind of absence; write one of: {words}"
WISH_UNKNOWN = "'{wish}' is no wish; write one of: {words}"
NO_DATE = "'{text}' is no whole date"
OTHER_NUMBER_OF_DAYS = "{first} to {last} are not {days} days; the dates count"
SIGN_UNKNOWN = "the sign '{sign}' is that of no shift; nothing was taken for it"
SHIFT_UNKNOWN = "shift '{shift}' is none of the bureau's; it stands there as written"
POST_UNKNOWN = "post '{post}' is none of the bureau's; taken as reserve"

# What Excel leaves in the bureau's own files

NO_HEADING_ABOVE = (
    "'{text}' stands in a column without a name",
    "name the column in the first line; `remarks` or 备注 is for whatever you like",
)
BETWEEN_IDS = ", "
