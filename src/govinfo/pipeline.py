"""From bytes to a report: read, recognise, parse."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial

import attrs

from govinfo.contracts import Hint, Parser, Reader, Recognition, answers
from govinfo.discovery import BUILTIN
from govinfo.document import Document, Grid, Paragraph, copied
from govinfo.document.own import CHECK_SHEET, is_check_sheet
from govinfo.errors import GovinfoError, MissingExtra, NotAReport, SourceError, UnsupportedFormat
from govinfo.findings import Finding, Text, spec
from govinfo.isolation import Plugin, fault, guarded
from govinfo.narrative.kinds import classify
from govinfo.readers.bounded import Bytes, Content, read_bounded
from govinfo.readers.readable import readable
from govinfo.readers.sniff import known_format
from govinfo.registry import Registry, given_or_default
from govinfo.report import Origin, Report

HEAD = 4096
"""How many bytes readers are shown to recognise their format."""

MARGIN = 3
"""Two parsers whose scores differ by no more are about equally sure."""

SCHOOL_YEAR = "学年"
"""A title with this word is that of a school's report, which has another form and period."""


@attrs.frozen(eq=False)
class Ranked:
    """A parser that recognised a document, with its owner, and the document as it was shown to it."""

    owner: Plugin
    parser: Parser
    recognition: Recognition
    document: Document


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
        MissingExtra: the format needs a package that is not installed.
        NotAReport: it is no annual report in one of the forms.
        SelectionError: there is no parser of that name.
    """
    registry = given_or_default(registry)
    chosen = registry.parser(parser) if parser else None
    content = read_bounded(source, filename)
    faults: list[Finding] = []
    reader, document, ranked = _recognised(content, registry, chosen, faults)
    if is_check_sheet(document):
        raise _check_sheet(content.name)
    try:
        best, report = _parse(ranked, registry, faults)
    except NotAReport as error:
        raise _not_a_report(document, content.name, Text(error.zh, str(error))) from error
    if SCHOOL_YEAR in (report.title or ""):
        raise _not_a_report(document, content.name, Text("标题写的是学年", "the title names a school year"))
    origin = Origin(
        filename=content.name,
        sha256=hashlib.sha256(content.data).hexdigest(),
        reader=reader.name,
        parser=best.parser.name,
        score=best.recognition.score,
        reasons=tuple(reason.en if isinstance(reason, Text) else reason for reason in best.recognition.reasons),
        encoding=document.encoding,
    )
    rivals = tuple(_rivals(report, best, ranked, registry, faults))
    doubts = (*report.diagnostics, *rivals, *registry.faults, *faults)
    return attrs.evolve(report, parser=origin, diagnostics=doubts)


@attrs.frozen(eq=False)
class Sniffed:
    """A reader with its owner and how sure it is of the format, 0 to 100."""

    owner: Plugin
    reader: Reader
    score: int


def sniff(content: Bytes, registry: Registry, faults: list[Finding]) -> list[Sniffed]:
    """Ask every reader how sure it is of the format; the surest first, of equal ones by name."""
    head, hint = content.data[:HEAD], Hint(content.name)
    asked = []
    for owner, reader in registry.owned("govinfo_readers"):
        call = partial(_accepts, reader, head, hint)
        asked.append(Sniffed(owner, reader, guarded(call, owner, f"{reader.name}.accepts", faults) or 0))
    return sorted(asked, key=lambda entry: (-entry.score, entry.reader.name))


def read(
    content: Bytes, sniffed: Sequence[Sniffed], faults: list[Finding], refusals: dict[str, UnsupportedFormat]
) -> tuple[Reader, Document]:
    """Let the reader that is surest of the format read; the next one where it fails.

    Args:
        content: the bytes and their name.
        sniffed: the readers in their order.
        faults: where findings about plugins are added.
        refusals: where the readers are added that found another format after all, by name.

    Raises:
        SourceError: the content is damaged.
        MissingExtra: the reader needs a package that is not installed.
        UnsupportedFormat: no reader accepts it, or those that do failed; the message holds the faults.
    """
    before = len(faults)
    for entry in sniffed:
        name = entry.reader.name
        if not entry.score:
            continue
        call = partial(_read, entry, content)
        try:
            document = guarded(call, entry.owner, f"{name}.read", faults, expected=GovinfoError)
        except UnsupportedFormat as error:
            refusals[name] = error
        except (SourceError, MissingExtra) as error:
            raise type(error)(*_named(content, str(error), error.zh)) from error
        else:
            if document is not None:
                return entry.reader, document
    if len(faults) > before:
        failed = [found.text for found in faults[before:]]
        en, zh = "; ".join(text.en for text in failed), "；".join(text.zh for text in failed)
        raise UnsupportedFormat(*_named(content, f"{en}. Save it in another format", f"{zh}；请另存为其他格式"))
    if refusals:
        refused = next(iter(refusals.values()))
        raise UnsupportedFormat(*_named(content, str(refused), refused.zh)) from refused
    found = known_format(content.data[:HEAD]) or Text("不明格式的数据", "data of a format that no reader knows")
    known = readable(entry.reader for entry in sniffed)
    raise UnsupportedFormat(
        *_named(
            content,
            f"{found.en}; what can be read: {known.en}. Save it as one of these",
            f"{found.zh}；可以读取的有{known.zh}；请另存为其中一种",
        )
    )


def _recognised(
    content: Bytes, registry: Registry, chosen: Parser | None, faults: list[Finding]
) -> tuple[Reader, Document, Sequence[Ranked]]:
    """Read and recognise; where nobody recognises what a plugin's reader gave, the reader next in score is asked."""
    sniffed = sniff(content, registry, faults)
    reader, document = read(content, sniffed, faults, {})
    ranked = recognise(document, registry, chosen, faults)
    place = next(place for place, entry in enumerate(sniffed) if entry.reader is reader)
    owner, behind = sniffed[place].owner, sniffed[place + 1 :]
    while not ranked and owner is not BUILTIN and any(entry.score for entry in behind):
        again: list[Finding] = []
        try:
            other, otherwise = read(content, behind, again, {})
        except GovinfoError:
            break
        place = next(place for place, entry in enumerate(behind) if entry.reader is other)
        found = recognise(otherwise, registry, chosen, again)
        if found:
            reason = Text("读出的内容没有解析器能够认出", "no parser recognised what it read")
            faults += [fault(owner, f"{reader.name}.read", reason), *(told for told in again if told not in faults)]
            return other, otherwise, found
        owner, behind = behind[place].owner, behind[place + 1 :]
    return reader, document, ranked


