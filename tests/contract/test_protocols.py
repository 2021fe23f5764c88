"""The contracts as a type checker and as `isinstance` see them."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from govinfo import builtin
from govinfo.contracts import ComparingRule, FindingsWriter, Parser, Reader, Rule, Writer

ROOT = Path(__file__).parents[2]
SNIPPETS = Path(__file__).parent / "typing"
CONTRACTS = (Reader, Parser, Rule, ComparingRule, Writer, FindingsWriter)
ERROR = re.compile(r"^(?P<file>\w+)\.py:(?P<line>\d+): error: .*\[(?P<code>[\w-]+)\]$", re.MULTILINE)


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """The errors that mypy finds in the snippets, as file, line and code; the cache is that of the project."""
    pytest.importorskip("mypy", reason="mypy is in the dependency group lint")
    folder = tmp_path_factory.mktemp("typing")
    for path in SNIPPETS.glob("*.py.txt"):
        shutil.copy(path, folder / path.stem)
    command = [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml")]
    command += ["--cache-dir", str(ROOT / ".mypy_cache"), *sorted(path.name for path in folder.glob("*.py"))]
    environment = os.environ | {"MYPYPATH": str(ROOT / "src")}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    return {(found["file"], int(found["line"]), found["code"]) for found in ERROR.finditer(done.stdout)}


def expected(name):
    lines = (SNIPPETS / f"{name}.py.txt").read_text("utf-8").splitlines()
    marked = ((number, line.rpartition("# E: ")) for number, line in enumerate(lines, 1))
    return {(name, number, code) for number, (_, mark, code) in marked if mark}


@pytest.mark.tools
@pytest.mark.parametrize("name", ["accepted", "refused"])
def test_a_type_checker_tells_what_satisfies_the_contracts(checked, name):
    """`Any` in place of a contract is an error of its own, so nothing here passes unseen."""
    assert {found for found in checked if found[0] == name} == expected(name)


def test_every_contract_is_refused_any_and_what_is_none():
    lines = (SNIPPETS / "refused.py.txt").read_text("utf-8")
    for code in ("misc", "arg-type"):
        assert len(re.findall(rf"\(given\)  # E: {code}$", lines, re.MULTILINE)) == len(CONTRACTS)


@pytest.mark.parametrize(
    ("hook", "contracts"),
    [
        ("readers", {Reader}),
        ("parsers", {Parser}),
        ("rules", {Rule, ComparingRule}),
        ("writers", {Writer}),
        ("findings_writers", {FindingsWriter}),
    ],
)
def test_what_is_built_in_satisfies_its_contract_and_no_other(hook, contracts):
    """Writers of reports and of findings have members of the same names, and are told apart by their hooks."""
    given = tuple(getattr(builtin, f"govinfo_{hook}")())
    assert given
    for item in given:
        met = {contract for contract in CONTRACTS if isinstance(item, contract)}
        assert len(met & contracts) == 1, item
        assert met <= contracts | ({Writer} if hook == "findings_writers" else set()), item
