"""The house keeps its order: directions of imports, sizes, no hidden imports, no second copy of a wording."""

import ast
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import govinfo
from govinfo import errors
from govinfo.forms import official_forms

PACKAGE = Path(govinfo.__file__).parent
ROOT = PACKAGE.parents[1]
MODULES = sorted(PACKAGE.rglob("*.py"))

MAX_LINES = 320
"""Longest module in lines; may only fall."""

MAX_FUNCTION = 62
"""Longest function in lines; may only fall."""

MAX_MODULES = 40
"""Modules that `import govinfo` brings in, the standard library's included; may only fall."""


ERRORS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)}


def names():
    return [module.name for module in pkgutil.walk_packages(govinfo.__path__, "govinfo.")]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_is_a_screen_or_two_of_one_idea(path):
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= MAX_LINES
    assert ast.get_docstring(tree)
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert node.end_lineno - node.lineno < MAX_FUNCTION, node.name
            assert not [inner for inner in ast.walk(node) if isinstance(inner, (ast.Import, ast.ImportFrom))], node.name


def test_broad_excepts_stand_in_one_place():
    broad = {
        path.name
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler) and (node.type is None or "Exception" in ast.dump(node.type).split("'"))
    }
    assert broad == {"isolation.py"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_error_has_a_message_in_both_languages(path):
    calls = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    of_errors = (call for call in calls if getattr(call.func, "id", "") in ERRORS)
    missing = [
        call.lineno
        for call in of_errors
        if len(call.args) < 2 and not any(isinstance(a, ast.Starred) for a in call.args)
    ]
    assert not missing


@pytest.mark.tools
def test_import_contracts():
    pytest.importorskip("importlinter", reason="import-linter is in the dependency group lint")
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_importing_costs_next_to_nothing():
    code = "import sys; before = len(sys.modules); import govinfo; print(len(sys.modules) - before)"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) <= MAX_MODULES


def test_heavy_libraries_wait_until_they_are_needed():
    heavy = {"lxml", "cattrs", "rich", "click", "jinja2"}
    code = f"import sys, govinfo; govinfo.parse; print(sorted(set(sys.modules) & {heavy}))"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_module_can_be_imported_alone():
    for name in names():
        if not name.endswith("__main__"):
            importlib.import_module(name)


def test_all_public_names_are_there():
    assert sorted(govinfo.__all__) == govinfo.__all__
    for name in govinfo.__all__:
        assert getattr(govinfo, name) is not None
    assert set(govinfo.__all__) <= set(dir(govinfo))
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = govinfo.nonsense


def test_official_wordings_are_written_once():
    """A row label or heading of the forms stands in the form data and nowhere else in the package."""
    labels = {
        label
        for form in official_forms()
        for label in [
            *(heading.label.zh for heading in form.headings),
            *(place.row.label.zh for place in form.rows if place.row.label),
        ]
        if len(label) > 7
    }
    for path in [*MODULES, *PACKAGE.rglob("*.toml")]:
        if path.name != "official.toml":
            text = path.read_text("utf-8")
            assert not [label for label in labels if label in text], path.name
