"""Whatever stands in the files, the answer is a bureau or a list of mistakes."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rosterctl.cli.pages.mistakes import mistakes_text
from rosterctl.intake.load import examine
from tests.support.folders import FLAWLESS

NAMES = sorted(str(path.relative_to(FLAWLESS)) for path in FLAWLESS.rglob("*") if path.is_file())
MARKS = (
    *("[", "]", "{", "}", ", ", ": ", "- ", "# ", "|", "?", "'", '"', "\\", "\n", "\t", "\x00", "\u202e"),
    *("..", "/", "**", "*.yaml", "&a ", "*a", "!!int ", "<<", "---\n", "null"),
    *("O", "S01", "24:00", "0", "-1", "999999999", "９", "0001-01-01"),
)
SCRAPS = st.sampled_from(MARKS) | st.text(max_size=4)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    name=st.sampled_from(NAMES),
    at=st.floats(0, 1),
    cut=st.integers(0, 12),
    scraps=st.lists(SCRAPS, max_size=3),
)
def test_a_spoilt_file(name, at, cut, scraps):
    with tempfile.TemporaryDirectory() as there:
        folder = Path(shutil.copytree(FLAWLESS, Path(there) / "bureau"))
        text = (folder / name).read_text(encoding="utf-8")
        where = int(at * len(text))
        spoilt = text[:where] + "".join(scraps) + text[where + cut :]
        (folder / name).write_text(spoilt, encoding="utf-8", errors="surrogatepass", newline="")
        examination = examine(folder)
        assert (examination.bureau is None) == bool(examination.problems)
        assert mistakes_text(examination.problems)
        assert all(problem.message for problem in examination.problems)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(name=st.sampled_from(NAMES), data=st.binary(max_size=60))
def test_bytes_of_any_kind(name, data):
    with tempfile.TemporaryDirectory() as there:
        folder = Path(shutil.copytree(FLAWLESS, Path(there) / "bureau"))
        (folder / name).write_bytes(data)
        examination = examine(folder)
        assert (examination.bureau is None) == bool(examination.problems)
