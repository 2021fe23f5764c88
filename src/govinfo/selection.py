"""Which rules are applied."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

import attrs

from govinfo.errors import ArgumentError, SelectionError
from govinfo.findings import RuleSpec, Severity

ALL = "ALL"
"""Selects every rule, also those that rest on local practice alone."""

_COMMA = re.compile("[,，﹐︐、､]")

DOUBTS = "X"
"""The family of the doubts of the reading and the faults of plugins."""


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
        ArgumentError: an entry is no text.
        SelectionError: no rule begins like an entry.
    """
    select, extend_select, ignore = _listed(select), _listed(extend_select) or (), _listed(ignore) or ()
    if select is None and not extend_select and not ignore:
        return Selection(frozenset(rule for rule, entry in specs.items() if not entry.local))
    _known(specs, (*(select or ()), *extend_select, *ignore))
    wanted, more, less = (tuple(map(plain, entries)) for entries in (select or (), extend_select, ignore))
    ids = set()
    for rule, entry in specs.items():
        reached = max((_weight(rule, pattern) for pattern in (*wanted, *more)), default=-1)
        if select is None and not entry.local:
            reached = max(reached, 0)
        if reached > max((_weight(rule, pattern) for pattern in less), default=-1):
            ids.add(rule)
    return Selection(frozenset(ids))


def doubts(specs: Mapping[str, RuleSpec], ignore: str | Iterable[str] = ()) -> Selection:
    """The doubts of the reading and the faults of plugins (X ids) that are told: all but those ignored by an X id.

    What is selected makes no difference, since no rule is applied to find them.

    Raises:
        SelectionError: no rule begins like an entry.
    """
    return selection(specs, [DOUBTS], (), [entry for entry in _listed(ignore) or () if plain(entry).startswith(DOUBTS)])


def severities(specs: Mapping[str, RuleSpec], levels: Mapping[str, Severity]) -> dict[str, Severity]:
    """Resolve severities given for ids and beginnings of ids; the more exact entry counts.

    Raises:
        SelectionError: no rule begins like an entry.
    """
    _known(specs, levels)
    reached: dict[str, Severity] = {}
    for entry in sorted(levels, key=lambda entry: -1 if plain(entry) == ALL else len(plain(entry))):
        reached.update((rule, levels[entry]) for rule in specs if _weight(rule, plain(entry)) >= 0)
    return reached


def _known(specs: Mapping[str, RuleSpec], entries: Iterable[str]) -> None:
    for entry in entries:
        pattern = plain(entry)
        if pattern != ALL and not any(rule.startswith(pattern) for rule in specs):
            raise SelectionError(
                f"no rule begins with {entry!r}; `govinfo explain --list` shows them all",
                f"没有以“{entry}”开头的规则；用 govinfo explain --list 查看全部规则",
            )


def split_entries(text: str) -> tuple[str, ...]:
    """What commas separate, Chinese ones included, as it was written."""
    return tuple(part.strip() for part in _COMMA.split(text) if part.strip())


def plain(entry: str) -> str:
    """An id, or the beginning of one, whose case and width make no difference."""
    return unicodedata.normalize("NFKC", entry).strip().upper()


def _listed(patterns: str | Iterable[str] | None) -> tuple[str, ...] | None:
    """Patterns as a tuple; each is split at its commas.

    Raises:
        ArgumentError: an entry is no text, or they are nothing that holds entries.
    """
    if patterns is None:
        return None
    several = not isinstance(patterns, str) and isinstance(patterns, Iterable)
    given: list[object] = list(patterns) if several else [patterns]
    kinds = [type(entry).__name__ for entry in given if not isinstance(entry, str)]
    if kinds:
        raise ArgumentError(
            f'ids of rules are due, as in ["A01", "N"], not {kinds[0]}',
            f'这里需要规则编号，如["A01", "N"]，给出的是{kinds[0]}',
        )
    return tuple(part for entry in given for part in split_entries(str(entry)))


def _weight(rule: str, pattern: str) -> int:
    """How exactly a pattern names a rule: the length of the beginning, 0 for all, -1 for not at all."""
    if pattern == ALL:
        return 0
    return len(pattern) if rule.startswith(pattern) else -1
