"""The reference is complete: public names, commands, rules, forms."""

import importlib
import importlib.util
import re
from pathlib import Path

import click
import pytest

import govinfo
from govinfo.cli.main import cli
from govinfo.findings import BASES, FAMILIES, catalogue
from govinfo.forms import official_forms

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def _load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


generate = _load(DOCS / "generate.py")
PAGES = generate.pages(catalogue(), official_forms())
COMMANDS = cli.list_commands(click.Context(cli))


@pytest.mark.parametrize("name", govinfo.__all__)
def test_public_name_is_documented(name):
    directives = r"(?:auto(?:class|data|exception|function)|py:(?:data|decorator))"
    assert re.search(rf"^\.\. {directives}:: govinfo\.{name}$", (DOCS / "api.md").read_text("utf-8"), re.MULTILINE)


def test_documented_names_exist():
    directives = re.findall(
        r"^\.\. (?:auto|py:)\w+:: (govinfo[\w.]*)$", (DOCS / "api.md").read_text("utf-8"), re.MULTILINE
    )
    for name in directives:
        module, _, attribute = name.rpartition(".")
        if re.search(rf"automodule:: {name}$", (DOCS / "api.md").read_text("utf-8"), re.MULTILINE):
            importlib.import_module(name)
            continue
        assert name == "govinfo" or hasattr(importlib.import_module(module), attribute), name


@pytest.mark.parametrize("rule", catalogue())
def test_rule_has_a_page(rule):
    entry, page = catalogue()[rule], PAGES[f"rules/{rule}.md"]
    assert page.startswith(f"# {rule}: ")
    for text in (entry.title, entry.why):
        assert generate.escape(text.en) in page
        assert generate.escape(text.zh) in page
    for text in (entry.template, entry.fix):
        assert f"{text.en}\n{text.zh}\n" in page
    for basis in entry.basis:
        assert generate.escape(BASES[basis].en) in page
    for form in entry.forms:
        assert f"../forms/{form}.md" in page
    for year in (entry.first_year, entry.last_year):
        assert year is None or str(year) in page
    assert ("off: rests on local practice alone" in page) == entry.local


def test_rules_are_indexed_by_family():
    index = PAGES["rules/index.md"]
    for rule in catalogue():
        assert f"[{rule}]({rule}.md)" in index
    assert index.count("\n## ") == len({rule[0] for rule in catalogue()} & FAMILIES.keys())


@pytest.mark.parametrize("form", official_forms(), ids=lambda form: form.id)
def test_form_has_a_page_with_all_cells_and_equations(form):
    page = PAGES[f"forms/{form.id}.md"]
    rows = [line.split(" | ") for line in page.splitlines() if line.startswith("| `")]
    assert [row[0].strip("|` ") for row in rows] == [cell.id for cell in form.cells]
    assert [row[1] for row in rows] == [generate.escape(cell.label.zh) for cell in form.cells]
    equations = [line for line in page.splitlines() if line.startswith("- ") and " = `" in line]
    assert len(equations) == len(form.identities)
    for identity, line in zip(sorted(form.identities, key=lambda found: found.rule), equations, strict=True):
        assert re.findall(r"`([^`]+)`", line) == [*identity.left, *identity.right]


def test_pages_are_written_once_and_stale_ones_removed(tmp_path):
    generate.write_pages(tmp_path)
    written = {path.relative_to(tmp_path).as_posix(): path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    assert written.keys() == PAGES.keys()
    (tmp_path / "rules" / "Z99.md").write_text("of an earlier release", "utf-8")
    (tmp_path / "rules" / "A01.md").write_text("out of date", "utf-8")
    generate.write_pages(tmp_path)
    again = {path.relative_to(tmp_path).as_posix(): path.stat().st_mtime_ns for path in tmp_path.rglob("*.md")}
    assert again.keys() == PAGES.keys()
    assert {name for name in written if again[name] != written[name]} <= {"rules/A01.md"}
    assert (tmp_path / "rules" / "A01.md").read_text("utf-8") == PAGES["rules/A01.md"]


def _section(command):
    parts = re.split(r"^## `govinfo ([\w-]+)`", (DOCS / "cli.md").read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))[command]


def test_every_command_has_a_section():
    headings = re.findall(r"^## `govinfo ([\w-]+)`", (DOCS / "cli.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(headings) == sorted(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_options_of_a_command_are_those_of_its_help(command):
    found = cli.get_command(click.Context(cli), command)
    options = {name for option in found.params if isinstance(option, click.Option) for name in option.opts}
    options |= {"-h", "--help"}
    rows = [line.split(" | ")[0] for line in _section(command).splitlines() if line.startswith("| `-")]
    assert {name for row in rows for name in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", row)} == options
    for option in found.params:
        if isinstance(option.type, click.Choice):
            row = next(line for line in _section(command).splitlines() if f"`{option.opts[-1]}" in line)
            for choice in option.type.choices:
                assert f"`{choice}`" in row, f"{command} {option.opts[-1]} {choice}"


def test_exit_codes_of_check_are_told():
    assert "Exit code" in _section("check")
