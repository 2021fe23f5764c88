"""Every hook is typed, documented, versioned and exercised."""

import ast
import importlib
import inspect
import re
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import get_args, get_origin, get_type_hints

import attrs
import pytest
from packaging.version import Version

import govinfo
from govinfo import hooks
from govinfo.contracts import FileReader, LabelAlias, ReportWriter, ResultsWriter, rule
from govinfo.document import Document
from govinfo.findings import RuleSpec, Text
from govinfo.forms import official_form
from govinfo.parsers import grids
from govinfo.parsers.layout import LayoutParser
from govinfo.registry import Registry

DOCS = Path(__file__).parents[2] / "docs"
SPECS = {name: value for name, value in vars(hooks).items() if name.startswith("govinfo_")}
BASE = Registry.builtin()


@rule("V90")
def silent(report, form):
    del report, form
    yield from ()


ENTRY = RuleSpec("V90", "info", ("G",), Text("题", "title"), Text("文", "text"), Text("因", "why"), Text("改", "mend"))
EXAMPLES = {
    "govinfo_readers": FileReader("sample", (".sample",), lambda *_: 0, lambda *_: Document(())),
    "govinfo_parsers": LayoutParser("sample", grids.rows, "sample"),
    "govinfo_labels": LabelAlias("new", "今年接收的"),
    "govinfo_rules": silent,
    "govinfo_rule_specs": ENTRY,
    "govinfo_writers": ReportWriter("sample", ".sample", lambda *_: None),
    "govinfo_findings_writers": ResultsWriter("sample", ".sample", lambda *_: None),
    "govinfo_forms": attrs.evolve(official_form("2021"), id="sample"),
}
"""One thing for each hook."""


def signature(name):
    return f"{name}{inspect.signature(SPECS[name])}".replace("'", "")


def table():
    """Signature and version of each hook as the page on plugins gives them."""
    rows = re.findall(
        r"^\| `(govinfo_\w+.*?)` \| .* \| (\S+) \|$", (DOCS / "plugins.md").read_text("utf-8"), re.MULTILINE
    )
    return {shown.replace("\\|", "|"): version for shown, version in rows}


def since(name):
    (version,) = re.findall(r"^\s*\.\. versionadded:: (\d+\.\d+(?:\.\d+)?)$", SPECS[name].__doc__, re.MULTILINE)
    return version


def test_there_are_hooks_and_each_has_an_example():
    assert SPECS.keys() == EXAMPLES.keys()


@pytest.mark.parametrize("name", SPECS)
def test_a_hook_takes_nothing_and_gives_things_of_a_kind(name):
    assert not inspect.signature(SPECS[name]).parameters
    returned = get_type_hints(SPECS[name])["return"]
    assert get_origin(returned) is Iterable
    (kind,) = get_args(returned)
    assert any(isinstance(EXAMPLES[name], each) for each in get_args(kind) or (kind,))


@pytest.mark.parametrize("name", SPECS)
def test_a_hook_says_what_it_is_for_and_since_when(name):
    assert SPECS[name].__doc__.strip()[0].isupper()
    assert Version(since(name)) <= Version(govinfo.__version__)


@pytest.mark.parametrize("name", SPECS)
def test_the_pages_give_the_exact_signature(name):
    assert table()[signature(name)] == since(name)
    (members,) = re.findall(r"automodule:: govinfo\.hooks\n\s+:members: (.*)", (DOCS / "api.md").read_text("utf-8"))
    assert name in members.split(", ")


def test_the_pages_know_no_other_hooks():
    assert table().keys() == {signature(name) for name in SPECS}
    (members,) = re.findall(r"automodule:: govinfo\.hooks\n\s+:members: (.*)", (DOCS / "api.md").read_text("utf-8"))
    assert sorted(members.split(", ")) == sorted(SPECS)


@pytest.mark.parametrize("name", SPECS)
def test_what_a_hook_gives_is_used(name):
    plugin = ModuleType("sample")
    for hook in {name, "govinfo_rule_specs"} if name == "govinfo_rules" else {name}:
        setattr(plugin, hook, govinfo.hookimpl(lambda hook=hook: [EXAMPLES[hook]]))
    found = BASE.with_plugins(plugin)
    assert found.faults == ()
    assert found.owned(name)[-1][1] is EXAMPLES[name]
    shown = {
        "govinfo_readers": found.readers,
        "govinfo_parsers": found.parsers,
        "govinfo_labels": found.context.aliases,
        "govinfo_rules": found.rules,
        "govinfo_rule_specs": tuple(found.catalogue.values()),
        "govinfo_writers": found.writers,
        "govinfo_findings_writers": found.findings_writers,
        "govinfo_forms": found.forms,
    }
    assert EXAMPLES[name] in shown[name]


def test_a_hook_of_a_later_version_may_be_optional():
    plugin = ModuleType("sample")
    plugin.govinfo_maps = govinfo.hookimpl(optionalhook=True)(lambda: ["anything"])  # type: ignore[attr-defined]
    assert BASE.with_plugins(plugin).faults == ()
    plugin.govinfo_maps = govinfo.hookimpl(lambda: ["anything"])  # type: ignore[attr-defined]
    (fault,) = BASE.with_plugins(plugin).faults
    assert "govinfo_maps" in fault.message("en")


def test_the_pages_hold_every_name_of_the_public_packages():
    page = (DOCS / "api.md").read_text("utf-8")
    for package in ("collection", "findings", "forms", "interchange"):
        for name in importlib.import_module(f"govinfo.{package}").__all__:
            assert re.search(rf"^\.\. [\w:]+:: govinfo\.(?:\w+\.)*{name}$", page, re.MULTILINE), name


@pytest.mark.parametrize("package", ["contracts", "document"])
def test_every_name_of_a_package_that_is_documented_as_a_whole_has_a_text(package):
    assert f"automodule:: govinfo.{package}\n" in (DOCS / "api.md").read_text("utf-8")
    module = importlib.import_module(f"govinfo.{package}")
    texts = {}
    for path in Path(module.__file__ or "").parent.glob("*.py"):
        body = ast.parse(path.read_text("utf-8")).body
        for statement, behind in zip(body, [*body[1:], ast.Pass()], strict=True):
            if isinstance(statement, ast.ClassDef | ast.FunctionDef):
                texts[statement.name] = ast.get_docstring(statement)
            elif isinstance(statement, ast.Assign) and isinstance(behind, ast.Expr):
                texts |= dict.fromkeys((target.id for target in statement.targets if isinstance(target, ast.Name)), "")
                texts |= {name: ast.literal_eval(behind.value) for name, text in texts.items() if text == ""}
    assert module.__all__
    for name in module.__all__:
        assert texts.get(name), name
