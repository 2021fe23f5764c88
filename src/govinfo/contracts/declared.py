"""What a plugin's hook must give: the right kind of thing, with a name, and not without end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from govinfo.contracts import ComparingRule, FindingsWriter, LabelAlias, Parser, Reader, Rule, Writer
from govinfo.errors import PluginError
from govinfo.findings import BASES, FAMILIES, SEVERITIES, RuleSpec, Text
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
        raise PluginError(f"gave more than {MOST} things", f"给出的东西超过{MOST}个")
    for item in items:
        if isinstance(item, type) or not isinstance(item, kinds):
            name = item.__name__ if isinstance(item, type) else type(item).__name__
            found = Text(f"类{name}", f"the class {name}") if isinstance(item, type) else Text(name, name)
            due = [kind.__name__ for kind in kinds]
            raise PluginError(
                f"gave {found.en} where an instance of {' or '.join(due)} is due",
                f"应给出{'或'.join(due)}的实例，给出的是{found.zh}",
            )
        if isinstance(item, Rule) and isinstance(item, ComparingRule):
            raise PluginError(
                "gave a rule with both `check` and `compare`; a rule is of one kind",
                "规则同时有check和compare；一条规则只能是其中一种",
            )
        for kind in kinds:
            if isinstance(item, kind):
                _CHECKS[kind](item)
    return items


def _reader(item: Reader) -> None:
    _named(item.name)
    _require(_strings(item.suffixes), "suffixes", item.suffixes, Text("后缀的序列", "a sequence of suffixes"))
    for suffix in item.suffixes:
        _require(
            suffix[:1] == "." and suffix == suffix.lower(),
            "suffixes",
            suffix,
            Text("带点的小写字母", "lower case with a dot"),
        )


def _parser(item: Parser) -> None:
    _named(item.name)
    _require(type(item.priority) is int, "priority", item.priority, Text("整数", "a whole number"))


def _writer(item: Writer) -> None:
    _named(item.name)
    suffix: object = item.suffix
    _require(
        isinstance(suffix, str) and suffix[:1] == ".", "suffix", suffix, Text("带点的后缀", "a suffix with its dot")
    )


def _findings_writer(item: FindingsWriter) -> None:
    _named(item.name)
    suffix: object = item.suffix
    _require(
        isinstance(suffix, str) and suffix[:1] in {"", "."},
        "suffix",
        suffix,
        Text("带点的后缀，或为空", "a suffix with its dot, or none"),
    )
    _require(isinstance(item.binary, bool), "binary", item.binary, Text("True或False", "True or False"))


def _rule(item: Rule | ComparingRule) -> None:
    _require(
        _strings(item.ids) and len(item.ids) > 0, "ids", item.ids, Text("规则编号的序列", "a sequence of rule ids")
    )
    for rule_id in item.ids:
        _require(RULE_ID.fullmatch(rule_id), "ids", rule_id, _ID)


def _spec(item: RuleSpec) -> None:
    _require(RULE_ID.fullmatch(str(item.id)), "id", item.id, _ID)
    _require(
        item.severity in SEVERITIES, "severity", item.severity, Text("、".join(SEVERITIES), " or ".join(SEVERITIES))
    )
    known = _strings(item.basis) and set(item.basis) <= BASES.keys() and len(item.basis) > 0
    _require(
        known,
        "basis",
        item.basis,
        Text(f"由{'、'.join(BASES)}中的代码组成的tuple", f"a tuple of codes among {', '.join(BASES)}"),
    )
    for name in ("title", "template", "why", "fix"):
        text = getattr(item, name)
        _require(isinstance(text, Text) and _strings((text.zh, text.en)), name, text, Text("Text", "a Text"))
    _require(_strings(item.forms), "forms", item.forms, Text("格式编号的tuple", "a tuple of ids of forms"))
    _require(_strings(item.kinds), "kinds", item.kinds, Text("文件类别的tuple", "a tuple of kinds of documents"))
    for name in ("first_year", "last_year"):
        _require(
            type(getattr(item, name)) in {int, type(None)},
            name,
            getattr(item, name),
            Text("年份或None", "a year or None"),
        )


def _label(item: LabelAlias) -> None:
    _require(
        isinstance(item.target, str),
        "target",
        item.target,
        Text("行、列、部分或项目的编号", "the id of a row, column, section or field"),
    )
    wording: object = item.wording
    _require(isinstance(wording, str) and wording.strip(), "wording", wording, Text("印出的用语", "a printed wording"))
    _require(isinstance(item.form, str | None), "form", item.form, Text("格式编号或None", "the id of a form or None"))


def _form(item: Form) -> None:
    _named(item.id)
    placed = [cell for place in item.rows for cell in place.cells]
    _require(
        placed and placed == [cell.id for cell in item.cells],
        "cells",
        item.id,
        Text("各行的单元格，顺序一致", "those of its rows, in order"),
    )
    _require(
        len(set(placed)) == len(placed), "cells", item.id, Text("编号各不相同的单元格", "cells with different ids")
    )
    used = {cell for identity in item.identities for cell in (*identity.left, *identity.right)}
    _require(
        used <= set(placed),
        "identities",
        sorted(used - set(placed))[:1],
        Text("由自己的单元格组成的算式", "equations of its own cells"),
    )


_LETTERS = "".join(sorted(FAMILIES.keys() - {"X"}))
_ID = Text(f"{_LETTERS}中的一个字母加两三位数字", f"a letter of {_LETTERS}, and two or three digits")

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
    _require(proper, "name", name, Text("可显示的名称", "a word that can be printed"))


def _strings(value: object) -> bool:
    """Whether it is a sequence of strings, and not a string itself."""
    return isinstance(value, Sequence) and not isinstance(value, str) and all(isinstance(one, str) for one in value)


def _require(holds: object, what: str, found: object, due: Text) -> None:
    if not holds:
        raise PluginError(f"gave {found!r} as {what} where {due.en} is due", f"{what}应为{due.zh}，给出的是{found!r}")
