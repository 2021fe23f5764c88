"""Regional wordings without code: a TOML file of what a region prints for the same rows.

::

    form = "2021"                  # only for this form; for all of them without it

    [rows]
    "results.granted" = ["同意公开"]

    [columns]
    natural_person = ["公民"]

    [sections]
    3 = ["依申请公开办理情况"]

    [metadata]
    published = ["上网日期"]
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources.abc import Traversable
from itertools import islice
from pathlib import Path

from govinfo.contracts import LabelAlias
from govinfo.findings import Text
from govinfo.forms import Form, Label
from govinfo.narrative.fields import USUAL_NAMES
from govinfo.text.fold import fold
from govinfo.text.numbers import is_value
from govinfo.toml_files import faulty, read_toml

FILE = "labels.toml"
"""Name of the file in the package of a plugin."""

METADATA = tuple(USUAL_NAMES)
"""What a named field above the text may be for; ``other`` for names whose values are of no use."""

METADATA_KIND = "metadata"

_PREFIXES = {"rows": "", "columns": "", "sections": "section.", "metadata": f"{METADATA_KIND}."}


def read_wordings(file: Path | Traversable, name: str = "") -> tuple[LabelAlias, ...]:
    """Read a file of wordings.

    Args:
        file: the file.
        name: what it is called in errors; by default its path.

    Raises:
        ConfigurationError: it cannot be read, something in it is not known, or there is nothing in it.
    """
    name = name or str(file)
    data = read_toml(file, name)
    form = data.pop("form", None)
    if form is not None and not isinstance(form, str):
        raise faulty(name, 'form应为带引号的格式编号，如"2021"', 'form must be the id of a form in quotes, as "2021"')
    found = tuple(_aliases(data, form, name))
    if not found:
        raise faulty(
            name,
            "没有任何用语；govinfo forms 2021 --output-format labels给出可填写的样本",
            "it has no wordings; `govinfo forms 2021 --output-format labels` gives a file to fill in",
        )
    return found


def refusals(given: Sequence[tuple[str, LabelAlias]], forms: tuple[Form, ...]) -> tuple[Text | None, ...]:
    """Why each of some wordings cannot be used; None for one that can.

    Of a wording that is given for two things none is used, whoever gave it first: nobody can tell who is right, and
    a number would go to the wrong cell.

    Args:
        given: wordings, each with the name of who gives it.
        forms: all forms that are known.
    """
    reasons = [misdirected(alias, forms) for _, alias in given]
    by_key: dict[str, list[int]] = {}
    for number, (_, alias) in enumerate(given):
        if reasons[number] is None:
            by_key.setdefault(fold(alias.wording), []).append(number)
    for alike in by_key.values():
        meanings = {(given[number][1].target, given[number][1].form): given[number] for number in alike}
        for number in alike:
            others = (other for other in meanings.values() if _clash(given[number][1], other[1], forms))
            for owner, its in islice(others, 1):
                reasons[number] = Text(
                    f"{owner}又用它表示“{its.target}”", f"{owner} gives it for {its.target!r} as well"
                )
    return tuple(reasons)


def misdirected(alias: LabelAlias, forms: tuple[Form, ...]) -> Text | None:
    """Why a wording cannot be used: its target is in no form, or it is that of something else; None where it can.

    Args:
        alias: the wording.
        forms: all forms that are known.
    """
    mine = [form for form in forms if alias.form in (None, form.id)]
    if not mine:
        known = [form.id for form in forms]
        return Text(
            f"没有格式“{alias.form}”，现有：{'、'.join(known)}",
            f"there is no form {alias.form!r}; known are {', '.join(known)}",
        )
    if not fold(alias.wording) or is_value(alias.wording):
        return Text("它不是名称，而是数字、符号或过长的文字", "it is no label, but a number, a mark or too long")
    if not any(alias.target in targets(form) for form in mine):
        return _unknown(alias.target, sorted(set().union(*map(targets, mine))), mine)
    owner = next((owner for form in mine if alias.target in targets(form) for owner in _owners(form, alias)), None)
    if owner is None:
        return None
    return Text(f"它是“{owner}”的规范名称", f"it is the official wording of {owner!r}")


def unusable(alias: LabelAlias, reason: Text) -> Text:
    """That a wording cannot be used, and why."""
    return Text(
        f"用语“{alias.wording}”不能使用：{reason.zh}", f"the wording {alias.wording!r} cannot be used: {reason.en}"
    )


def _unknown(target: str, known: list[str], forms: list[Form]) -> Text:
    """That a target is in no form, with the nearest one; people copy row ids with the table in front."""
    tables = {table.id for form in forms for table in form.tables}
    table, _, rest = target.partition(".")
    near = [rest] if table in tables and rest in known else difflib.get_close_matches(target, known, n=1)
    kind, _, name = target.partition(".")
    if kind == METADATA_KIND:
        return Text(
            f"没有项目“{name}”，可用：{'、'.join(METADATA)}",
            f"there is no field {name!r}; there are {', '.join(METADATA)}",
        )
    return Text(
        f"没有编号“{target}”" + (f"，是否为“{near[0]}”" if near else ""),
        f"no form has {target!r}" + (f"; {near[0]!r} is meant?" if near else ""),
    )


def _clash(one: LabelAlias, other: LabelAlias, forms: tuple[Form, ...]) -> bool:
    """Tell whether two wordings of one key cannot both be used.

    Rows and columns may be worded alike, and so may the columns of several groups that bear the same official wording.
    """
    if one.target == other.target or (one.form and other.form and one.form != other.form):
        return False
    shared = [form for form in forms if all(alias.form in (None, form.id) for alias in (one, other))]
    for form in shared:
        rows, columns, *_ = _labels(form)
        for labels in (rows, columns):
            if one.target in labels and other.target in labels:
                return labels[one.target].isdisjoint(labels[other.target])
        if {one.target, other.target} & rows.keys() and {one.target, other.target} & columns.keys():
            return False
    return bool(shared)


@lru_cache(maxsize=32)
def targets(form: Form) -> frozenset[str]:
    """What a wording for a form may be for: ids of rows, groups and columns, sections and metadata."""
    rows = {place.row.id for place in form.rows if place.row.label}
    groups = {group.id for place in form.rows for group in place.row.groups}
    sections = {f"section.{heading.number}" for heading in form.headings}
    columns = {node for table in form.tables for block in table.blocks for node in block.column_ids}
    return frozenset({*rows, *groups, *columns, *sections, *(f"{METADATA_KIND}.{key}" for key in METADATA)})


def _owners(form: Form, alias: LabelAlias) -> Iterator[str]:
    """What else the form, or the page around it, calls so."""
    key = fold(alias.wording)
    labels = _labels(form)
    if not any(key in kind.get(alias.target, ()) for kind in labels):
        yield from (target for kind in labels for target, keys in kind.items() if key in keys)


@lru_cache(maxsize=32)
def _labels(form: Form) -> tuple[Mapping[str, frozenset[str]], ...]:
    """The keys of the usual wordings by what they are for: rows with their groups, columns, and everything else."""
    rows: dict[str, frozenset[str]] = {}
    for place in form.rows:
        named = [(place.row.id, place.row.label), *((group.id, group.label) for group in place.row.groups)]
        rows.update((part, _keys(label)) for part, label in named if label)
    columns: dict[str, frozenset[str]] = {}
    pending = [column for table in form.tables for block in table.blocks for column in block.columns]
    for column in pending:
        columns[column.id] = columns.get(column.id, frozenset()) | _keys(column.label)
        pending.extend(column.children)
    others = {f"section.{heading.number}": _keys(heading.label) for heading in form.headings}
    others |= {f"{METADATA_KIND}.{field}": frozenset(map(fold, names)) for field, names in USUAL_NAMES.items()}
    for table in form.tables:
        printed = [table.number.zh, table.note or ""]
        for block in table.blocks:
            printed += [block.article or "", block.corner.zh if block.corner else "", *(r.measure for r in block.rows)]
        others[table.number.zh] = frozenset(map(fold, printed)) - {""}
    return rows, columns, others


def _keys(label: Label) -> frozenset[str]:
    return frozenset(map(fold, (label.zh, *label.aliases)))


def skeleton(form: Form) -> str:
    """A file of wordings to fill in: every id with the official wording as a remark, in the order of the form."""
    rows: dict[str, Label] = {}
    columns: dict[str, Label] = {}
    for place in form.rows:
        rows.update((group.id, group.label) for group in place.row.groups)
        rows.update({place.row.id: place.row.label} if place.row.label else {})
        pending = list(place.block.columns)
        for column in pending:
            columns.setdefault(column.id, column.label)
            pending.extend(column.children)
    parts = {
        "rows": {key: label.zh for key, label in rows.items()},
        "columns": {key: label.zh for key, label in columns.items()},
        "sections": {str(heading.number): heading.label.zh for heading in form.headings},
        "metadata": {field: USUAL_NAMES[field][0] for field in METADATA},
    }
    lines = [f'form = "{form.id}"']
    for part, entries in parts.items():
        lines += ["", f"[{part}]"] if entries else []
        lines += [f'# {_key(key)} = ["{official}"]' for key, official in entries.items()]
    return "\n".join(lines) + "\n"


def _key(key: str) -> str:
    return key if key.isidentifier() else f'"{key}"'


def _aliases(data: dict[str, object], form: str | None, name: str) -> Iterator[LabelAlias]:
    for kind, entries in data.items():
        if kind not in _PREFIXES:
            parts = ("form", *_PREFIXES)
            raise faulty(
                name,
                f"没有“{kind}”这一部分（可用：{'、'.join(parts)}）",
                f"there is no part {kind!r} ({', '.join(parts)})",
            )
        if not isinstance(entries, dict):
            raise faulty(name, f"“{kind}”应为一个表", f"{kind!r} must be a table")
        for target, wordings in entries.items():
            printed = isinstance(wordings, list) and all(isinstance(entry, str) and entry.strip() for entry in wordings)
            if not printed or not wordings:
                raise faulty(
                    name,
                    f'“{kind}.{target}”应为用语的列表，如["甲", "乙"]（带点的编号两边要加英文引号）',
                    f"'{kind}.{target}' must be a list of printed wordings (ids with dots go in quotes)",
                )
            for wording in wordings:
                yield LabelAlias(_PREFIXES[kind] + target, wording, form)
