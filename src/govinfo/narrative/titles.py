"""The title, and the agency and the year that it names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs
import regex

from govinfo.narrative.lines import Line
from govinfo.source import Source
from govinfo.text.dates import years

MAX_TITLE = 80
"""Longest title in characters."""

_SUBJECT = regex.compile(r"(?:政府)?(?:信息|政务)公开")
_TITLE = regex.compile(r"(?:信息|政务)公开.{0,20}(?:报告|年报)\s*(?:[（(][^（）()]*[）)])?\s*$")
_NO_TITLE = regex.compile(r"[。；>»›|]|根据|按照|现将|现予|如下|特此|本报告|解读|通知|下载|点击")
_YEAR_WORDS = regex.compile(r"(?:(?:19|20)\d\d|二[零〇○][零〇○一二三四五六七八九十]{2})\s*(?:年度|年)?(?:度)?")
_LEAD = regex.compile(r"^(?:关于(?:公布|发布|印发)?|标题[:：])\s*")


@attrs.frozen
class Title:
    """A title with its place, the agency and the year that it names."""

    text: str
    source: Source | None
    agency: str | None
    year: int | None


def find_title(lines: Sequence[Line], named: tuple[str, Source] | None, outside: Sequence[str]) -> Title | None:
    """Find the title of a report.

    Args:
        lines: the lines above the text.
        named: value and place of a field that is called title.
        outside: titles from outside the content, such as the `title` element of a page.
    """
    options: list[tuple[str, Source | None]] = []
    if named:
        options.append(named)
    for line in lines:
        options.extend((token.text, token.source) for token in line.tokens)
    for first, second in pairwise(lines):
        if not _SUBJECT.search(second.text) or not is_title(first.text):
            options.append((first.text + second.text, first.source))
    options.extend((text, None) for text in outside)
    titles = [read_title(text.strip(), source) for text, source in options if is_title(text)]
    return max(titles, key=lambda title: (title.year is not None) + (title.agency is not None), default=None)


def is_title(text: str) -> bool:
    """Tell whether a text reads as the title of an annual report."""
    return len(text) <= MAX_TITLE and bool(_TITLE.search(text)) and not _NO_TITLE.search(text)


def read_title(text: str, source: Source | None) -> Title:
    """Take a title apart."""
    named = [year for year, _, _ in years(text)]
    subject = _SUBJECT.search(text)
    head = text[: subject.start()] if subject else ""
    agency = _YEAR_WORDS.sub("", _LEAD.sub("", head)).strip(' 　的-—_、“”"')
    return Title(text, source, agency or None, named[0] if named else None)
