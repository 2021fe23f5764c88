"""Workbooks with reports of several years, each on sheets of its own: which sheets are those of the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from govinfo.alignment.captions import read_caption
from govinfo.alignment.reading import TableReading
from govinfo.document import Block, Document, Grid
from govinfo.document.model import FILENAME
from govinfo.findings import Finding, Text, spec
from govinfo.narrative.titles import Title, is_title, read_title


@attrs.frozen
class OfOneYear:
    """The sheets of one year as a document of their own, and the finding that names the others."""

    document: Document
    finding: Finding


def of_one_year(document: Document, reading: TableReading) -> OfOneYear | None:
    """The sheets of the report, where sheets of several years hold the same tables.

    The year of a sheet is that of the title on it, else that of its name.  That of a title on another sheet is taken,
    such as a cover, else that in the name of the file, else the newest.  Sheets without a year stay.

    Returns:
        None where there is only one year, or where the titles name different agencies.
    """
    runs = [run for entry in reading.editions for run in (*entry.taken, *entry.others)]
    rivals = {run.source.sheet for run in runs if run.source.sheet is not None}
    if len(rivals) < 2:
        return None
    titles = _titles(document)
    years = {sheet: year for sheet in titles if (year := year_of_sheet(sheet, titles[sheet])) is not None}
    rival_years = {years[sheet] for sheet in rivals if sheet in years}
    agencies = {"".join(title.agency.split()) for sheet in rivals for title in titles[sheet] if title.agency}
    if len(rival_years) < 2 or len(agencies) > 1:
        return None
    cover = {title.year for sheet in titles.keys() - rivals for title in titles[sheet] if title.year}
    of_file = {year for name, value in document.metadata if name == FILENAME for year in read_caption(value).years}
    named = (cover & rival_years) or (of_file & rival_years)
    year = named.pop() if len(named) == 1 else max(rival_years)
    left_out = [sheet for sheet in years if years[sheet] != year]
    taken = [sheet for sheet in years if years[sheet] == year]
    rows = sorted({number for entry in reading.editions for number in entry.differing})
    finding = spec("X65").finding(
        cells=tuple(cell for number in rows for cell in reading.form.rows[number].cells),
        year=year,
        taken=_named(taken),
        others=_named(left_out),
    )
    kept = tuple(block for block in document.blocks if block.source.sheet not in left_out)
    notes = tuple(note for note in document.notes if note.source is None or note.source.sheet not in left_out)
    return OfOneYear(attrs.evolve(document, blocks=kept, notes=notes, regions=()), finding)


def year_of_sheet(name: str, titles: Sequence[Title] = ()) -> int | None:
    """The year of the only title on a sheet, or the only one that its name names."""
    printed = {title.year for title in titles if title.year}
    named = printed if len(printed) == 1 else read_caption(name).years
    return next(iter(named)) if len(named) == 1 else None


def _titles(document: Document) -> Mapping[str, list[Title]]:
    """The titles of reports on each sheet."""
    titles: dict[str, list[Title]] = {}
    for block in document.blocks:
        if block.source.sheet is not None:
            found = titles.setdefault(block.source.sheet, [])
            found += [read_title(text, block.source) for text in _texts(block) if is_title(text)]
    return titles


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Grid):
        yield from (cell.text for row in block.rows for cell in row)
    else:
        yield block.text


def _named(sheets: Sequence[str]) -> Text:
    return Text("、".join(f"“{name}”" for name in sheets), ", ".join(f"“{name}”" for name in sheets))
