"""What a plugin's hook must give: the right kind of thing, with a name, and not without end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, get_args

from govinfo.contracts import ComparingRule, FindingsWriter, LabelAlias, Parser, Reader, Rule, Writer
from govinfo.errors import PluginError
from govinfo.findings import BASES, FAMILIES, RuleSpec, Severity, Text
from govinfo.forms import Form

MOST = 10_000
"""So many things may come from one hook of a plugin; a generator that goes on is taken for endless."""

RULE_ID = re.compile(rf"[{''.join(sorted(FAMILIES.keys() - {'X'}))}][0-9]{{2,3}}")
"""Shape of a rule id: the letter of a family and a number; X is kept for doubts of the reading."""


def declared(answer: Iterable[Any] | None, kinds: tuple[type, ...]) -> tuple[Any, ...]:
    """What a hook gave, looked at; None stands for nothing.

    Args:
        answer: the return value of the hook.
        kinds: what is due, one of these.

    Raises:
        PluginError: something else was given, without a proper name, or more than `MOST`.
    """
    items = tuple(islice(answer or (), MOST + 1))
    if len(items) > MOST:
        raise PluginError(f"gave more than {MOST} things")
    for item in items:
        if isinstance(item, type) or not isinstance(item, kinds):
            found = f"the class {item.__name__}" if isinstance(item, type) else type(item).__name__
            due = " or ".join(kind.__name__ for kind in kinds)
            raise PluginError(f"gave {found} where an instance of {due} is due")
        if isinstance(item, Rule) and isinstance(item, ComparingRule):
            raise PluginError("gave a rule with both `check` and `compare`; a rule is of one kind")
        for kind in kinds:
            if isinstance(item, kind):
                _CHECKS[kind](item)
    return items


def _reader(item: Reader) -> None:
    _named(item.name)
    _require(_strings(item.suffixes), "suffixes", item.suffixes, "a sequence of suffixes")
    for suffix in item.suffixes:
        _require(suffix[:1] == "." and suffix == suffix.lower(), "suffixes", suffix, "lower case with a dot")


def _parser(item: Parser) -> None:
    _named(item.name)
    _require(type(item.priority) is int, "priority", item.priority, "a whole number")


def _writer(item: Writer) -> None:
    _named(item.name)
    suffix: object = item.suffix
    _require(isinstance(suffix, str) and suffix[:1] == ".", "suffix", suffix, "a suffix with its dot")


def _findings_writer(item: FindingsWriter) -> None:
    _named(item.name)
    suffix: object = item.suffix
    _require(isinstance(suffix, str) and suffix[:1] in {"", "."}, "suffix", suffix, "a suffix with its dot, or none")
    _require(isinstance(item.binary, bool), "binary", item.binary, "True or False")


def _rule(item: Rule | ComparingRule) -> None:
    _require(_strings(item.ids) and len(item.ids) > 0, "ids", item.ids, "a sequence of rule ids")
    for rule_id in item.ids:
        _require(RULE_ID.fullmatch(rule_id), "ids", rule_id, _ID)


def _spec(item: RuleSpec) -> None:
    _require(RULE_ID.fullmatch(str(item.id)), "id", item.id, _ID)
    _require(item.severity in get_args(Severity), "severity", item.severity, " or ".join(get_args(Severity)))
    known = _strings(item.basis) and set(item.basis) <= BASES.keys() and len(item.basis) > 0
    _require(known, "basis", item.basis, f"a tuple of codes among {', '.join(BASES)}")
    for name in ("title", "template", "why", "fix"):
        text = getattr(item, name)
        _require(isinstance(text, Text) and _strings((text.zh, text.en)), name, text, "a Text")
    _require(_strings(item.forms), "forms", item.forms, "a tuple of ids of forms")
    _require(_strings(item.kinds), "kinds", item.kinds, "a tuple of kinds of documents")
    for name in ("first_year", "last_year"):
        _require(type(getattr(item, name)) in {int, type(None)}, name, getattr(item, name), "a year or None")


def _label(item: LabelAlias) -> None:
    _require(isinstance(item.target, str), "target", item.target, "the id of a row, column, section or field")
    wording: object = item.wording
    _require(isinstance(wording, str) and wording.strip(), "wording", wording, "a printed wording")
    _require(isinstance(item.form, str | None), "form", item.form, "the id of a form or None")


def _form(item: Form) -> None:
    _named(item.id)
    placed = [cell for place in item.rows for cell in place.cells]
    _require(placed and placed == [cell.id for cell in item.cells], "cells", item.id, "those of its rows, in order")
    _require(len(set(placed)) == len(placed), "cells", item.id, "cells with different ids")
    used = {cell for identity in item.identities for cell in (*identity.left, *identity.right)}
    _require(used <= set(placed), "identities", sorted(used - set(placed))[:1], "equations of its own cells")


_ID = f"a letter of {''.join(sorted(FAMILIES.keys() - {'X'}))}, and two or three digits"

_CHECKS: Mapping[type, Callable[[Any], None]] = {
    Reader: _reader,
    Parser: _parser,
    LabelAlias: _label,
    Rule: _rule,
    ComparingRule: _rule,
    RuleSpec: _spec,
    Writer: _writer,
    FindingsWriter: _findings_writer,
    Form: _form,
}


def _named(name: object) -> None:
    proper = isinstance(name, str) and name.isprintable() and name.strip() == name != ""
    _require(proper, "name", name, "a word that can be printed")


def _strings(value: object) -> bool:
    """Whether it is a sequence of strings, and not a string itself."""
    return isinstance(value, Sequence) and not isinstance(value, str) and all(isinstance(one, str) for one in value)


def _require(holds: object, what: str, found: object, due: str) -> None:
    if not holds:
        raise PluginError(f"gave {found!r} as {what} where {due} is due")
