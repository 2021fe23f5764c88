"""What a report says of itself: title, agency, year, dates, numbers, contact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import attrs
import regex

from govinfo.document import Document
from govinfo.findings import Finding, spec
from govinfo.narrative.contact import find_contact
from govinfo.narrative.fields import Field, fields
from govinfo.narrative.lines import Line
from govinfo.narrative.sections import Outline
from govinfo.narrative.signoff import find_signoff
from govinfo.narrative.titles import Title, Titles, find_title, is_title, read_title
from govinfo.report import Contact, Period, SignOff
from govinfo.source import Source
from govinfo.text.agency import missing_part
from govinfo.text.dates import days, periods

_NOTHING = frozenset(["无", "无文号", "无号", "无〔〕号", "无[]号", "暂无", "-", "—", "/", "〔〕号"])
_PERIOD_WORDS = regex.compile(r"统计|期限|时限|起止|截止|数据|报告期")
_SENTENCE_END = regex.compile(r"[。；;.!！]\s*$|[。]")
_COMPLETION = regex.compile(r"(?:人民政府|局|委|办|厅|部|府|院|会|处|所|站|署|中心|委员会|办公室|分局)?")
FOOT_LINES = 4
"""In so many lines at the foot a sign-off may stand, behind a line that names attachments."""

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


def read_metadata(document: Document, outline: Outline) -> Metadata:
    """Collect the metadata from the lines above the first section, the sign-off and outside the content."""
    named = list(fields(outline.opening))
    best: dict[str, Field] = {}
    for field, _ in named:
        if field.attribute not in best or field.rank < best[field.attribute].rank:
            best[field.attribute] = field
    sources = {attribute: field.source for attribute, field in best.items() if attribute != "other"}
    outside = {_META_NAMES[name.lower()]: value for name, value in document.metadata if name.lower() in _META_NAMES}
    titles = _titles(document, outline, best.get("title"), outside.get("title"))
    title = titles.best
    signed, body_end = find_signoff(outline.last)
    if signed is None:
        signed, _ = find_signoff(outline.closing[:FOOT_LINES])
    published, published_source = _published(outline, best.get("published"), outside.get("published"), signed)
    publisher = best["publisher"].value if "publisher" in best else outside.get("publisher")
    preamble_lines = list(_preamble(outline.opening, {line.position for _, line in named}))
    preamble = "\n".join(line.text for line in preamble_lines)
    period, period_source = _period(preamble_lines, outline)
    agency = _agency(title, publisher, signed)
    year, doubts = _year(title, period, published)
    if title and title.source:
        sources["title"] = title.source
    if published_source:
        sources["published"] = published_source
    if period_source:
        sources["period"] = period_source
    contact = _contact(preamble, outline)
    holder = contact and next((line for line in preamble_lines if find_contact(line.text)), None)
    if holder:
        sources["contact"] = holder.source
    if preamble_lines:
        sources["preamble"] = preamble_lines[0].source
    doubts = (*doubts, *_title_doubts(titles))
    return Metadata(
        title=title.text if title else None,
        agency=agency,
        year=year,
        published=published,
        period=period,
        index_number=_given(best.get("index_number")),
        document_number=_given(best.get("document_number")),
        contact=contact,
        publisher=publisher,
        signed=signed,
        preamble=preamble,
        body_end=body_end,
        sources=sources,
        doubts=doubts,
    )


def _title_doubts(titles: Titles) -> Iterator[Finding]:
    best = titles.best
    if best is None:
        yield spec("X17").finding()
    elif titles.others:
        yield spec("X28").finding(source=best.source, title=best.text, other=titles.others[0].text)


def _titles(document: Document, outline: Outline, named: Field | None, outside: str | None) -> Titles:
    given = (named.value, named.source) if named else None
    others = [text for text in (outside, document.title) if text]
    cut = [part.strip() for text in others for part in regex.split(r"[_|\-—–]", text)]
    found = find_title(outline.opening, given, [*others, *cut])
    if found.best is None and named is not None:
        return Titles(read_title(named.value, named.source), ())
    return found


def _published(
    outline: Outline, field: Field | None, outside: str | None, signed: SignOff | None
) -> tuple[dt.date | None, Source | None]:
    if field:
        day = next(days(field.value), None)
        if day:
            return day[0], field.source
    for line in outline.opening:
        text = line.text.strip(" 　()（）[]【】")
        day = next(days(text), None)
        if day and day[1] == 0 and not text[day[2] :].strip(" :0123456789时分秒"):
            return day[0], line.source
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
                if _PERIOD_WORDS.search(paragraph[max(span.begin - 30, 0) : span.stop + 10]):
                    return Period(span.start, span.end, paragraph[span.begin : span.stop]), section.source
    return None, None


def _agency(title: Title | None, publisher: str | None, signed: SignOff | None) -> str | None:
    """The agency as the title has it, completed from the publisher or the sign-off where they say more."""
    others = [name for name in (publisher, signed.agency if signed else None) if name]
    if not title or not title.agency:
        return others[0] if others else None
    for other in others:
        before, found, behind = other.partition(title.agency)
        complete = behind in ("", GOVERNMENT) or missing_part(title.agency) == "body"
        if found and (before or behind) and complete and _COMPLETION.fullmatch(behind):
            return other
    return title.agency


def _year(
    title: Title | None, period: Period | None, published: dt.date | None
) -> tuple[int | None, tuple[Finding, ...]]:
    if title and title.year:
        return title.year, ()
    if period and period.end:
        return period.end.year, (spec("X16").finding(year=period.end.year),)
    if published:
        return published.year - 1, (spec("X16").finding(year=published.year - 1),)
    return None, (spec("X18").finding(),)


def _contact(preamble: str, outline: Outline) -> Contact | None:
    """The contact details in the preamble, else in the first or the last section, else at the foot."""
    foot = "\n".join(line.text for line in outline.closing)
    texts = (preamble, outline.sections[0].text, outline.sections[-1].text, foot)
    return next(filter(None, map(find_contact, texts)), None)


def _given(field: Field | None) -> str | None:
    return None if field is None or field.value in _NOTHING else field.value
