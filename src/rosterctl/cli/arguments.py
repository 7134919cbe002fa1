"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

bureau_argument = click.argument("bureau", default=".", type=click.Path(path_type=Path))
roster_argument = click.argument("roster", type=click.Path(path_type=Path))
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
