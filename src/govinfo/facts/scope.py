"""Whose numbers a clause gives, and for which year."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from govinfo.facts.model import Scope, Span
from govinfo.facts.quantities import Mark
from govinfo.facts.tokens import Token
from govinfo.facts.topics import Sense, Word
from govinfo.text.numerals import chinese_number

_YEAR = re.compile(r"((?:19|20)[0-9]{2}|二[〇零○][零〇○一二三四五六七八九]{2})\s*年?")
_FORWARD = re.compile(r"结转[至到入]?$|转[至到入]$")
_INTO = re.compile(r"[至到入转]$")
"""In front of the next year, something is put off to it and not planned."""

_UNTIL = re.compile(r"截[至止]到?[0-9年\s]*$")
_CARRIED = re.compile(r"(?:年度?)?(?:未办结)?的?(?:结转|转结|转入|遗留)(?![至到])")
"""A year from which something is carried over is not the one that is told of."""

_OBJECT = re.compile(r"[对向为给含]$|包括$|(?:组织|督促|指导|协调|要求|督导|检查|推动|邀请)$")
PLANS_FROM = 5
"""First section in which words of intention (将, 拟) mean that a number is planned."""

_MONTH = re.compile(r"[0-9]{1,2}\s*月\s*$")
_YEAR_LONG = re.compile(r"0?1\s*月?\s*(?:0?1\s*日)?\s*[-至到~—–]+\s*12\s*月")


_TIMES = ("半年", "季度")
"""Ends of words for a part of the year, whose numbers are no more than a part whoever has them."""


@attrs.define
class Setting:
    """Whose and which year's numbers are given, and whether they are only planned; never changed, as `Word`.

    `timed` ones are those of a part of the year, whoever has them.
    """

    scope: Scope = "own"
    span: Span = "reporting"
    planned: bool = False
    named_year: bool = False
    timed: bool = False


def setting(before: Setting, words: Iterable[Word | Mark], year: int | None, *, plans: bool) -> Setting:
    """The setting behind some words.

    Args:
        before: the setting in front of them.
        words: those of the known words and the dates among them that tell it.
        year: the reporting year.
        plans: words of intention count, as they do in the last two sections.
    """
    now = before
    scopes: set[Scope] = set()
    timed = False
    for word in words:
        if isinstance(word, Mark):
            now = _dated(now, word.text, year)
            timed = timed or (_MONTH.search(word.text) is not None and not _YEAR_LONG.match(word.text))
        else:
            scopes.update(word.sense.scopes)
            timed = timed or word.text.endswith(_TIMES)
            now = _said(now, word.sense, plans)
    if timed:
        return attrs.evolve(now, scope="part", timed=True)
    if not scopes or now.timed:
        return now
    one = scopes.pop() if len(scopes) == 1 else "whole" if "whole" in scopes and "part" in scopes else "unclear"
    return attrs.evolve(now, scope=one)


def _said(before: Setting, sense: Sense, plans: bool) -> Setting:
    """The setting behind a word."""
    if "plan" in sense.marks or (plans and "intent" in sense.marks):
        return attrs.evolve(before, planned=True)
    if "previous" in sense.spans:
        return attrs.evolve(before, span="previous")
    if "reporting" in sense.spans:
        scope: Scope = "own" if before.scope == "part" else before.scope
        return attrs.evolve(before, span="reporting", named_year=True, scope=scope, timed=False)
    if "ever" in sense.spans or ("cumulative" in sense.spans and not before.named_year):
        return attrs.evolve(before, span="cumulative")
    return before


def telling(text: str, tokens: Iterable[Token]) -> list[Word | Mark]:
    """The words and dates that tell a setting.

    Bodies that only have something done to them tell none, nor do years to which something is carried forward or up
    to which something is counted.
    """
    return [
        token
        for token in tokens
        if (isinstance(token, Mark) or (isinstance(token, Word) and token.sense.tells)) and _tells(text, token)
    ]


def _tells(text: str, token: Word | Mark) -> bool:
    if isinstance(token, Word):
        sense = token.sense
        if sense.scopes:
            if token.text.endswith("级") and "part" in sense.scopes and not text[token.stop : token.stop + 1].isdigit():
                return False
            return not _OBJECT.search(text[max(0, token.start - 2) : token.start])
        if "plan" in sense.marks and _INTO.search(text, max(0, token.start - 2), token.start):
            return False
        return sense.tells and not ("previous" in sense.spans and _CARRIED.match(text, token.stop))
    before = text[max(0, token.start - 12) : token.start]
    if _FORWARD.search(before) or _UNTIL.search(before):
        return False
    return not _CARRIED.match(text, token.stop)


def _dated(before: Setting, text: str, year: int | None) -> Setting:
    match = _YEAR.match(text)
    if match is None or year is None:
        return before
    if text.endswith("前"):
        return attrs.evolve(before, span="other")
    number = int(match[1]) if match[1].isascii() else chinese_number(match[1])
    if number == year:
        return attrs.evolve(before, span="reporting", named_year=True)
    if number == year + 1:
        return attrs.evolve(before, span="other", planned=True)
    return attrs.evolve(before, span="previous" if number == year - 1 else "other")
