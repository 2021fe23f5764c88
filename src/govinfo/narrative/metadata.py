"""What a report says of itself: title, agency, year, dates, numbers, contact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import attrs
import regex

from govinfo.alignment.captions import read_caption
from govinfo.contracts import LabelAlias
from govinfo.document import Document
from govinfo.findings import Finding, spec
from govinfo.narrative.contact import find_contact
from govinfo.narrative.fields import Field, bare_number, fields
from govinfo.narrative.lines import Line
from govinfo.narrative.page import NO_PAGE, Page
from govinfo.narrative.sections import Outline
from govinfo.narrative.signoff import find_signoff
from govinfo.narrative.titles import Title, Titles, find_title, is_title, read_title
from govinfo.narrative.told import Told, announced, year_of_sentences
from govinfo.report import Contact, Period, SignOff
from govinfo.source import Source
from govinfo.text.agency import is_inner_office, missing_part
from govinfo.text.dates import days, periods
from govinfo.text.script import simplified

_NOTHING = frozenset(["无", "无文号", "无号", "无〔〕号", "无[]号", "暂无", "-", "—", "/", "〔〕号"])
_PERIOD_WORDS = regex.compile(r"统计|期限|时限|起止|截止|数据|报告期")
_SENTENCE_END = regex.compile(r"[。；;.!！]\s*$|[。]")
_COMPLETION = regex.compile(r"(?:人民政府|局|委|办|厅|部|府|院|会|处|所|站|署|中心|委员会|办公室|分局)?")
_BESIDE_DAY = regex.compile(r"(?:信息|稿件|文章)?(?:来源|作者|责任编辑|编辑|浏览|阅读|点击|访问|字体|字号|发布机构)")
FOOT_LINES = 4
"""In so many lines at the foot a sign-off may stand, behind a line that names attachments."""

FIRST_LINES = 8
"""So many lines of the first section are looked at for the year and the agency where no title gives them."""

GOVERNMENT = "人民政府"
"""What completes the name of a region to that of its government."""

_META_NAMES = {"articletitle": "title", "pubdate": "published", "contentsource": "publisher"}


@attrs.frozen
class Metadata:
    """The metadata of a report; see `Report` for the attributes.  `doubts` are findings of family X."""

    title: str | None
    agency: str | None
    year: int | None
    published: dt.date | None
    period: Period | None
    index_number: str | None
    document_number: str | None
    contact: Contact | None
    publisher: str | None
    signed: SignOff | None
    preamble: str
    body_end: int
    sources: dict[str, Source]
    doubts: tuple[Finding, ...]


def read_metadata(
    document: Document, outline: Outline, page: Page = NO_PAGE, aliases: tuple[LabelAlias, ...] = (), named_as: str = ""
) -> Metadata:
    """Collect the metadata from the lines above the first section, the sign-off and outside the content.

    Args:
        document: the document.
        outline: its sections.
        page: what is known of the page around the report.
        aliases: regional names of fields.
        named_as: how titles end beside those of annual reports.
    """
    named = list(fields(outline.opening, aliases))
    outside = {_META_NAMES[name.lower()]: value for name, value in document.metadata if name.lower() in _META_NAMES}
    named_titles = [field for field, _ in named if field.attribute == "title"]
    named_title = min(named_titles, key=lambda field: field.rank, default=None)
    titles = _titles(document, outline, named_title, outside.get("title"), named_as)
    title = titles.best
    start = _line_of(title, outline.opening)
    named_by_place = _by_place(named, outline.opening, start, page)
    best = {attribute: field for fields_there in reversed(named_by_place) for attribute, field in fields_there.items()}
    sources = {attribute: field.source for attribute, field in best.items() if attribute != "other"}
    signed, body_end = find_signoff(outline.last)
    if signed is None:
        signed, _ = find_signoff(outline.closing[:FOOT_LINES])
    preamble_lines = list(_preamble(outline.opening[start:], {line.position for _, line in named}))
    preamble = "\n".join(line.text for line in preamble_lines)
    period, period_source = _period(preamble_lines, outline)
    days_named = [fields_there.get("published") for fields_there in named_by_place]
    stale = _stale(outside.get("published"), title, period)
    in_head = None if stale else outside.get("published")
    published, published_source = _published(outline.opening, start, days_named, in_head, signed)
    publisher = best["publisher"].value if "publisher" in best else outside.get("publisher")
    texts = [preamble, *(line for part in outline.sections[:1] for line in part.text.splitlines()[:FIRST_LINES])]
    told = Told() if title and title.agency and title.year else announced(texts)
    year, doubts = _year(title, period, told.year, published, texts, document)
    contact = _contact(preamble, outline)
    holder = contact and next((line for line in preamble_lines if find_contact(line.text)), None)
    places = {
        "title": title.source if title else None,
        "published": published_source,
        "period": period_source,
        "contact": holder.source if holder else None,
        "preamble": preamble_lines[0].source if preamble_lines else None,
    }
    sources |= {name: place for name, place in places.items() if place}
    return Metadata(
        title=title.text if title else None,
        agency=_agency(title, publisher, signed, told.agency),
        year=year,
        published=published,
        period=period,
        index_number=_given(best.get("index_number")),
        document_number=_given(best.get("document_number")) or bare_number(outline.opening),
        contact=contact,
        publisher=publisher,
        signed=signed,
        preamble=preamble,
        body_end=body_end,
        sources=sources,
        doubts=(*doubts, *_title_doubts(titles, period), *stale),
    )


def _title_doubts(titles: Titles, period: Period | None) -> Iterator[Finding]:
    best = titles.best
    reported = period.end.year if period and period.end else None
    if best is None:
        yield spec("X17").finding()
    elif titles.others:
        yield spec("X28").finding(source=best.source, title=best.text, other=titles.others[0].text)
    elif best.source is None and reported and best.year not in (None, reported):
        yield spec("X28").finding(title=best.text, other=f"{reported}年")


def _titles(document: Document, outline: Outline, named: Field | None, outside: str | None, named_as: str) -> Titles:
    given = (named.value, named.source) if named else None
    others = [text for text in (outside, document.title) if text]
    cut = [part.strip() for text in others for part in regex.split(r"[_|\-—–]", text)]
    found = find_title(outline.opening, given, [*others, *cut], named_as)
    if found.best is None and named is not None:
        return Titles(read_title(named.value, named.source), ())
    return found


def _stale(text: str | None, title: Title | None, period: Period | None) -> tuple[Finding, ...]:
    """A finding for a day in the head of the page before the end of the reported year: that of a template."""
    reported = title.year if title and title.year else period.end.year if period and period.end else None
    day = next(days(text), None) if text else None
    if day is None or reported is None or day[0].year > reported:
        return ()
    return (spec("X68").finding(day=str(day[0]), year=reported),)


def _named_day(field: Field | None) -> tuple[dt.date, Source] | None:
    """The day that a field gives."""
    day = next(days(field.value), None) if field else None
    return (day[0], field.source) if field and day else None


def _own_day(line: Line) -> tuple[dt.date, Source] | None:
    """The day that a line gives first, and behind it nothing but perhaps the time and what pages print beside it."""
    text = line.text.strip(" 　()（）[]【】")
    day = next(days(text), None)
    if day and day[1] == 0:
        behind = text[day[2] :].lstrip(" 　\xa0:0123456789时分秒|")
        if not behind or _BESIDE_DAY.match(behind):
            return day[0], line.source
    return None


def _line_of(title: Title | None, opening: Sequence[Line]) -> int:
    """The number of the line in which the title is printed; 0 where it is printed in none."""
    if title is None or title.source is None:
        return 0
    return next((number for number, line in enumerate(opening) if line.holds(title.source)), 0)


def _best_fields(named: Iterable[tuple[Field, Line]]) -> dict[str, Field]:
    """The best field for each attribute, the first of several equal ones; one for a day must name one."""
    best: dict[str, Field] = {}
    for field, _ in named:
        if field.attribute == "published" and not _named_day(field):
            continue
        if field.attribute not in best or field.rank < best[field.attribute].rank:
            best[field.attribute] = field
    return best


def _by_place(
    named: Sequence[tuple[Field, Line]], opening: Sequence[Line], start: int, page: Page
) -> tuple[dict[str, Field], dict[str, Field], dict[str, Field]]:
    """The best fields below the title, those above it in one element with it and the text, and those elsewhere.

    Fields above the title count as below if they are several, as in the table of a document's data; a date alone is
    what lists of other pages have.
    """
    if not opening:
        return {}, {}, {}
    first, last = opening[start].position, opening[-1].position
    begin = page.content((first, last), last + 1)[0]
    above = [entry for entry in named if entry[1].position < first]
    if len({field.attribute for field, _ in above} - {"other"}) > 1:
        return _best_fields(named), {}, {}
    return (
        _best_fields(entry for entry in named if entry[1].position >= first),
        _best_fields(entry for entry in above if entry[1].position >= begin),
        _best_fields(entry for entry in above if entry[1].position < begin),
    )


def _published(
    opening: Sequence[Line],
    start: int,
    named: Sequence[Field | None],
    outside: str | None,
    signed: SignOff | None,
) -> tuple[dt.date | None, Source | None]:
    """The day of publication, from the surest place to the least.

    It is named below the title or beside it; else on a line of its own below the title; named elsewhere on the page;
    on a line above the title, the nearest first; in the head of the page; in the sign-off.
    """
    near, beside, far = (_named_day(field) for field in named)
    below, above = map(_own_day, opening[start:]), map(_own_day, reversed(opening[:start]))
    found = near or beside or next(filter(None, below), None) or far or next(filter(None, above), None)
    if found:
        return found
    day = next(days(outside), None) if outside else None
    if day:
        return day[0], None
    return (signed.date, signed.source) if signed else (None, None)


def _preamble(opening: Sequence[Line], named: set[int]) -> Iterator[Line]:
    for line in opening:
        if line.position not in named and not is_title(line.text) and _SENTENCE_END.search(line.text):
            yield line


def _period(preamble: Sequence[Line], outline: Outline) -> tuple[Period | None, Source | None]:
    """The period in the preamble, else in a sentence elsewhere that speaks of the figures."""
    for line in preamble:
        for span in periods(line.text):
            return Period(span.start, span.end, line.text[span.begin : span.stop]), line.source
    for section in outline.sections:
        for paragraph in section.text.splitlines():
            for span in periods(paragraph):
                around = paragraph[max(span.begin - 30, 0) : span.stop + 10]
                if _PERIOD_WORDS.search(simplified(around)):
                    return Period(span.start, span.end, paragraph[span.begin : span.stop]), section.source
    return None, None


def _agency(title: Title | None, publisher: str | None, signed: SignOff | None, told: str | None) -> str | None:
    """The agency as the title has it, completed from the publisher or the sign-off where they say more.

    Without one in the title it is that which the text announces, the publisher or the one that signed.
    """
    named = publisher if publisher and not is_inner_office(publisher) else None
    others = [name for name in (named, signed.agency if signed else None) if name]
    if not title or not title.agency:
        return next(filter(None, (told, *others)), None)
    for other in others:
        before, found, behind = other.partition(title.agency)
        complete = behind in ("", GOVERNMENT) or missing_part(title.agency) == "body"
        if found and (before or behind) and complete and _COMPLETION.fullmatch(behind):
            return other
    return title.agency


def _year(
    title: Title | None,
    period: Period | None,
    told: int | None,
    published: dt.date | None,
    texts: Sequence[str],
    document: Document,
) -> tuple[int | None, tuple[Finding, ...]]:
    """The year in the title, else that of the period, of the announcement, of the publication or of the sentences.

    At last that counts by which sheets are named, if there is only one.
    """
    if title and title.year:
        return title.year, ()
    sheets = dict.fromkeys(block.source.sheet for block in document.blocks if block.source.sheet is not None)
    named = {year for name in sheets for year in read_caption(name).years}
    reported = period.end.year if period and period.end else None
    issued = published.year - 1 if published else None
    year = reported or told or issued or year_of_sentences(texts) or (min(named) if len(named) == 1 else None)
    return (year, (spec("X16").finding(year=year),)) if year else (None, (spec("X18").finding(),))


def _contact(preamble: str, outline: Outline) -> Contact | None:
    """The contact details in the preamble, else in the first or the last section, else at the foot."""
    foot = "\n".join(line.text for line in outline.closing)
    texts = (preamble, *(section.text for section in (*outline.sections[:1], *outline.sections[-1:])), foot)
    return next(filter(None, map(find_contact, texts)), None)


def _given(field: Field | None) -> str | None:
    return None if field is None or field.value in _NOTHING else field.value
