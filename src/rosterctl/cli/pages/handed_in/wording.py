"""The sentences about a list that was imported, and a roster that was edited."""

from __future__ import annotations

ONE_ROW_TAKEN = "{number} row"
ROWS_TAKEN = "{number} rows"
WRITTEN = "{file}: {rows} written"
WOULD_BE_WRITTEN = "{file}: {rows} would be written"
OLD_FILE_KEPT = "the file as it was is kept as {backup}"
ENTRY_MISSING = "bureau.yaml does not name the file yet: add the line `{entry}`"
HEADINGS_IN = "headings: row {row} of sheet '{sheet}'"
HEADINGS_IN_ROW = "headings: row {row}"
COLUMNS_TAKEN = "taken: {columns}"
DAYS_TAKEN = "days: {first} to {last}"
COLUMNS_UNWANTED = "left out, no roster needs it: {headings}"
COLUMN_UNKNOWN = (
    "not taken, because nobody knows what it is: '{heading}' (such as {samples}); "
    "`--column '{heading}=…'` says so"
)
READ_AS_GBK = "the list was read as GBK; the bureau's file is UTF-8"
OTHER_SHEETS = "not read, but they look like lists too: {sheets}; `--sheet` names what to read"
LOOK_AGAIN = "Look at these again, by the rows of the list:"
OF_ROW = "row {rows}"
OF_ROWS = "rows {rows}"
OF_MANY_ROWS = "rows {rows} … ({number} rows)"
ROWS_AND_WHAT = "- {rows}: {what}"
ROWS_OF_STRANGERS = (
    "{file}: {rows} about people who are not among the officers: import your own list with --replace, or "
    "take them out"
)
NEXT = "Next: rosterctl validate {bureau}"
WHICH_COLUMN = "Column '{heading}' (such as {samples}): which is it?\n  {columns}\n  Enter leaves it out"
NO_SUCH_ANSWER = "'{answer}' is none of these"
NOT_A_MEANING = "'{text}': write HEADING=COLUMN; COLUMN is one of {columns}"
NOT_A_MONTH = "'{text}' is not a month such as 2026-12"
BETWEEN_HEADINGS = ", "
EDITED = "{file}: duties that are no longer as in the roster: {gone}; duties in their place: {new}"
OF_WHICH = "say which roster the CSV was exported from: --of ROSTER"
OF_IS_FOR_CSV = "--of belongs to a roster.csv that was edited"
