"""The pages that follow from data: one for each rule of the catalogue and one for each form.

The pages are written when the documentation is built and are not kept under version control.
"""

# ruff: noqa: INP001 - Sphinx wants plain files beside conf.py

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import regex

from govinfo.findings import BASES, FAMILIES, RuleSpec, Text, catalogue
from govinfo.forms import Block, Form, Identity, Label, Unit, official_forms
from govinfo.forms.model import cell_id

SEVERITY_NAMES: Mapping[str, Text] = {
    "error": Text("错误", "error"),
    "warning": Text("警告", "warning"),
    "info": Text("提示", "info"),
}
"""What a severity is called on the pages."""

UNIT_NAMES: Mapping[Unit, Text] = {
    "count": Text("个数", "whole number, not negative"),
    "change": Text("增减数", "whole number with a sign"),
    "ten_thousand_yuan": Text("万元", "amount in ten thousand yuan"),
    "money": Text("金额", "amount in the unit that the report states"),
}
"""What a unit is called on the pages."""

_MARKUP = regex.compile(r"([\\`*_{}\[\]<>#|$~])")


def pages(specs: Mapping[str, RuleSpec], forms: tuple[Form, ...]) -> dict[str, str]:
    """All generated pages by their path below the documentation folder.

    Args:
        specs: the catalogue.
        forms: the forms.
    """
    return {
        "rules/index.md": rule_index(specs),
        **{f"rules/{entry.id}.md": rule_page(entry, forms) for entry in specs.values()},
        "forms/index.md": form_index(forms),
        **{f"forms/{form.id}.md": form_page(form, specs) for form in forms},
    }


def write_pages(folder: Path) -> None:
    """Write the pages of this release below a folder; a page that is already right is left alone."""
    wanted = {folder / name: text for name, text in pages(catalogue(), official_forms()).items()}
    for stale in {*folder.glob("rules/*.md"), *folder.glob("forms/*.md")} - wanted.keys():
        stale.unlink()
    for path, text in wanted.items():
        path.parent.mkdir(exist_ok=True)
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")


def rule_index(specs: Mapping[str, RuleSpec]) -> str:
    """The index of all rules by family."""
    lines = [
        "# Rules and reading codes",
        "",
        f"The catalogue of this release has {len(specs)} entries. The first letter of an id is its family.",
        "An id keeps its meaning and is never given to another rule.",
        "Family X is not about the report but about the reading of it: see [](../statuses.md).",
        "",
        "*off* marks rules that rest on local practice alone: they are applied only when they are selected.",
    ]
    for family, name in FAMILIES.items():
        entries = [entry for entry in specs.values() if entry.id.startswith(family)]
        if entries:
            lines += ["", f"## {family}: {name.en} · {name.zh}", "", "| id | severity | what it demands | 要求 |"]
            lines += ["| --- | --- | --- | --- |", *(_index_row(entry) for entry in entries)]
    return _page([*lines, "", *_toctree(specs)])


def _index_row(entry: RuleSpec) -> str:
    state = " (*off*)" if entry.local else ""
    severity = SEVERITY_NAMES[entry.severity].en + state
    return f"| [{entry.id}]({entry.id}.md) | {severity} | {escape(entry.title.en)} | {escape(entry.title.zh)} |"


def rule_page(entry: RuleSpec, forms: tuple[Form, ...]) -> str:
    """The page of one rule, English and Chinese."""
    severity, family = SEVERITY_NAMES[entry.severity], FAMILIES[entry.id[0]]
    tied = [form.id for form in forms if any(identity.rule == entry.id for identity in form.identities)]
    lines = [
        f"# {entry.id}: {escape(entry.title.en)}",
        "",
        f"**{escape(entry.title.zh)}**",
        "",
        "| | |",
        "| --- | --- |",
        f"| family · 类别 | {family.en} · {family.zh} |",
        f"| severity · 程度 | {severity.en} · {severity.zh} |",
        *(f"| basis · 依据 | {escape(BASES[key].en)} · {escape(BASES[key].zh)} |" for key in entry.basis),
        f"| applies to · 适用 | {_scope(entry, forms)} |",
        f"| by default · 默认 | {_default(entry)} |",
        "",
        "## Message · 提示语",
        "",
        *_literal(entry.template),
        "## Why · 说明",
        "",
        escape(entry.why.en),
        "",
        escape(entry.why.zh),
        "",
        "## Remedy · 改法",
        "",
        *_literal(entry.fix),
    ]
    if tied:
        lines += ["## Equations · 勾稽关系", "", "The equations are listed with the cells of each form:", ""]
        lines += [f"- [form {form}](../forms/{form}.md)" for form in tied]
    return _page(lines)


