"""Take a list from Excel into the bureau's files: officers, absences, requests, or last month's duties.

FILE is a workbook (.xlsx, .xls, .ods) or a CSV file in UTF-8 or GBK. The row of headings is found by itself,
below any titles; the usual headings are known, in Chinese and English. On a terminal you are asked for those
that are not; elsewhere they are named and left out. Duties may be a list or a month table of people by dates.

The list becomes the file that bureau.yaml names. One that is there is replaced with --replace only, and kept
in BUREAU/replaced. What is not understood stands there as it was written: `rosterctl validate` finds it.
"""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import click

from rosterctl.cli.options import bureau_argument, json_option
from rosterctl.cli.pages.handed_in import wording
from rosterctl.cli.pages.handed_in.list_page import list_json, list_text
from rosterctl.export.plain_text import clean
from rosterctl.intake.sheets.headings import KNOWN_HEADINGS, ListKind, column_named, usual_heading
from rosterctl.intake.sheets.list_file import ListOrder
from rosterctl.intake.sheets.register import read_register
from rosterctl.intake.sheets.top_row import UnknownHeading
from rosterctl.operations.handed_in.lists import bring_in
from rosterctl.wording import numbered, say


def _month(context: click.Context, option: click.Parameter, text: str | None) -> tuple[int, int] | None:
    found = re.fullmatch(r"(\d{4})-(\d{1,2})", text or "")
    if found is not None and 1 <= int(found[2]) <= 12:
        return int(found[1]), int(found[2])
    if text is None:
        return None
    raise click.BadParameter(say(wording.NOT_A_MONTH, text=text), context, option)


@click.command(help=__doc__)
@click.argument("file", type=click.Path(path_type=Path))
@bureau_argument
@click.option(
    "--as",
    "kind",
    type=click.Choice([one.value for one in ListKind]),
    required=True,
    help="What the list is of.",
)
@click.option(
    "--sheet", "sheets", multiple=True, metavar="NAME", help="The sheets to read, if not the first."
)
@click.option(
    "--column",
    "meanings",
    multiple=True,
    metavar="HEADING=COLUMN",
    help="What the heading of a column means, such as 岗组=team.",
)
@click.option(
    "--month", metavar="YYYY-MM", callback=_month, help="Of a month table whose headings are only days."
)
@click.option("--to", default="", metavar="NAME", help="The file in BUREAU, if bureau.yaml names several.")
@click.option("--replace", is_flag=True, help="Replace the file if there is one; the old one is kept.")
@click.option("--dry-run", is_flag=True, help="Read and tell only; write nothing.")
@json_option
def command(
    file: Path,
    bureau: Path,
    kind: str,
    sheets: tuple[str, ...],
    meanings: tuple[str, ...],
    month: tuple[int, int] | None,
    to: str,
    replace: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    of = ListKind(kind)
    known = dict(_meaning(of, text) for text in meanings)
    order = ListOrder(of, sheets, known, month)

    def ask(one: UnknownHeading) -> str:
        return "" if as_json or not sys.stdin.isatty() else _answer(of, one)

    outcome = bring_in(file, bureau, order, ask, to, replace=replace, dry_run=dry_run)
    click.echo(list_json(outcome, bureau) if as_json else list_text(outcome, bureau))
    if outcome.written and not as_json:
        for name, rows in read_register(bureau).strangers().items():
            number = numbered(rows, wording.ONE_ROW_TAKEN, wording.ROWS_TAKEN)
            click.echo(clean(say(wording.ROWS_OF_STRANGERS, file=name, rows=number)), err=True)
        click.echo(clean(say(wording.NEXT, bureau=shlex.quote(str(bureau)))), err=True)


def _meaning(kind: ListKind, text: str) -> tuple[str, str]:
    heading, _, column = text.rpartition("=")
    named = column_named(kind, column)
    if not heading or not named:
        columns = ", ".join(KNOWN_HEADINGS[kind])
        raise click.UsageError(say(wording.NOT_A_MEANING, text=text, columns=columns))
    return heading, named


def _answer(kind: ListKind, one: UnknownHeading) -> str:
    """Asked on the terminal until it is a column or nothing."""
    columns = ", ".join(f"{usual_heading(kind, column)} ({column})" for column in KNOWN_HEADINGS[kind])
    question = say(wording.WHICH_COLUMN, heading=one.heading, samples=", ".join(one.samples), columns=columns)

    def column(answer: str) -> str:
        named = column_named(kind, answer)
        if answer.strip() and not named:
            raise click.BadParameter(say(wording.NO_SUCH_ANSWER, answer=answer))
        return named

    answered: str = click.prompt(
        clean_lines(question), default="", show_default=False, value_proc=column, err=True
    )
    return answered


def clean_lines(text: str) -> str:
    """Each line without control characters."""
    return "\n".join(map(clean, text.split("\n")))
