"""The parser that all layouts share: a strip of rows becomes a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import attrs

from govinfo.alignment.arranged import arranged
from govinfo.alignment.captions import subject_of
from govinfo.alignment.doubts import doubts
from govinfo.alignment.form_choice import FormChoice, by_kind, choose_form
from govinfo.alignment.labels import LabelIndex, label_index
from govinfo.alignment.patterns import patterns_of
from govinfo.alignment.reading import TableReading
from govinfo.alignment.repeats import left_out
from govinfo.alignment.strip import Row
from govinfo.alignment.survey import Survey
from govinfo.alignment.tables import read_tables
from govinfo.alignment.upright import mended, mended_around
from govinfo.alignment.usual_reading import read_usual
from govinfo.contracts import Context, LabelAlias, Recognition
from govinfo.document import Document, Grid
from govinfo.errors import NotAReport
from govinfo.findings import Finding, Text, spec
from govinfo.forms import ANNUAL_REPORT, Form
from govinfo.narrative.figures import figures
from govinfo.narrative.lines import lines_of
from govinfo.narrative.metadata import Metadata, read_metadata
from govinfo.narrative.page import page_of
from govinfo.narrative.sections import Outline, outline
from govinfo.narrative.sheets import of_one_year
from govinfo.report import Origin, Report, Section
from govinfo.text.fold import fold

MIN_ROWS = 4
"""So many different row labels with numbers make a table of the form."""

MIN_HEADINGS = 3
"""So many statutory headings make a report whose tables are missing."""

MIN_TOGETHER = 4
"""So many row labels with numbers and statutory headings together make the beginning of a report."""

Rows = Callable[[Document], Sequence[Row]]
"""How a layout turns a document into rows."""

UNKNOWN_ORIGIN = Origin(None, "", "", "", 0, ())
"""Origin of a report before the pipeline has filled it in."""


@attrs.frozen
class LayoutParser:
    """A `Parser` made of a layout's rows and the shared alignment.

    Attributes:
        name: name of the layout.
        rows: how the layout turns a document into rows.
        shape: what the layout looks like, for the reasons of a recognition.
        priority: see `Parser.priority`.
    """

    name: str
    rows: Rows
    shape: str | Text
    priority: int = 0

    def recognise(self, document: Document, context: Context) -> Recognition | None:
        """Count how many rows of a form the layout brings out with their numbers."""
        strip = self.rows(document)
        if not strip:
            return None
        survey = _survey(strip, context)
        found = [_evidence(survey, kind) for kind in by_kind(context)]
        score, rows, headings = max(found, default=(0, 0, 0))
        if not score:
            return None
        counted = Text(f"有数字的行{rows}个", f"{rows} rows with numbers")
        titled = Text(f"规范标题{headings}个", f"{headings} statutory headings")
        return Recognition(score, (self.shape, counted, titled), prepared=survey)

    def parse(self, document: Document, context: Context, recognition: Recognition) -> Report:
        """See `Parser.parse`."""
        strip, choice, reading, findings = _read(document, recognition.prepared, context)
        index = label_index(choice.form, context.aliases)
        found, metadata = _around(document, strip, reading, index)
        of_year = of_one_year(document, reading) if reading.editions else None
        if of_year is not None:
            prepared = _survey(self.rows(of_year.document), context)
            report = self.parse(of_year.document, context, attrs.evolve(recognition, prepared=prepared))
            return attrs.evolve(report, diagnostics=(of_year.finding, *report.diagnostics))
        if reading.editions:
            subject = subject_of(metadata.title, metadata.agency, metadata.year)
            reading = read_tables(strip, index, subject)
            found, metadata = _around(document, strip, reading, index)
        headings = sum(section.heading is not None for section in found.sections)
        if not _is_enough(len(reading.rows), headings):
            raise NotAReport(
                f"only {len(reading.rows)} rows and {headings} headings of the statutory form were found",
                f"只找到规范格式的{len(reading.rows)}行和{headings}个标题",
            )
        if not reading.rows:
            return self._without_tables(document, context, choice, found, metadata)
        repeats = left_out(strip, reading, index)
        return _assemble(document, choice, reading, found, metadata, (*findings, repeats) if repeats else findings)

    def _without_tables(
        self, document: Document, context: Context, choice: FormChoice, found: Outline, metadata: Metadata
    ) -> Report:
        """A report without numbers, in the form that its labels are of, else in that of its year."""
        if not choice.votes:
            choice = attrs.evolve(choice, form=_form_of(metadata.year, context), against=())
            metadata = attrs.evolve(metadata, doubts=(spec("X14").finding(form=choice.form.id), *metadata.doubts))
        reading = read_tables((), label_index(choice.form, context.aliases))
        return _assemble(document, choice, reading, found, metadata)


def _form_of(year: int | None, context: Context) -> Form:
    fitting = [form for form in context.forms if year is not None and form.headings and form.is_for(year)]
    if not fitting:
        raise NotAReport(
            f"the statutory headings were found, but no table, and no form is known for the year {year}",
            f"找到了规范格式的标题，但没有表格，也没有{year}年适用的格式",
            kind="narrative-report",
        )
    return fitting[-1]


class _Read(NamedTuple):
    """A strip with all labels whole, the form that its tables follow, the tables, and how they were arranged."""

    strip: Sequence[Row]
    choice: FormChoice
    reading: TableReading
    findings: Sequence[Finding] = ()


def _survey(strip: Sequence[Row], context: Context) -> Survey:
    return Survey(strip, patterns_of(context.forms, context.aliases))


def _read(document: Document, survey: Survey, context: Context) -> _Read:
    indexes = [label_index(form, context.aliases) for form in context.forms]
    as_in_form = arranged(survey, indexes)
    if not as_in_form.findings and survey.tables and not survey.has_numbers:
        strip = mended_around(survey, indexes)
        if strip:
            whole = survey if strip is survey.strip else _survey(strip, context)
            choice = _choice_beside(document, whole, context)
            known = read_usual(whole, label_index(choice.form, context.aliases))
            if known:
                return _Read(strip, choice, known)
    strip = mended(as_in_form.strip, indexes)
    choice = _choice(document, strip, context)
    reading = read_tables(strip, label_index(choice.form, context.aliases))
    return _Read(strip, choice, reading, as_in_form.findings)


def _choice_beside(document: Document, survey: Survey, context: Context) -> FormChoice:
    """The form that the labels are of; those of usual tables are looked at as printed only where they contradict."""
    known = frozenset[str]().union(*(table.pattern.keys for table in survey.tables))
    choice = choose_form(survey.texts | _by_key(_beside(document, survey.strip)), context, known)
    return _choice(document, survey.strip, context) if choice.against else choice


def _choice(document: Document, strip: Sequence[Row], context: Context) -> FormChoice:
    """The form that the labels are of, by all texts."""
    texts = chain((text for row in strip for text in row.texts), _beside(document, strip))
    return choose_form(_by_key(texts), context)


def _by_key(texts: Iterable[str]) -> dict[str, str]:
    """Texts that are more than digits by key; of several with one key the last."""
    return {fold(text): text for text in texts if text and not text.isdigit()}


def _beside(document: Document, strip: Sequence[Row]) -> Iterator[str]:
    """The texts of tables, where the layout does not look at them."""
    if len(document.lines) == len(document.blocks) or any(row.block is not None for row in strip):
        return
    for block in document.blocks:
        if isinstance(block, Grid):
            yield from (cell.text for row in block.rows for cell in row if cell.text)


def _around(
    document: Document, strip: Sequence[Row], reading: TableReading, index: LabelIndex
) -> tuple[Outline, Metadata]:
    """What is printed around the tables."""
    lines = tuple(lines_of(strip, reading.used, index.headings))
    page = page_of(document, strip)
    found = outline(lines, reading.bounds, index, page)
    named_as = index.form.title.zh if index.form.kind != ANNUAL_REPORT else ""
    above = attrs.evolve(found, closing=(), last=()) if reading.cut and reading.cut.rest else found
    return found, read_metadata(document, above, page, index.aliases, named_as)


def _assemble(
    document: Document,
    choice: FormChoice,
    reading: TableReading,
    found: Outline,
    metadata: Metadata,
    arranged_otherwise: Sequence[Finding] = (),
) -> Report:
    form = choice.form
    if document.encoding is None and reading.cut and reading.cut.last.line is None:
        reading = attrs.evolve(reading, cut=None)
    unsure = list(doubts(reading, choice, metadata.year))
    observations = [doubt.observation for doubt in unsure if doubt.observation]
    findings = [
        *arranged_otherwise,
        *(spec(note.code).finding(dict(note.values), source=note.source) for note in document.notes),
        *(doubt.finding for doubt in unsure if doubt.finding),
        *_guessed_headings(found, form),
        *metadata.doubts,
    ]
    return Report(
        form=form.id,
        title=metadata.title,
        agency=metadata.agency,
        year=metadata.year,
        published=metadata.published,
        period=metadata.period,
        index_number=metadata.index_number,
        document_number=metadata.document_number,
        contact=metadata.contact,
        publisher=metadata.publisher,
        signed=metadata.signed,
        preamble=metadata.preamble,
        sections=_without_signoff(found, metadata),
        all_cells=reading.cells,
        extras=reading.extras,
        headings=found.headings,
        observations=(*observations, *figures(document, found, observations)),
        sources=metadata.sources,
        diagnostics=tuple(findings),
        parser=UNKNOWN_ORIGIN,
    )


def _evidence(survey: Survey, context: Context) -> tuple[int, int, int]:
    """How sure a strip is of some forms, all of one kind, and how many of their rows and headings it shows."""
    labels, known_headings = _known(context.forms, context.aliases)
    rows = len(labels & survey.labels)
    headings = len({known_headings[key] for key in survey.lines & known_headings.keys()})
    if not _is_enough(rows, headings):
        return 0, rows, headings
    most = max(len(form.rows) for form in context.forms)
    return max(1, min(100, round(90 * rows / most) + (10 if headings >= MIN_HEADINGS else 0))), rows, headings


def _is_enough(rows: int, headings: int) -> bool:
    """Tell whether so many rows and headings make a report, be it one that breaks off in its first table."""
    return rows >= MIN_ROWS or headings >= MIN_HEADINGS or (rows > 0 < headings and rows + headings >= MIN_TOGETHER)


@lru_cache(maxsize=32)
def _known(forms: tuple[Form, ...], aliases: tuple[LabelAlias, ...]) -> tuple[frozenset[str], dict[str, int]]:
    """The keys of all row labels of the forms, and the section numbers by the keys of all headings."""
    indexes = [label_index(form, aliases) for form in forms]
    headings = {key: number for index in indexes for key, number in index.headings.items()}
    return frozenset[str]().union(*(index.rows for index in indexes)), headings


def _guessed_headings(found: Outline, form: Form) -> list[Finding]:
    labels = {heading.number: heading.label for heading in form.headings}
    return [spec("X19").finding(printed=printed, expected=labels[number]) for number, printed in found.guessed]


def _without_signoff(found: Outline, metadata: Metadata) -> tuple[Section, ...]:
    """The sections, the last of them without the sign-off below it."""
    if metadata.signed is None or not found.last:
        return found.sections
    last = max((section for section in found.sections if section.heading), key=lambda section: section.number)
    kept = found.last[: metadata.body_end]
    text, places = "\n".join(line.text for line in kept), tuple(line.source for line in kept)
    shorter = attrs.evolve(last, text=text, places=places)
    return tuple(shorter if section is last else section for section in found.sections)
