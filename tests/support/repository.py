"""Where the files of the repository are, and what its pages say."""

import re
import shlex
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "rosterctl"
README = ROOT / "README.md"
PAGES = [README, ROOT / "README.zh-CN.md", *sorted(ROOT.glob("examples/*/README.md"))]
ENDS = {"&&", "||", ";", "|", "{", "}"}
FENCED = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"^ {4}(.+)$", re.MULTILINE)
INLINE = re.compile(r"`([^`\n]+)`")


def typed(page: str) -> list[list[str]]:
    """Every rosterctl command that a page's code blocks and tables show whole, without the program's name."""
    blocks = FENCED.findall(page)
    rows = [span for line in page.splitlines() if line.startswith("| `") for span in INLINE.findall(line)[:1]]
    lines = [line.removeprefix("$ ") for text in blocks for line in text.splitlines()]
    lines += [*INDENTED.findall(FENCED.sub("", page)), *rows]
    return [words for line in lines for words in _commands(line)]


def mentioned(page: str) -> list[list[str]]:
    """Every rosterctl command that a page mentions in its text, perhaps without the options' values."""
    return [
        span.split()[1:] for span in INLINE.findall(FENCED.sub("", page)) if span.startswith("rosterctl ")
    ]


def fenced_lines(page: str, word: str) -> list[str]:
    """The lines of the page's code blocks that hold the word and begin with making an environment."""
    lines = [line for text in FENCED.findall(page) for line in text.splitlines()]
    return [line for line in lines if line.startswith("python3 -m venv") and word in line]


def _commands(line: str) -> list[list[str]]:
    if "rosterctl" not in line:
        return []
    found: list[list[str]] = []
    current: list[str] = []
    for word in [*shlex.split(line), ";"]:
        if word in ENDS:
            if current and current[0].rpartition("/")[2] == "rosterctl":
                found.append(current[1:])
            current = []
        else:
            current.append(word)
    return found
