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
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from govinfo.contracts import LabelAlias
from govinfo.forms import Form, Label
from govinfo.text.fold import fold
from govinfo.toml_files import faulty, parse_toml, read_toml

FILE = "labels.toml"
"""Name of the file in the package of a plugin."""

METADATA = ("title", "published", "publisher", "index_number", "document_number", "other")
"""What a named field above the text may be for; ``other`` for names whose values are of no use."""

_PREFIXES = {"rows": "", "columns": "", "sections": "section.", "metadata": "metadata."}


def read_wordings(path: Path) -> tuple[LabelAlias, ...]:
    """Read a file of wordings.

    Raises:
        ConfigurationError: it cannot be read, or something in it is not known.
    """
    return _wordings(read_toml(path), str(path))


def parse_wordings(text: str, name: str) -> tuple[LabelAlias, ...]:
    """Read the text of such a file.

    Args:
        text: the TOML.
        name: what the file is called in errors.

    Raises:
        ConfigurationError: something in it is not known.
    """
    return _wordings(parse_toml(text, name), name)


def misdirected(alias: LabelAlias, forms: tuple[Form, ...]) -> str | None:
    """Why a wording cannot be used: its target is in no form, or it is that of something else; None where it can.

    Args:
        alias: the wording.
        forms: all forms that are known.
    """
    mine = [form for form in forms if alias.form in (None, form.id)]
    if not mine:
        return f"there is no form {alias.form!r}"
    known = sorted(set().union(*(targets(form) for form in mine)))
    if alias.target in known:
        owner = next((owner for form in mine for owner in _owners(form, alias)), None)
        return f"it is the official wording of {owner!r}" if owner else None
    near = difflib.get_close_matches(alias.target, known, n=1)
    return f"no form has {alias.target!r}" + (f"; {near[0]!r} is meant?" if near else "")


def clash(one: str, other: str, forms: tuple[Form, ...]) -> bool:
    """Tell whether two targets must not be worded alike.

    Rows and columns may be, and so may the columns of several groups that bear the same official wording.
    """
    return any(
        one in labels and other in labels and one != other and labels[one].isdisjoint(labels[other])
        for form in forms
        for labels in _labels(form)
    )


def targets(form: Form) -> frozenset[str]:
    """What a wording for a form may be for: ids of rows, groups and columns, sections and metadata."""
    rows = {place.row.id for place in form.rows if place.row.label}
    groups = {group.id for place in form.rows for group in place.row.groups}
    sections = {f"section.{heading.number}" for heading in form.headings}
    columns = {node for table in form.tables for block in table.blocks for node in block.column_ids}
    return frozenset({*rows, *groups, *columns, *sections, *(f"metadata.{key}" for key in METADATA)})


def _owners(form: Form, alias: LabelAlias) -> Iterator[str]:
    """What else of the same kind the form itself calls so."""
    for labels in _labels(form):
        if alias.target in labels:
            key = fold(alias.wording)
            others = (target for target, keys in labels.items() if target != alias.target and key in keys)
            yield from others if key not in labels[alias.target] else ()


@lru_cache(maxsize=32)
def _labels(form: Form) -> tuple[Mapping[str, frozenset[str]], ...]:
    """The keys of the official labels by what they are for: rows with their groups, columns, sections."""
    rows: dict[str, frozenset[str]] = {}
    for place in form.rows:
        named = [(place.row.id, place.row.label), *((group.id, group.label) for group in place.row.groups)]
        rows.update((part, _keys(label)) for part, label in named if label)
    columns: dict[str, frozenset[str]] = {}
    pending = [column for table in form.tables for block in table.blocks for column in block.columns]
    for column in pending:
        columns[column.id] = columns.get(column.id, frozenset()) | _keys(column.label)
        pending.extend(column.children)
    return rows, columns, {f"section.{heading.number}": _keys(heading.label) for heading in form.headings}


def _keys(label: Label) -> frozenset[str]:
    return frozenset(map(fold, (label.zh, *label.aliases)))


def _wordings(data: dict[str, Any], name: str) -> tuple[LabelAlias, ...]:
    form = data.pop("form", None)
    if form is not None and not isinstance(form, str):
        raise faulty(name, "form应为格式编号", "form must be the id of a form")
    return tuple(_aliases(data, form, name))


def _aliases(data: dict[str, object], form: str | None, name: str) -> Iterator[LabelAlias]:
    for kind, entries in data.items():
        if kind not in _PREFIXES:
            known = ", ".join(("form", *_PREFIXES))
            raise faulty(name, f"没有“{kind}”这一部分（可用：{known}）", f"there is no part {kind!r} ({known})")
        if not isinstance(entries, dict):
            raise faulty(name, f"“{kind}”应为一个表", f"{kind!r} must be a table")
        for target, wordings in entries.items():
            if not isinstance(wordings, list) or not all(isinstance(entry, str) and entry for entry in wordings):
                raise faulty(
                    name, f"“{kind}.{target}”应为文字的列表", f"'{kind}.{target}' must be a list of printed wordings"
                )
            for wording in wordings:
                yield LabelAlias(_PREFIXES[kind] + target, wording, form)
