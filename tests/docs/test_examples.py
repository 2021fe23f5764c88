"""Every example of the documentation is run as it is printed.

``python``: executed, all blocks of a page in one namespace; a ``text`` block right below holds the output.
``console``: lines after ``$`` are run, and the lines below them are the output; a line ``…`` stands for any lines.
``sh``: installs something, which no test can do; its govinfo commands are run all the same.

The examples run in a folder that holds nothing but a copy of ``examples``.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "README.zh.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
FENCE = re.compile(r"^```(?P<kind>[^\n]*)\n(?P<code>.*?)^```$(?P<gap>\n*)", re.MULTILINE | re.DOTALL)
KNOWN = {"python", "console", "sh", "text", "toml", "yaml", "json", ""}
"""Kinds of blocks that are in use; a directive of Sphinx is written with braces."""


@dataclass
class Block:
    kind: str
    code: str
    line: int
    output: str | None


def blocks(page):
    text = page.read_text("utf-8")
    found = list(FENCE.finditer(text))
    for block, below in zip(found, [*found[1:], None], strict=False):
        shown = below and below["kind"] == "text" and below.start() == block.end()
        line = text.count("\n", 0, block.start()) + 2
        yield Block(block["kind"], block["code"], line, below["code"] if shown else None)


def of_kind(kind):
    pages = {page: [block for block in blocks(page) if block.kind == kind] for page in PAGES}
    return [pytest.param(page, found, id=page.name) for page, found in pages.items() if found]


def same(shown, given):
    """Tell whether an output is what is shown; a line with nothing but an ellipsis stands for any lines."""
    lines = [line.rstrip() for line in shown.strip("\n").splitlines()]
    pattern = "".join("(?:.*\n)*?" if line.strip() == "…" else re.escape(line) + "\n" for line in lines)
    printed = "".join(line.rstrip() + "\n" for line in given.strip("\n").splitlines())
    return re.fullmatch(pattern, printed) is not None


def run(arguments, page):
    """Run the command line and give its exit code and its output, both streams in the order of writing."""
    language = "zh" if page.name.endswith(".zh.md") else "en"
    environment = {**os.environ, "GOVINFO_LANG": language, "COLUMNS": "80", "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    ended = subprocess.run(
        [sys.executable, "-m", "govinfo", *arguments],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "Traceback" not in ended.stdout
    return ended.returncode, ended.stdout


@pytest.fixture(autouse=True)
def _copy_of_the_examples(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)


def test_blocks_are_of_known_kinds():
    unknown = [
        f"{page.name}:{block.line} {block.kind}"
        for page in PAGES
        for block in blocks(page)
        if block.kind not in KNOWN and not block.kind.startswith("{")
    ]
    assert not unknown


@pytest.mark.parametrize(("page", "found"), of_kind("python"))
def test_python(page, found):
    namespace = {"__name__": "__main__"}
    for block in found:
        printed = io.StringIO()
        code = compile("\n" * (block.line - 1) + block.code, str(page), "exec")
        with contextlib.redirect_stdout(printed):
            exec(code, namespace)  # noqa: S102 - this is what the test is for
        if block.output is not None:
            assert same(block.output, printed.getvalue()), f"{page.name}:{block.line} prints\n{printed.getvalue()}"


@pytest.mark.parametrize(("page", "found"), of_kind("console"))
def test_console(page, found):
    code = 0
    for block in found:
        for part in re.split(r"^\$ ", block.code, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            if command == "echo $?":
                assert shown.strip() == str(code), f"{page.name}:{block.line} ends with {code}"
                continue
            program, *arguments = shlex.split(command)
            assert program == "govinfo", f"{page.name}:{block.line} runs {program}"
            code, printed = run(arguments, page)
            if shown.strip():
                assert same(shown, printed), f"{page.name}:{block.line}: {command} prints\n{printed}"
            else:
                assert code in (0, 1), f"{page.name}:{block.line}: {command} prints\n{printed}"


@pytest.mark.parametrize(("page", "found"), of_kind("sh"))
def test_commands_behind_an_installation(page, found):
    for block in found:
        for command in re.split(r"&&|\n", block.code.replace("\\\n", " ")):
            program, *arguments = shlex.split(command, comments=True) or [""]
            if Path(program).name == "govinfo":
                code, printed = run(arguments, page)
                assert code in (0, 1), f"{page.name}:{block.line}: {command} prints\n{printed}"
