"""Make a new bureau's folder from a commented, working template."""

from __future__ import annotations

import json
import os
import shlex
from pathlib import Path

import click

import rosterctl
from rosterctl.cli import wording
from rosterctl.cli.options import json_option
from rosterctl.export.plain_text import clean
from rosterctl.wording import say

LEFT_OUT = {"__pycache__", ".gitkeep"}


@click.command(help=__doc__)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--template",
    type=click.Choice(["station", "brigade"]),
    default="station",
    show_default=True,
    help="station: 24 officers; brigade: 266 officers with two stations.",
)
@json_option
def command(folder: Path, template: str, as_json: bool) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(say(wording.NOT_EMPTY, folder=folder))
    written = copy(template_folder(template), folder)
    if as_json:
        click.echo(json.dumps({"folder": str(folder), "files": written}, ensure_ascii=False, indent=2))
        return
    click.echo(clean(say(wording.BUREAU_BEGUN, folder=folder, number=len(written))), err=True)
    there = shlex.quote(str(folder))
    for next_one in (f"validate {there}", f"capacity {there}", f"solve {there} --out roster"):
        click.echo(clean(f"  rosterctl {next_one}"), err=True)


def template_folder(name: str) -> Path:
    """In the wheel, or the example of the same name in the repository."""
    package = Path(rosterctl.__file__).parent
    inside = package / "templates" / name
    return inside if inside.is_dir() else package.parents[1] / "examples" / name


def copy(template: Path, folder: Path) -> list[str]:
    """The names of the files copied; they will hold people's names, so only the owner may read them."""
    written = []
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for source in sorted(template.rglob("*")):
        name = source.relative_to(template)
        if LEFT_OUT & set(name.parts):
            continue
        if source.is_dir():
            (folder / name).mkdir(mode=0o700, exist_ok=True)
            continue
        with os.fdopen(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
            target.write(source.read_bytes())
        written.append(name.as_posix())
    return written
