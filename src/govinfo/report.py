"""The report as a typed value, whatever it was read from."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Literal

import attrs

from govinfo.cells import Cell, Cells, Status, as_cells
from govinfo.findings import Finding
from govinfo.source import Source, read_only


@attrs.frozen
class Section:
    """One of the six statutory sections.

    Attributes:
        number: 1 to 6.
        title: statutory heading.
        heading: heading as printed, or None where the section was not found.
        text: narrative text, paragraphs separated by line feeds; tables are not part of it.
        source: place of the heading.
        places: places of the paragraphs; empty where they are not known.
    """

    number: int
    title: str
    heading: str | None
    text: str
    source: Source | None
    places: tuple[Source, ...] = ()

    def paragraphs(self) -> Iterator[tuple[str, Source | None]]:
        """Iterate over the paragraphs with their places; that of the heading where none is known."""
        texts = self.text.split("\n") if self.text else []
        known = len(self.places) == len(texts)
        return zip(texts, self.places if known else [self.source] * len(texts), strict=True)


@attrs.frozen
class Period:
    """First and last day of the time that the figures cover, both included; `text` as printed."""

    start: dt.date | None
    end: dt.date | None
    text: str


@attrs.frozen
class Contact:
    """How to reach the agency; every part as printed, None where it is not given."""

    unit: str | None = None
    address: str | None = None
    postcode: str | None = None
    phone: str | None = None
    fax: str | None = None
    email: str | None = None


@attrs.frozen
class SignOff:
    """Agency and date below the text; either may be missing."""

    agency: str | None
    date: dt.date | None
    source: Source | None


@attrs.frozen
class HeadingLine:
    """A numbered heading as printed.

    Attributes:
        text: the heading with its number.
        level: 1 for 一、, 2 for （一）, 3 for 1.
        number: its number, or None where it has none.
        section: number of the statutory section that it opens, or None.
        within: number of the statutory section that it stands in; 0 before the first.
        source: its place.
    """

    text: str
    level: int
    number: int | None
    section: int | None
    within: int
    source: Source | None


ObservationKind = Literal[
    "row_label",
    "column_label",
    "missing_row",
    "extra_row",
    "duplicate_row",
    "row_width",
    "row_order",
    "column_order",
    "repeated_header",
    "missing_header",
    "missing_note",
    "missing_table",
    "second_table",
    "figure",
    "normalized",
    "cut",
    "unfilled",
]
"""Ways in which a printed table differs from the form.

