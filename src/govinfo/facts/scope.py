"""Whose numbers a clause gives, and for which year."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from govinfo.facts.model import Scope, Span
from govinfo.facts.quantities import Mark
from govinfo.facts.topics import Word
from govinfo.text.numerals import chinese_number

_YEAR = re.compile(r"((?:19|20)[0-9]{2}|二[〇零○][零〇○一二三四五六七八九]{2})\s*年?")
_MONTH = re.compile(r"[0-9]{1,2}\s*月$|[0-9]{1,2}\s*[-至到~—–]+\s*[0-9]{1,2}\s*月$")


@attrs.frozen
class Setting:
    """Whose and which year's numbers are given, and whether they are only planned."""

    scope: Scope = "own"
    span: Span = "reporting"
    planned: bool = False
    named_year: bool = False


def setting(before: Setting, words: Iterable[Word | Mark], year: int | None, *, plans: bool) -> Setting:
    """The setting behind some words.

    Args:
        before: the setting in front of them.
        words: the known words and the dates among them.
        year: the reporting year.
        plans: words of intention count, as they do in the last two sections.
    """
    now = before
    scopes: set[Scope] = set()
    for word in words:
        if isinstance(word, Mark):
            now = _dated(now, word.text, year)
            if _MONTH.search(word.text.strip()):
                scopes.add("part")
            continue
        sense = word.sense
        scopes.update(sense.scopes)  # type: ignore[arg-type]
        if "previous" in sense.spans:
            now = attrs.evolve(now, span="previous")
        elif "reporting" in sense.spans:
            now = attrs.evolve(now, span="reporting", named_year=True)
        elif "cumulative" in sense.spans and not now.named_year:
            now = attrs.evolve(now, span="cumulative")
        if plans and "plan" in sense.marks:
            now = attrs.evolve(now, planned=True)
    if scopes:
        now = attrs.evolve(now, scope=scopes.pop() if len(scopes) == 1 else "part" if "part" in scopes else "unclear")
    return now


def _dated(before: Setting, text: str, year: int | None) -> Setting:
    match = _YEAR.match(text)
    if match is None or year is None:
        return before
    number = int(match[1]) if match[1].isascii() else chinese_number(match[1])
    if number == year:
        return attrs.evolve(before, span="reporting", named_year=True)
    if number == year + 1:
        return attrs.evolve(before, span="other", planned=True)
    return attrs.evolve(before, span="previous" if number == year - 1 else "other")