def _named(content: Bytes, en: str, zh: str) -> tuple[str, str]:
    """A message with the name of the content in front."""
    return f"{content.name or 'the content'}: {en}", f"{content.name or '内容'}：{zh}"


def recognise(document: Document, registry: Registry, chosen: Parser | None, faults: list[Finding]) -> Sequence[Ranked]:
    """The parsers that recognise the document: by score, then priority, then name."""
    ranked: list[Ranked] = []
    for owner, parser in registry.owned("govinfo_parsers"):
        if chosen is None or parser is chosen:
            shown = document if owner is BUILTIN else copied(document)
            call = partial(_recognise, parser, shown, registry)
            answer = guarded(call, owner, f"{parser.name}.recognise", faults)
            if answer is not None and answer.score > 0:
                ranked.append(Ranked(owner, parser, answer, shown))
    return sorted(ranked, key=lambda entry: (-entry.recognition.score, -entry.parser.priority, entry.parser.name))


def _accepts(reader: Reader, head: bytes, hint: Hint) -> int:
    return answers.score(reader.accepts(head, hint))


def _read(entry: Sniffed, content: Bytes) -> Document:
    found = entry.reader.read(content.data, Hint(content.name))
    return found if entry.owner is BUILTIN else answers.document(found)


def _recognise(parser: Parser, document: Document, registry: Registry) -> Recognition | None:
    return answers.recognition(parser.recognise(document, registry.context))


def _parsed(entry: Ranked, registry: Registry) -> Report:
    found = entry.parser.parse(entry.document, registry.context, entry.recognition)
    return found if entry.owner is BUILTIN else answers.report(found, registry.context)


def _parse(ranked: Sequence[Ranked], registry: Registry, faults: list[Finding]) -> tuple[Ranked, Report]:
    """Let the best parser parse; the next one where it fails, or where that of a plugin refuses after all.

    Raises:
        NotAReport: none can; the message holds the faults.
    """
    refusals: list[NotAReport] = []
    for entry in ranked:
        hook, own = f"{entry.parser.name}.parse", entry.owner is BUILTIN
        expected = GovinfoError if own else NotAReport
        try:
            report = guarded(partial(_parsed, entry, registry), entry.owner, hook, faults, expected=expected)
        except NotAReport as error:
            if own:
                raise
            refusals.append(error)
        else:
            if report is not None:
                return entry, report
    if refusals:
        raise refusals[0]
    failed = [found.text for found in faults]
    if failed:
        raise NotAReport("; ".join(text.en for text in failed), "；".join(text.zh for text in failed))
    raise NotAReport("no parser recognised the statutory tables or headings", "没有解析器认出规范格式的表格或标题")


def _rivals(
    report: Report, best: Ranked, ranked: Sequence[Ranked], registry: Registry, faults: list[Finding]
) -> Iterator[Finding]:
    """The doubt that another parser is about as sure, with the cells that it reads otherwise."""
    behind = ranked[ranked.index(best) + 1 :]
    if not behind or best.recognition.score - behind[0].recognition.score > MARGIN:
        return
    rival = behind[0]
    try:
        _, other = _parse([rival], registry, faults)
    except NotAReport:
        return
    names = {"first": best.parser.name, "second": rival.parser.name}
    if other.form != report.form:
        yield spec("X15").finding(
            cells=tuple(cell.id for cell in report.all_cells),
            form=report.form,
            reason=Text(
                f"解析器{rival.parser.name}把它们读作{other.form}年格式",
                f"the parser {rival.parser.name} reads them by that of {other.form}",
            ),
        )
        return
    differing = tuple(cell.id for cell in report.all_cells if other[cell.id].value != cell.value)
    yield spec("X22").finding(names, cells=differing)


def _check_sheet(name: str | None) -> NotAReport:
    return NotAReport(
        f"{name}: " * bool(name) + "this is the sheet of a check by govinfo, which shows reports with their findings. "
        "Give the report itself",
        f"{name}：" * bool(name) + "这是govinfo写出的核对单，不是年报原件。请给出年报原件",
        CHECK_SHEET,
    )


def _not_a_report(document: Document, name: str | None, reason: Text) -> NotAReport:
    kind, description = classify("\n".join(_texts(document)))
    if any(note.code == "X21" for note in document.notes):
        more = Text(
            f"{reason.zh}；网页过大、嵌套过深或已损坏，内容可能不全",
            f"{reason.en}; the page is too large, nested too deeply or damaged, so that content may be missing",
        )
        reason = more
    return NotAReport(
        f"{name}: " * bool(name) + f"no annual report in one of the statutory forms could be read. It seems to be "
        f"{description.en}: {reason.en}. Give the page or file that holds the report's tables",
        f"{name}：" * bool(name)
        + f"未能读出规范格式的年报，看来是{description.zh}：{reason.zh}。请给出含有年报表格的网页或文件",
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
