"""Which rules are applied."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

import attrs

from govinfo.errors import SelectionError
from govinfo.findings import RuleSpec, Severity

ALL = "ALL"
"""Selects every rule, also those that rest on local practice alone."""


@attrs.frozen
class Selection:
    """The ids of the rules to apply."""

    ids: frozenset[str]

    def __contains__(self, rule: object) -> bool:
        """Tell whether a rule is selected."""
        return rule in self.ids


def selection(
    specs: Mapping[str, RuleSpec],
    select: str | Iterable[str] | None = None,
    extend_select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
) -> Selection:
    """Resolve ids and beginnings of ids (``"A"``, ``"A01"``, ``"ALL"``).

    Args:
        specs: the catalogue.
        select: rules to apply; by default all but those that rest on local practice alone.
        extend_select: rules to apply as well.
        ignore: rules not to apply; of two entries for a rule the more exact one counts.

    Raises:
        SelectionError: no rule begins like an entry.
    """
    select, extend_select, ignore = _listed(select), _listed(extend_select) or (), _listed(ignore) or ()
    if select is None and not extend_select and not ignore:
        return Selection(frozenset(rule for rule, entry in specs.items() if not entry.local))
    wanted = list(select) if select is not None else []
    more, less = list(extend_select), list(ignore)
    _known(specs, (*wanted, *more, *less))
    ids = set()
    for rule, entry in specs.items():
        reached = max((_weight(rule, pattern) for pattern in (*wanted, *more)), default=-1)
        if select is None and not entry.local:
            reached = max(reached, 0)
        if reached > max((_weight(rule, pattern) for pattern in less), default=-1):
            ids.add(rule)
    return Selection(frozenset(ids))


def severities(specs: Mapping[str, RuleSpec], levels: Mapping[str, Severity]) -> dict[str, Severity]:
    """Resolve severities given for ids and beginnings of ids; the more exact entry counts.

    Raises:
        SelectionError: no rule begins like an entry.
    """
    _known(specs, levels)
    reached: dict[str, Severity] = {}
    for pattern in sorted(levels, key=lambda entry: -1 if entry == ALL else len(entry)):
        reached.update((rule, levels[pattern]) for rule in specs if _weight(rule, pattern) >= 0)
    return reached


def _known(specs: Mapping[str, RuleSpec], patterns: Iterable[str]) -> None:
    for pattern in patterns:
        if pattern != ALL and not any(rule.startswith(pattern) for rule in specs):
            raise SelectionError(
                f"no rule begins with {pattern!r}; `govinfo explain --list` shows them all",
                f"没有以“{pattern}”开头的规则；用 govinfo explain --list 查看全部规则",
            )


def split_rules(text: str) -> tuple[str, ...]:
    """Ids or beginnings of ids separated by commas; case, width and Chinese punctuation make no difference."""
    plain = unicodedata.normalize("NFKC", text).replace("、", ",").upper()
    return tuple(part.strip() for part in plain.split(",") if part.strip())


def _listed(patterns: str | Iterable[str] | None) -> tuple[str, ...] | None:
    """Patterns as a tuple; each is split at its commas."""
    if patterns is None:
        return None
    return tuple(
        part for given in ([patterns] if isinstance(patterns, str) else patterns) for part in split_rules(given)
    )


def _weight(rule: str, pattern: str) -> int:
    """How exactly a pattern names a rule: the length of the beginning, 0 for all, -1 for not at all."""
    if pattern == ALL:
        return 0
    return len(pattern) if rule.startswith(pattern) else -1
