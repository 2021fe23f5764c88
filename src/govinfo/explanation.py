"""How a source was read: who was asked, how sure each was, which labels matched how."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, TypeVar

import attrs

from govinfo.contracts import Parser
from govinfo.document import Document, Figure, Grid, Paragraph
from govinfo.errors import GovinfoError, UnsupportedFormat
from govinfo.findings import Finding, Text
from govinfo.forms import Form
from govinfo.pipeline import parse, read, recognise, sniff
from govinfo.readers.bounded import Bytes, Content, read_bounded
from govinfo.registry import Registry, given_or_default
from govinfo.report import Observation, Report
from govinfo.source import Source

T = TypeVar("T")

ABOUT_TABLES = frozenset({"second_table", "missing_table", "figure", "missing_header", "repeated_header"})
"""Kinds of observations that concern a whole table."""


@attrs.frozen
class Asked:
    """A reader or a parser that was asked.

    Attributes:
        name: its name.
        plugin: the plugin that it is from.
        score: how sure it was, 0 to 100; 0 where it did not recognise the source.
        chosen: whether its result was taken.
        seconds: processor time that the question took.
        reasons: why, in its own words; of a reader that refused after all, the message.
    """

    name: str
    plugin: str
    score: int
    chosen: bool
    seconds: float
    reasons: tuple[Text, ...] = ()


@attrs.frozen
class Candidate:
    """A table of the document: its rows, the cells of its longest row, its beginning, its place."""

    rows: int
    columns: int
    begins: str
    source: Source


@attrs.frozen
class LabelMatch:
    """How a row of the form was found.

    Attributes:
        row: id of the row, with its table.
        printed: the label as printed; the official one where it matches exactly.
        how: ``"exact"``, ``"alias"``, ``"similar"``, ``"truncated"``, ``"position"``, or ``"absent"``.
        similarity: likeness of both from 0 to 1, where it is known.
        cells: how many of its cells have a value.
        source: place of the label, where it differs from the official one, or of the first cell.
    """

    row: str
    printed: str
    how: str
    similarity: float | None
    cells: int
    source: Source | None


@attrs.frozen
class TableUse:
    """What became of a table of the form.

    Attributes:
        table: its id.
        read, cells: how many of its cells have a value, and how many it has.
        observations: what was noticed of the table as a whole: repeated, missing, an image.
        doubts: diagnostics about it, among them candidates that were refused, and why.
    """

    table: str
    read: int
    cells: int
    observations: tuple[Observation, ...]
    doubts: tuple[Finding, ...]


@attrs.frozen
class Explanation:
    """How a source was read.

    Attributes:
        filename: name of the source.
        size: number of bytes.
        readers: the readers in the order in which they were tried.
        paragraphs, figures: how many the document has.
        tables: the tables of the document.
        parsers: the parsers in the order in which they were tried.
        labels: the rows of the form, in form order; empty where nothing was read.
        uses: what became of the form's tables.
        report: the report; None where there is none.
        error: why there is none.
        seconds: processor time of reading everything.
    """

    filename: str | None
    size: int
    readers: tuple[Asked, ...] = ()
    paragraphs: int = 0
    figures: int = 0
    tables: tuple[Candidate, ...] = ()
    parsers: tuple[Asked, ...] = ()
    labels: tuple[LabelMatch, ...] = ()
    uses: tuple[TableUse, ...] = ()
    report: Report | None = None
    error: GovinfoError | None = None
    seconds: float = 0.0

    def to_dict(self) -> dict[str, Any]:
        """A mapping of plain values, ready for JSON; of the report only its form and its diagnostics."""
        plain = attrs.asdict(
            self, filter=lambda field, value: field.name not in ("report", "error") and value is not None
        )
        if self.report is not None:
            doubts = [doubt.to_dict() for doubt in self.report.diagnostics]
            plain |= {"form": self.report.form, "parser": self.report.parser.parser, "diagnostics": doubts}
        if self.error is not None:
            plain |= {"error": {"zh": self.error.zh, "en": str(self.error)}}
        return plain


def explain(
    source: Content, *, filename: str | None = None, parser: str | None = None, registry: Registry | None = None
) -> Explanation:
    """Tell how a source is read: the same steps as `parse`, with what happens on the way.

    Args:
        source: see `parse`.
        filename: see `parse`.
        parser: see `parse`.
        registry: see `parse`.

    Returns:
        The explanation; where no report could be read, it has the error instead of raising it.

    Raises:
        SourceError: the source cannot be opened at all.
        SelectionError: there is no parser of that name.
    """
    registry = given_or_default(registry)
    chosen = registry.parser(parser) if parser else None
    content = read_bounded(source, filename)
    readers, document = _readers(content, registry)
    found = Explanation(content.name, len(content.data), readers)
    if document is not None:
        found = attrs.evolve(
            found,
            paragraphs=sum(isinstance(block, Paragraph) for block in document.blocks),
            figures=sum(isinstance(block, Figure) for block in document.blocks),
            tables=tuple(_candidate(block) for block in document.blocks if isinstance(block, Grid)),
            parsers=_parsers(document, registry, chosen),
        )
    try:
        seconds, report = _timed(partial(parse, content.data, filename=content.name, parser=parser, registry=registry))
    except GovinfoError as error:
        return attrs.evolve(found, error=error)
    form = registry.form(report.form)
    return attrs.evolve(
        found,
        readers=tuple(attrs.evolve(asked, chosen=asked.name == report.parser.reader) for asked in found.readers),
        parsers=tuple(attrs.evolve(asked, chosen=asked.name == report.parser.parser) for asked in found.parsers),
        labels=tuple(_labels(report, form)),
        uses=tuple(_use(report, form, table.id) for table in form.tables),
        report=report,
        seconds=seconds,
    )


def _readers(content: Bytes, registry: Registry) -> tuple[tuple[Asked, ...], Document | None]:
    faults: list[Finding] = []
    refusals: dict[str, UnsupportedFormat] = {}
    sniffed = sniff(content, registry, faults)
    chosen, document, seconds = None, None, 0.0
    try:
        seconds, (reader, document) = _timed(partial(read, content, sniffed, faults, refusals))
        chosen = reader.name
    except GovinfoError as error:
        surest = sniffed[0].reader.name if sniffed and sniffed[0].score else None
        messages = {surest: _said(error)} if surest else {}
    else:
        messages = {}
    messages |= {name: _said(refusal) for name, refusal in refusals.items()}
    asked = tuple(
        Asked(
            entry.reader.name,
            str(entry.owner),
            entry.score,
            entry.reader.name == chosen,
            seconds if entry.reader.name == chosen else 0.0,
            (messages[entry.reader.name],) if entry.reader.name in messages else (),
        )
        for entry in sniffed
    )
    return asked, document


def _parsers(document: Document, registry: Registry, chosen: Parser | None) -> tuple[Asked, ...]:
    asked = []
    for owner, parser in registry.owned("govinfo_parsers"):
        if chosen is not None and parser is not chosen:
            continue
        faults: list[Finding] = []
        seconds, ranked = _timed(partial(recognise, document, registry, parser, faults))
        score, given = (ranked[0].recognition.score, ranked[0].recognition.reasons) if ranked else (0, ())
        reasons = (reason if isinstance(reason, Text) else Text(reason, reason) for reason in given)
        failures = (fault.text for fault in faults)
        asked.append(
            Asked(parser.name, str(owner), score, chosen=False, seconds=seconds, reasons=(*reasons, *failures))
        )
    return tuple(sorted(asked, key=lambda entry: -entry.score))


def _said(error: GovinfoError) -> Text:
    return Text(error.zh, str(error))


def _candidate(grid: Grid) -> Candidate:
    begins = next((cell.text for row in grid.rows for cell in row if cell.text.strip()), "")
    return Candidate(len(grid.rows), max(map(len, grid.rows), default=0), " ".join(begins.split()), grid.source)


def _labels(report: Report, form: Form) -> Iterator[LabelMatch]:
    seen = {(entry.table, entry.subject): entry for entry in report.observed("row_label")}
    for place in form.rows:
        cells = [report[cell] for cell in place.cells]
        differing = seen.get((place.table.id, place.row.id))
        absent = all(cell.status == "absent" for cell in cells)
        yield LabelMatch(
            ".".join(filter(None, (place.table.id, place.row.id))),
            differing.printed if differing else "" if absent else place.label.zh,
            differing.how or "similar" if differing else "absent" if absent else "exact",
            differing.similarity if differing else None,
            sum(cell.value is not None for cell in cells),
            differing.source if differing else next((cell.source for cell in cells if cell.source), None),
        )


def _use(report: Report, form: Form, table: str) -> TableUse:
    cells = [report[cell.id] for cell in form.cells if cell.table == table]
    number = next(entry.number for entry in form.tables if entry.id == table)
    return TableUse(
        table,
        sum(cell.value is not None for cell in cells),
        len(cells),
        tuple(entry for entry in report.observations if entry.table == table and entry.kind in ABOUT_TABLES),
        tuple(
            doubt
            for doubt in report.diagnostics
            if any(cell.startswith(f"{table}.") for cell in doubt.cells) or number.zh in doubt.message("zh")
        ),
    )


def _timed(call: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    result = call()
    return time.process_time() - start, result
