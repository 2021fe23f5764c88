"""The six statutory sections and the numbered headings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import attrs
import regex
from rapidfuzz import fuzz, process

from govinfo.alignment.labels import LabelIndex
from govinfo.narrative.lines import Line
from govinfo.narrative.page import NO_PAGE, Page
from govinfo.narrative.titles import is_title
from govinfo.report import HeadingLine, Section
from govinfo.text.fold import fold, may_be_numbered, split_number

MAX_HEADING = 40
"""Longest heading in characters; longer lines are sentences."""

LIKE_NUMBERED = 0.6
"""Least likeness of a heading that has the right number."""

LIKE_BARE = 0.8
"""Least likeness of a heading that has no number or another one."""

SECOND = 2
"""Number of the section below the first, whose heading is worded most alike everywhere."""

MAX_OPENING = 12
"""So many lines above its first heading the title of a report printed once more may stand."""

_SENTENCE = regex.compile(r"[。；;:：]")
_CLAUSE = regex.compile(r"[，,]|(?:以?及|和|、)$")
"""A piece of the sentence that names the parts of a report, such as a line break leaves."""

_FOOT = regex.compile(
    r"\s*(?:责任编辑|编辑[:：]|分享(?:到|至)|分享[:：]|附件|相关附件|【?打印|\[?\s*打印|【?关闭|上一篇|下一篇|上一条|下一条|扫一扫|版权所有|主办单位|主办[:：]"
    r"|网站地图|网站标识码|信息来源|稿件来源|网站链接地址|浏览次数|关于我们|联系我们|返回顶部)"
)


@attrs.frozen
class Outline:
    """The sections as found.

    Attributes:
        opening: lines before the first section.
        sections: the six sections.
        headings: all numbered headings.
        guessed: sections whose heading was recognised by likeness, as (number, printed heading).
        closing: lines of the last section that belong to the foot of the page.
        last: the lines of the last section, for the sign-off.
    """

    opening: tuple[Line, ...]
    sections: tuple[Section, ...]
    headings: tuple[HeadingLine, ...]
    guessed: tuple[tuple[int, str], ...]
    closing: tuple[Line, ...]
    last: tuple[Line, ...]


@attrs.frozen
class _Found:
    number: int
    order: int
    line: Line
    exact: bool


def outline(
    lines: Sequence[Line], tables: Mapping[int, tuple[int, int]], index: LabelIndex, page: Page = NO_PAGE
) -> Outline:
    """Divide the lines among the sections.

    Args:
        lines: the text outside the tables.
        tables: first and last row of the tables in the strip, by number of the section they stand in.
        index: the form's labels.
        page: what is known of the page around the report.
    """
    own = [(order, line) for order, line in enumerate(lines) if line.position not in page.links]
    found = _headings(own, index) or _headings(enumerate(lines), index)
    found += _first_by_place(found, lines)
    chosen = sorted(_choose(found, tables), key=lambda entry: entry.order)
    landmarks = [entry.line.position for entry in chosen] + [row for rows in tables.values() for row in rows]
    inside = page.content(landmarks, lines[-1].position + 1 if lines else 0)
    starts = [entry.order for entry in chosen]
    bounds = dict(zip(starts, [*starts[1:], len(lines)], strict=False))
    body = {entry.number: list(lines[entry.order + 1 : bounds[entry.order]]) for entry in chosen}
    by_number = {entry.number: entry for entry in chosen}
    closing: list[Line] = []
    last: list[Line] = []
    if chosen:
        last = body[chosen[-1].number]
        again = [entry for entry in found if entry.exact and entry.number <= chosen[-1].number and entry not in chosen]
        foot = _foot(last, inside[1], {entry.line.position for entry in again}, page)
        closing, last[foot:] = last[foot:], []
    return Outline(
        opening=tuple(_above(lines[: starts[0]] if starts else lines, page)),
        sections=tuple(
            Section(
                number=heading.number,
                title=heading.label.zh,
                heading=by_number[heading.number].line.text if heading.number in by_number else None,
                text="\n".join(line.text for line in body.get(heading.number, ())),
                source=by_number[heading.number].line.source if heading.number in by_number else None,
                places=tuple(line.source for line in body.get(heading.number, ())),
            )
            for heading in index.form.headings
        ),
        headings=tuple(_numbered(lines, by_number, index)),
        guessed=tuple((entry.number, entry.line.text) for entry in chosen if not entry.exact),
        closing=tuple(closing),
        last=tuple(last),
    )


def _above(lines: Sequence[Line], page: Page) -> Iterator[Line]:
    """The lines above the first section without those that lead to other pages."""
    return (line for line in lines if line.position not in page.links or line.text.endswith("。"))


def _foot(last: Sequence[Line], end: int, again: Collection[int], page: Page) -> int:
    """How many lines of the last section are text of the report.

    Behind them stand what is outside the report's element, the usual words of a foot, lists of other pages, or the
    report once more.
    """
    count = len(last)
    for place, line in enumerate(last):
        listed = line.position in page.links and place + 1 < count and last[place + 1].position in page.links
        if line.position >= end or listed or _FOOT.match(line.text):
            return place
        if line.position in again:
            return next(
                (start for start in range(max(place - MAX_OPENING, 0), place) if is_title(last[start].text)), place
            )
    return count


def _headings(lines: Iterable[tuple[int, Line]], index: LabelIndex) -> list[_Found]:
    words = _wordings(index)
    candidates = [(order, line) for order, line in lines if words.may_be(line.text)]
    return [entry for order, line in candidates if (entry := _heading(order, line, index))]


def _heading(order: int, line: Line, index: LabelIndex) -> _Found | None:
    numbering, rest = split_number(line.text)
    if numbering is not None and numbering.level != 1:
        return None
    key = fold(line.text)
    if key in index.headings:
        return _Found(index.headings[key], order, line, exact=True)
    if _SENTENCE.search(rest.rstrip("。；;:：")) or (numbering is None and _is_clause(rest)):
        return None
    contained = next((index.headings[known] for known in index.headings if numbering and key.endswith(known)), None)
    if contained is not None:
        return _Found(contained, order, line, exact=True)
    alike = _alike(key, numbering.number if numbering else None, index)
    return None if alike is None else _Found(alike, order, line, exact=False)


@attrs.frozen
class _Wordings:
    """The keys of all headings, their characters, and the length of the shortest."""

    keys: tuple[str, ...]
    characters: frozenset[str]
    shortest: int

    def may_be(self, text: str) -> bool:
        """Tell whether a short line ends with a heading, or has enough of their characters for any likeness."""
        if len(text) > MAX_HEADING:
            return False
        key = fold(text)
        if key.endswith(self.keys):
            return True
        return 2 * sum(map(self.characters.__contains__, key)) >= LIKE_NUMBERED * (len(key) + self.shortest)


@lru_cache(maxsize=32)
def _wordings(index: LabelIndex) -> _Wordings:
    shortest = min(map(len, index.headings), default=0)
    return _Wordings(tuple(index.headings), frozenset("".join(index.headings)), shortest)


def _is_clause(text: str) -> bool:
    """Tell whether a text without a number is a sentence or part of one."""
    return _CLAUSE.search(text) is not None or text.rstrip().endswith("。")


def _alike(key: str, numbered: int | None, index: LabelIndex) -> int | None:
    """The section with a heading like a key."""
    like = process.extractOne(key, index.headings.keys(), scorer=fuzz.ratio, score_cutoff=100 * LIKE_NUMBERED)
    number = index.headings[like[0]] if like else None
    return number if like and like[1] >= 100 * (LIKE_NUMBERED if number == numbered else LIKE_BARE) else None


def _first_by_place(found: Sequence[_Found], lines: Sequence[Line]) -> Iterator[_Found]:
    """The heading 一、 in other words, right above the heading 二、 of the second section, where the first has none."""
    second = next((entry for entry in found if entry.number == SECOND and entry.exact), None)
    if second is None or any(entry.number == 1 for entry in found):
        return
    numbering, _ = split_number(second.line.text)
    if numbering is None or numbering.number != SECOND:
        return
    for order in range(second.order - 1, -1, -1):
        line = lines[order]
        above, rest = split_number(line.text)
        if above is not None and above.level == 1 and len(line.text) <= MAX_HEADING:
            if above.number == 1 and not _SENTENCE.search(rest) and not is_title(line.text):
                yield _Found(1, order, line, exact=False)
            return


def _choose(found: Sequence[_Found], tables: Mapping[int, tuple[int, int]]) -> Iterator[_Found]:
    """Of several headings of a section take the one next to its table, or next to its neighbours."""
    first = min((start for start, _ in tables.values()), default=None)
    end = max((stop for _, stop in tables.values()), default=None)
    before = -1
    for number in sorted({entry.number for entry in found}):
        options = [entry for entry in found if entry.number == number]
        options = [entry for entry in options if entry.exact] or options
        if number in tables:
            above = [entry for entry in options if entry.line.position < tables[number][0]]
            pick = above[-1] if above else options[0]
        elif first is not None and number == 1:
            above = [entry for entry in options if entry.line.position < first]
            pick = above[-1] if above else options[0]
        else:
            low = max(before, end if end is not None and number > max(tables) else -1)
            behind = [entry for entry in options if entry.line.position > low]
            pick = behind[0] if behind else options[0]
        before = pick.line.position
        yield pick


def _numbered(lines: Sequence[Line], sections: dict[int, _Found], index: LabelIndex) -> Iterator[HeadingLine]:
    """The numbered headings; the label of a row without numbers is none."""
    opened = {entry.order: number for number, entry in sections.items()}
    within = 0
    for order in [order for order, line in enumerate(lines) if order in opened or may_be_numbered(line.text)]:
        line, section = lines[order], opened.get(order)
        within = section or within
        end = _SENTENCE.search(line.text)
        first = (line.text[: end.start()] if end else line.text).strip()
        if section is None and len(first) > MAX_HEADING:
            continue
        numbering, rest = split_number(first)
        if section is None and (numbering is None or not rest or fold(first) in index.rows):
            continue
        level, number = (numbering.level, numbering.number) if numbering else (1, None)
        yield HeadingLine(first, level, number, section, within, line.source)
