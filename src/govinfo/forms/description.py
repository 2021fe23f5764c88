"""What the TOML description of a form may say: a key that nothing reads would silently do nothing."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from govinfo.errors import FormError
from govinfo.forms.model import Unit

Entry = dict[str, Any]

OVER = ("row", "column", "table")
"""What an identity is repeated along: the rows of a table, its columns, or nothing."""

_WORDS: Mapping[str, type] = {"zh": str, "en": str, "aliases": list, "forms": list}
_PARTS: Mapping[str, Mapping[str, type]] = {
    "": {"form": list, "table": list, "heading": list, "columns": dict},
    "form": {"id": str, "kind": str, "basis": str, "years": list, **_WORDS},
    "heading": {"number": int, **_WORDS},
    "table": {"id": str, "section": int, "note": str, "group": list, "block": list, "identity": list, **_WORDS},
    "group": {"id": str, **_WORDS},
    "block": {"article": str, "corner": dict, "columns": list, "rows": list, "forms": list},
    "corner": _WORDS,
    "column": {"id": str, "unit": str, "children": list, **_WORDS},
    "row": {"id": str, "unit": str, "measure": str, **_WORDS},
    "identity": {"rule": str, "over": str, "left": list, "right": list, **_WORDS},
}
"""The keys of each part with what they hold."""

_OPTIONAL = frozenset(
    ["heading", "columns", "kind", "section", "note", "group", "identity", "article", "corner", "unit", "children"],
).union(("measure", "aliases", "forms"))
_INNER: Mapping[str, str] = {"rows": "row", "children": "column"}
"""The parts in a list whose name is not theirs; in any other list they are of its name."""


def description_of(text: str) -> Entry:
    """Read a description and look it through.

    Raises:
        FormError: it is no TOML, or something in it is missing, unknown or of another type.
    """
    try:
        description = tomllib.loads(text.removeprefix("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise FormError(
            f"the description of the form is not valid TOML: {error}", f"格式说明不是正确的TOML：{error}"
        ) from error
    _look_at(description, "", "")
    for name, columns in description.get("columns", {}).items():
        _list_of(columns, "column", f"columns.{name}")
    ids = [form["id"] for form in description["form"]]
    for place, entry in _entries(description, ""):
        unknown = [form for form in entry.get("forms", ()) if form not in ids]
        if unknown:
            raise _faulty(place, f"没有格式“{unknown[0]}”", f"there is no form {unknown[0]!r}")
    return description


def _look_at(entry: Any, part: str, place: str) -> None:
    keys = _PARTS[part]
    if not isinstance(entry, dict):
        raise _faulty(place, "应为一个表", "a table is due")
    for key in entry:
        if key not in keys:
            near = difflib.get_close_matches(key, keys, n=1)
            zh = f"，是否为“{near[0]}”" if near else f"（可用：{'、'.join(keys)}）"
            en = f"; {near[0]!r} is meant?" if near else f" (there are {', '.join(keys)})"
            raise _faulty(place, f"没有“{key}”这一项{zh}", f"there is no key {key!r}{en}")
    for key, kind in keys.items():
        if (
            key not in entry
            and key not in _OPTIONAL
            and not (part == "row" and key in _WORDS and entry.get("id") == "")
        ):
            raise _faulty(place, f"缺少“{key}”", f"it lacks the key {key!r}")
        if key in entry and (not isinstance(entry[key], kind) or isinstance(entry[key], bool)):
            raise _faulty(f"{place}.{key}", f"类型应为{kind.__name__}", f"a {kind.__name__} is due")
        if key in entry:
            _value(entry[key], key, f"{place}.{key}".lstrip("."))


def _value(value: Any, key: str, place: str) -> None:
    """Look at what a key holds, where it may hold only some things."""
    if key in {"unit", "over"}:
        due = get_args(Unit) if key == "unit" else OVER
        if value not in due:
            raise _faulty(place, f"“{value}”应为{'、'.join(due)}之一", f"{value!r} is none of {', '.join(due)}")
    elif key == "years":
        if not (1 <= len(value) <= 2 and all(type(year) is int for year in value)):
            raise _faulty(place, "应为首个年度，或首末两个年度", "the first year is due, or the first and the last")
    elif key in {"aliases", "forms", "left", "right"}:
        if not all(isinstance(one, str) for one in value):
            raise _faulty(place, "应为文字的列表", "a list of texts is due")
    elif key == "corner":
        _look_at(value, "corner", place)
    elif isinstance(value, list):
        _list_of(value, "column" if key == "columns" else _INNER.get(key, key), place)


def _list_of(entries: Any, part: str, place: str) -> None:
    if not isinstance(entries, list):
        raise _faulty(place, "类型应为list", "a list is due")
    for number, entry in enumerate(entries, 1):
        if not (part == "column" and isinstance(entry, str)):
            _look_at(entry, part, f"{place}[{number}]")


def _entries(value: Any, place: str) -> Iterator[tuple[str, Entry]]:
    """All tables of a description with their places."""
    if isinstance(value, dict):
        yield place, value
        for key, inner in value.items():
            yield from _entries(inner, f"{place}.{key}".lstrip("."))
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _entries(inner, f"{place}[{number}]")


def _faulty(place: str, zh: str, en: str) -> FormError:
    where = place.lstrip(".") or "description"
    return FormError(f"the description of the form, {where}: {en}", f"格式说明，{where}：{zh}")