def _literal(text: Text) -> list[str]:
    return ["```text", text.en, text.zh, "```", ""]


def _scope(entry: RuleSpec, forms: tuple[Form, ...]) -> str:
    chosen = [form.id for form in forms if entry.is_for(form)]
    links = " and ".join(f"[form {form}](../forms/{form}.md)" for form in chosen)
    links = links or f"forms of [plugins](../plugins.md) of the kind {', '.join(map('`{}`'.format, entry.kinds))}"
    if entry.first_year is None and entry.last_year is None:
        return f"{links}, every year"
    return f"{links}, reporting years {_years(entry.first_year, entry.last_year)}"


def _years(first: int | None, last: int | None) -> str:
    if first == last:
        return str(first)
    if last is None:
        return f"from {first}"
    return f"to {last}" if first is None else f"{first} to {last}"


def _default(entry: RuleSpec) -> str:
    if entry.id.startswith("X"):
        return "always reported with the reading · 随读取结果一并列出"
    if entry.local:
        return "off: rests on local practice alone; select it to apply it · 关闭，仅依据地方做法"
    return "on · 启用"


def form_index(forms: tuple[Form, ...]) -> str:
    """The index of the forms."""
    lines = [
        "# The official forms",
        "",
        "A report is read by the form that its table labels show, whatever its year.",
        "The ids of the cells are part of the public contract: they do not change.",
        "",
        "| form | notice | reporting years | cells | equations |",
        "| --- | --- | --- | --- | --- |",
    ]
    for form in forms:
        years = _years(form.first_year, form.last_year)
        lines.append(
            f"| [{form.id}]({form.id}.md) | {form.basis} | {years} | {len(form.cells)} | {len(form.identities)} |"
        )
    return _page([*lines, "", *_toctree(form.id for form in forms)])


def form_page(form: Form, specs: Mapping[str, RuleSpec]) -> str:
    """The page of one form: headings, all cells, and the equations that tie them together."""
    lines = [
        f"# Form {form.id}",
        "",
        f"**{form.title.zh}** ({form.title.en})",
        "",
        f"Issued with {form.basis}; reporting years: {_years(form.first_year, form.last_year)}.",
        "",
        "## Sections",
        "",
        *(f"- {heading.label.zh} ({heading.label.en})" for heading in form.headings),
    ]
    for table in form.tables:
        lines += ["", f"## {table.number.en.capitalize()} · {table.number.zh}"]
        lines += ["", f"Printed note: {escape(table.note)}"] if table.note else []
        for block in table.blocks:
            lines += ["", *_block(form, table.id, block)]
    lines += ["", "## Equations · 勾稽关系", "", "The left side must equal the right side."]
    for rule in dict.fromkeys(identity.rule for identity in form.identities):
        lines += ["", f"### {rule}", "", f"[{escape(specs[rule].title.en)}](../rules/{rule}.md)", ""]
        lines += [_equation(form, identity) for identity in form.identities if identity.rule == rule]
    return _page(lines)


def _block(form: Form, table: str, block: Block) -> Iterator[str]:
    yield "| cell id | 中文 | English | unit · 单位 | article · 条款 |"
    yield "| --- | --- | --- | --- | --- |"
    for row in block.rows:
        for leaf in block.leaves:
            cell = form.by_id[cell_id(table, row.id, leaf.id)]
            unit = UNIT_NAMES[cell.unit]
            yield (
                f"| `{cell.id}` | {escape(cell.label.zh)} | {escape(cell.label.en)} "
                f"| {unit.en} · {unit.zh} | {cell.article or '—'} |"
            )


def _equation(form: Form, identity: Identity) -> str:
    left, right = (" + ".join(f"`{cell}`" for cell in side) for side in (identity.left, identity.right))
    place = _place(form, identity)
    return f"- {escape(place.zh)} · {escape(place.en)}: {left} = {right}"


def _place(form: Form, identity: Identity) -> Label:
    """The row or column that an equation is about; for a whole table the wording of the equation."""
    table = identity.right[-1].split(".", 1)[0]
    block = next(found for found in form.tables if found.id == table).blocks[0]
    labels = {leaf.id: leaf.label for leaf in block.leaves}
    labels |= {row.id: row.label for row in block.rows if row.label}
    return labels.get(identity.at, identity.name)


def escape(text: str) -> str:
    """Keep a text from being taken for markup."""
    escaped: str = _MARKUP.sub(r"\\\1", text)
    return escaped


def _toctree(names: Iterable[str]) -> list[str]:
    return ["```{toctree}", ":hidden:", "", *names, "```"]


def _page(lines: list[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"
