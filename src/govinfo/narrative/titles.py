"""The title, and the agency and the year that it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress

import attrs
import regex

from govinfo.narrative.lines import Line
from govinfo.source import Source
from govinfo.text.agency import missing_part, split_name, without_other_subject
from govinfo.text.dates import years
from govinfo.text.fold import narrow
from govinfo.text.script import TO_SIMPLIFIED

MAX_TITLE = 80
"""Longest title in characters."""

MAX_LINES = 3
"""Over so many lines a title may be spread."""

DISCLOSURE = "公"
"""A character that every title of an annual report has, in simplified and traditional script."""

_SUBJECT = regex.compile(r"(?:政府)?(?:信息|政务)公开")
_BODY = regex.compile(r"中心|[办处科股室局委组]")
_END = r"\s*(?:[（(][^（）()]*[）)])?\s*$"
_TITLE = regex.compile(rf"(?:信息|政务)公开.{{0,20}}(?:报告|年报)(?:的?(?:公示|公告|通告))?{_END}")
_ANNOUNCED = regex.compile(rf"(?:公示|公告|通告){_END}")
"""The end of a title of the page that announces the report, which counts where the report has none."""

_NO_TITLE = regex.compile(
    r"[。；>»›|]|(?:时间|日期|来源|作者|录入|编辑|浏览\w*|点击\w*|字[号体])\s*[:：]|根据|按照|现将|现予|如下|特此|本报告|解读|通知|下载|点击|[上下]一[篇条]|相关(?:链接|阅读|报告)|^\s*[·•]"
)
_LISTED = regex.compile(r"\s*[·•●○◆■□▪]")
"""The mark in front of an entry of a list, which begins no other line of a title."""

_BEGINNING = regex.compile(
    r"(?r)(?:[局委办厅部府院会处所站署社校镇乡县区市省]|中心|街道|大队|支队|20\d\d年?度?|公开|[零〇○一二三四五六七八九]年)$"
)
"""The end of a line with which a title may begin, looked for from there."""

_BROKEN = regex.compile(r"(?:信息|政务)公开|(?:政府?|信|(?:信息|政务)公?)$")
"""A line that was broken within or behind the subject of the title."""

_AROUND = regex.compile(
    r"^\s*(?:[【\[][^】\]]*[】\]]|附件\s*[0-9]*\s*[:：]|(?:标题|公示|公告|通告)\s*[:：]|[《“\"]|[=#*]+|:\w+:)\s*|(?:[》”\"]|[=*]+)\s*$"
)
_DATE_BEHIND = regex.compile(r"\s+(?:19|20)[0-9][0-9][-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?.*$")
_YEAR_WORDS = regex.compile(
    r"(?:(?:19|20)[0-9][0-9]|二[零〇○][零〇○一二三四五六七八九十]{2})\s*(?:年度|年)?(?:度)?|^关于(?:公布|发布|印发)?|关于$|的$"
)
_ISSUED = regex.compile(r"^(?P<by>.{3,}?)关于(?:公布|发布|公开|印发|报送)?[《“]?(?P<of>.*)$")
"""A body that issues the report of another, or its own."""

_INNER_BLANK = regex.compile(r"(?<=\p{Han})\s+(?=\p{Han})")
"""Blanks inside a name, as where a title was broken over lines."""

_OWN_OFFICE = regex.compile(r"(?<=[局厅])办公室(?=关于)")
"""The office inside a body, which speaks for it."""


@attrs.frozen
class Title:
    """A title with its place, the agency and the year that it names."""

    text: str
    source: Source | None
    agency: str | None
    year: int | None


@attrs.frozen
class Titles:
    """The title of a report, and the titles of other years that stand beside it."""

    best: Title | None
    others: tuple[Title, ...]


def find_title(
    lines: Sequence[Line], named: tuple[str, Source] | None, outside: Sequence[str], named_as: str = ""
) -> Titles:
    """Find the title of a report.

    Of several the most complete one is taken, and of those the last, which stands next to the text;
    where it is printed in several wordings, the first of them.

    Args:
        lines: the lines above the text.
        named: value and place of a field that is called title.
        outside: titles from outside the content, such as the `title` element of a page.
        named_as: how titles end beside those of annual reports.
    """
    printed = [read_title(text, source, named_as) for text, source in _printed(lines, named_as)]
    given = [read_title(text, None, named_as) for text in map(_trimmed, outside) if is_title(text, named_as)]
    if named and is_title(named[0], named_as):
        given.append(read_title(*named, named_as))
    years_given = {title.year for title in given if title.year}
    if years_given:
        printed = [title for title in printed if title.year in (None, *years_given)] or printed
    ordered = [*given, *printed] if not (named and is_title(named[0], named_as)) else [*printed, *given]
    ordered = [title for title in ordered if not _ANNOUNCED.search(title.text)] or ordered
    best = None
    for title in ordered:
        if best is None or _completeness(title) >= _completeness(best):
            best = title
    if best is not None:
        best = next((title for title in ordered if _completes(title, best)), best)
        same = [title for title in ordered if (title.agency, title.year) == (best.agency, best.year)]
        best = next((title for title in same if title.source), best)
    others = tuple(title for title in ordered if best and title.year not in (None, best.year))
    return Titles(best, others)


def _completes(title: Title, best: Title) -> bool:
    """Tell whether a title names the body above the office that another one names alone, without its region."""
    if not (title.agency and best.agency) or title.year != best.year or missing_part(best.agency) != "region":
        return False
    above, office, behind = title.agency.rpartition(best.agency)
    return bool(office and split_name(above).regions) and not behind


def _completeness(title: Title) -> tuple[bool, bool]:
    return title.year is not None, title.agency is not None


def _printed(lines: Sequence[Line], named_as: str) -> Iterator[tuple[str, Source]]:
    """The titles among the texts of some lines, and what neighbouring lines make together where none is one alone."""
    may_tell = [bool(named_as) or DISCLOSURE in line.text for line in lines]
    for line in compress(lines, may_tell):
        for place, part in enumerate(line.texts):
            text = _trimmed(part)
            if is_title(text, named_as):
                yield text, line.tokens[place].source
    for place, line in enumerate(lines):
        if not any(may_tell[place : place + MAX_LINES]):
            continue
        text = _trimmed(line.text)
        for more in lines[place + 1 : place + MAX_LINES]:
            if not _may_go_on(text) or any(_names_itself(part, named_as) for part in (text, _trimmed(more.text))):
                break
            if _LISTED.match(more.text):
                break
            text += _trimmed(more.text)
            if is_title(text, named_as):
                yield text, line.source


def _may_go_on(text: str) -> bool:
    """Tell whether a line may be the beginning of a title that goes on below it."""
    if _BEGINNING.match(text):
        return True
    return ("信" in text or "政" in text) and _BROKEN.search(text) is not None and not _NO_TITLE.search(text)


def _names_itself(text: str, named_as: str) -> bool:
    """Tell whether a text is a title that needs no other line: one with an agency."""
    return is_title(text, named_as) and read_title(text, None, named_as).agency is not None


def is_title(text: str, named_as: str = "") -> bool:
    """Tell whether a text reads as the title of an annual report, or ends as the titles of another document do."""
    if len(text) > MAX_TITLE or not (named_as or DISCLOSURE in text) or _NO_TITLE.search(text):
        return False
    return bool(_TITLE.search(text.translate(TO_SIMPLIFIED))) or _document(text, named_as) is not None


def _document(text: str, named_as: str) -> regex.Match[str] | None:
    """The name of another document than the annual report at the end of its title."""
    return regex.search(regex.escape(named_as) + _END, text) if named_as else None


def read_title(text: str, source: Source | None, named_as: str = "") -> Title:
    """Take a title apart."""
    return Title(text, source, *_parts(text, named_as))


@lru_cache(maxsize=256)
def _parts(text: str, named_as: str) -> tuple[str | None, int | None]:
    """The agency and the year that a title names; most are printed several times on a page."""
    named = [year for year, _, _ in years(text)]
    document = _document(text, named_as)
    head = text[: document.start() if document else _subject(text)]
    agency = _OWN_OFFICE.sub("", head).strip()
    for _ in range(MAX_LINES):
        cut = _YEAR_WORDS.search(narrow(agency))
        agency = f"{agency[: cut.start()]}{agency[cut.end() :]}".strip(" 　-—_、") if cut else agency
    agency = _INNER_BLANK.sub("", _reporting(agency))
    return agency if len(agency) > 1 else None, named[0] if named else None


def _reporting(name: str) -> str:
    """The body that reports, without another that issues the report and without other subjects of it."""
    issued = _ISSUED.match(name)
    if issued:
        name = issued["of"] if len(issued["of"]) > 1 else issued["by"]
    return without_other_subject(name)


def _subject(text: str) -> int:
    """Where a title begins to say what it is about; an agency may have the same words in its name."""
    starts = [found.start() for found in _SUBJECT.finditer(text.translate(TO_SIMPLIFIED))]
    return next((start for start in starts if not _BODY.search(text, start)), starts[-1] if starts else 0)


@lru_cache(maxsize=1024)
def _trimmed(text: str) -> str:
    """The text without brackets, list marks and dates around it."""
    trimmed: str = _DATE_BEHIND.sub("", _AROUND.sub("", text)).strip()
    return trimmed