``row_label``, ``column_label``: in other words.  ``missing_row``, ``extra_row``, ``duplicate_row``, ``row_width``
(number of cells), ``row_order``, ``column_order``: the shape.  ``repeated_header``: once more, as after a page break.
``missing_header``, ``missing_note``, ``missing_table``: not printed.  ``second_table``: a further one of the same kind.
``figure``: an image instead.  ``normalized``: a number not in plain digits.  ``cut``: the row at which the document
breaks off.  ``unfilled``: labels of rows without a number behind them."""


@attrs.frozen
class Observation:
    """One way in which the printed tables differ from the form.

    Attributes:
        kind: see `ObservationKind`.
        table: id of the table.
        subject: id of the row, column or cell concerned; empty for the table as a whole.
        printed: the text in question as printed.
        expected: what the form has there.
        similarity: likeness of both, from 0 to 1, for labels.
        how: for labels, how it was recognised: ``"alias"``, ``"similar"``, ``"truncated"`` or ``"position"``; for
            ``cut``, ``"within"`` where the last number may be incomplete, ``"last"`` where it ends all tables; for
            ``row_width``, ``"blanks"`` where those lacking may be empty cells that the layout has not kept.
        source: its place.
    """

    kind: ObservationKind
    table: str
    subject: str = ""
    printed: str = ""
    expected: str = ""
    similarity: float | None = None
    how: str = ""
    source: Source | None = None


@attrs.frozen
class Origin:
    """Which file was read, and by what.

    Attributes:
        filename: name of the file, or None for content without one.
        sha256: digest of the bytes.
        reader, parser: names of the reader and the parser.
        score: how sure the parser was of the layout, 0 to 100.
        reasons: why, in English.
        encoding: character encoding of a text or web page.
    """

    filename: str | None
    sha256: str
    reader: str
    parser: str
    score: int
    reasons: tuple[str, ...]
    encoding: str | None = None


@attrs.frozen(slots=False, repr=False)
class Report:
    """An annual report on government information disclosure.

    Attributes:
        form: id of the form that the tables follow (``"2019"`` or ``"2021"``), not the year.
        title: title as printed.
        agency: name of the reporting body.
        year: reporting year.
        published: day of publication; the date of the sign-off where the page gives none.
        period: time that the figures cover.
        index_number: 索引号.
        document_number: 文号.
        contact: contact details.
        publisher: 发布机构 of the page.
        signed: sign-off below the text.
        preamble: text between the title and the first section.
        sections: the statutory sections of the form, in order: six of an annual report.
        all_cells: the cells in form order, given as any sequence of them; `cells` iterates over them.
        extras: numeric cells that the form does not have, such as subtotals, under ids of their own.
        headings: all numbered headings as printed.
        observations: how the printed tables differ from the form.
        sources: places of the metadata, by attribute name.
        diagnostics: what the reading was unsure of.
        parser: origin of the report.
    """

    form: str
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
    sections: tuple[Section, ...]
    all_cells: Cells = attrs.field(converter=as_cells)
    extras: tuple[Cell, ...]
    headings: tuple[HeadingLine, ...]
    observations: tuple[Observation, ...]
    sources: Mapping[str, Source] = attrs.field(hash=False, converter=read_only)
    diagnostics: tuple[Finding, ...]
    parser: Origin

    def cells(self) -> Iterator[Cell]:
        """Iterate over all cells in form order."""
        return iter(self.all_cells)

    @cached_property
    def by_id(self) -> Mapping[str, Cell]:
        """The cells by id."""
        return MappingProxyType({cell.id: cell for cell in self.all_cells})

    @cached_property
    def values(self) -> Mapping[str, int | Decimal | None]:
        """The values of the cells by id."""
        return MappingProxyType(dict(zip(self.all_cells.ids, self.all_cells.values, strict=True)))

    @cached_property
    def by_status(self) -> Mapping[Status, tuple[str, ...]]:
        """The ids of the cells by status; a status that no cell has is left out."""
        cells = self.all_cells
        if cells.statuses.count("reported") == len(cells):
            return MappingProxyType({"reported": cells.ids} if cells.ids else {})
        found: dict[Status, list[str]] = {status: [] for status in dict.fromkeys(cells.statuses)}
        for cell, status in zip(cells.ids, cells.statuses, strict=True):
            found[status].append(cell)
        return MappingProxyType({status: tuple(ids) for status, ids in found.items()})

    @cached_property
    def narrative(self) -> str:
        """The preamble and the texts of the sections, joined by line feeds."""
        return "\n".join([self.preamble, *[section.text for section in self.sections]])

    @cached_property
    def wording(self) -> str:
        """The title, the preamble and the sections with their headings, joined by line feeds."""
        sections = [f"{section.heading or ''}\n{section.text}" for section in self.sections]
        return "\n".join([self.title or "", self.preamble, *sections])

    def __getitem__(self, cell_id: str) -> Cell:
        """The cell of an id.

        Raises:
            KeyError: the form has no such cell; the message names the nearest ids.
        """
        try:
            return self.all_cells.of(cell_id)
        except KeyError:
            near = " or ".join(difflib.get_close_matches(str(cell_id), self.all_cells.ids, n=3, cutoff=0.5))
            raise KeyError(f"form {self.form} has no cell {cell_id!r}{near and f'; did you mean {near}?'}") from None

    def __contains__(self, cell_id: object) -> bool:
        """Tell whether the form has a cell of this id."""
        return cell_id in self.values

    def __iter__(self) -> Iterator[Cell]:
        """Iterate over all cells in form order."""
        return self.cells()

    def __len__(self) -> int:
        """The number of cells of the form."""
        return len(self.all_cells)

    def value(self, cell_id: str) -> int | Decimal | None:
        """The value of a cell, or None where it has none."""
        try:
            return self.all_cells.value_of(cell_id)
        except KeyError:
            return self[cell_id].value

    def source_of(self, cell_id: str) -> Source | None:
        """The place of a cell, which takes less than the whole cell.

        Raises:
            KeyError: the form has no such cell.
        """
        return self.all_cells.source_of(cell_id)

    def section(self, number: int) -> Section:
        """The statutory section of a number, 1 to 6 for an annual report; an empty one where the form has none."""
        for entry in self.sections:
            if entry.number == number:
                return entry
        return Section(number, "", None, "", None)

    def observed(self, *kinds: ObservationKind) -> Iterator[Observation]:
        """Iterate over the observations of some kinds."""
        return (observation for observation in self.observations if observation.kind in kinds)

    def __reduce__(self) -> tuple[type[Report], tuple[object, ...]]:
        """How it is copied and pickled: made anew of its attributes."""
        return type(self), tuple((attrs.asdict(self, recurse=False) | {"sources": dict(self.sources)}).values())

    def __repr__(self) -> str:
        read = sum(cell.value is not None for cell in self.all_cells)
        return f"<Report {self.agency} {self.year} form {self.form}: {read} of {len(self.all_cells)} cells>"
