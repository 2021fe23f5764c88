"""From bytes to a report: read, recognise, parse."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import attrs

from govinfo.contracts import Hint, Parser, Reader, Recognition
from govinfo.document import Document, Grid, Paragraph
from govinfo.errors import NotAReport, UnsupportedFormat
from govinfo.findings import Finding, spec
from govinfo.narrative.kinds import classify
from govinfo.readers.bounded import Content, read_bounded
from govinfo.readers.sniff import known_format
from govinfo.registry import Registry
from govinfo.report import Origin, Report

HEAD = 4096
"""How many bytes readers are shown to recognise their format."""

MARGIN = 3
"""Two parsers whose scores differ by no more are about equally sure."""


@attrs.frozen
class Ranked:
    """A parser that recognised a document."""

    parser: Parser
    recognition: Recognition


def parse(
    source: Content, *, filename: str | None = None, parser: str | None = None, registry: Registry | None = None
) -> Report:
    """Read a report.

    Args:
        source: a path (`str` or path-like), or the content as bytes or a binary file.
        filename: name of content without one; its suffix helps to recognise the format.
        parser: name of the parser to use; by default the one that fits best.
        registry: readers, parsers and forms to use; by default all that are installed.

    Raises:
        SourceError: the source cannot be read.
        UnsupportedFormat: no reader knows the format.
        NotAReport: it is no annual report in one of the forms.
        SelectionError: there is no parser of that name.
    """
    registry = registry or Registry.default()
    chosen = registry.parser(parser) if parser else None
    content = read_bounded(source, filename)
    hint = Hint(content.name)
    reader = _reader(content.data, hint, registry.readers)
    document = reader.read(content.data, hint)
    ranked = _recognise(document, registry, chosen)
    try:
        report = ranked[0].parser.parse(document, registry.context, ranked[0].recognition)
    except NotAReport as error:
        raise _not_a_report(document, content.name, str(error)) from error
    if "学年" in (report.title or ""):
        raise _not_a_report(document, content.name, "the title names a school year")
    recognition = ranked[0].recognition
    origin = Origin(
        filename=content.name,
        sha256=hashlib.sha256(content.data).hexdigest(),
        reader=reader.name,
        parser=ranked[0].parser.name,
        score=recognition.score,
        reasons=recognition.reasons,
        encoding=document.encoding,
    )
    doubts = (*report.diagnostics, *_rivals(ranked), *registry.faults)
    return attrs.evolve(report, parser=origin, diagnostics=doubts)


def _reader(data: bytes, hint: Hint, readers: Sequence[Reader]) -> Reader:
    head = data[:HEAD]
    scored = [(reader.accepts(head, hint), reader) for reader in readers]
    score, best = max(scored, key=lambda entry: entry[0], default=(0, None))
    if best is None or score <= 0:
        found = known_format(head) or "binary data of an unknown format"
        names = ", ".join(reader.name for reader in readers)
        raise UnsupportedFormat(
            f"{hint.filename or 'the content'}: {found}; this installation reads {names}. Save it as one of these"
        )
    return best


def _recognise(document: Document, registry: Registry, chosen: Parser | None) -> list[Ranked]:
    candidates = (chosen,) if chosen else registry.parsers
    answers = [(parser, parser.recognise(document, registry.context)) for parser in candidates]
    ranked = [Ranked(parser, answer) for parser, answer in answers if answer is not None and answer.score > 0]
    if not ranked:
        raise _not_a_report(document, None, "no parser recognised the statutory tables or headings")
    return sorted(ranked, key=lambda entry: (-entry.recognition.score, -entry.parser.priority, entry.parser.name))


def _rivals(ranked: Sequence[Ranked]) -> tuple[Finding, ...]:
    if len(ranked) < 2 or ranked[0].recognition.score - ranked[1].recognition.score > MARGIN:
        return ()
    return (spec("X22").finding(first=ranked[0].parser.name, second=ranked[1].parser.name),)


def _not_a_report(document: Document, name: str | None, reason: str) -> NotAReport:
    kind, description = classify("\n".join(_texts(document)))
    if any(note.code == "X21" for note in document.notes):
        reason = f"{reason}; the page is nested too deeply or damaged, so that content may be missing"
    prefix = f"{name}: " if name else ""
    return NotAReport(
        f"{prefix}not an annual report in one of the statutory forms but, it seems, {description.en} "
        f"({description.zh}): {reason}. Give the page or file that holds the report's tables",
        kind,
    )


def _texts(document: Document) -> list[str]:
    texts = [document.title or ""]
    for block in document.blocks[:60]:
        if isinstance(block, Grid):
            texts.extend(cell.text for row in block.rows[:5] for cell in row)
        elif isinstance(block, Paragraph):
            texts.append(block.text)
    return texts
