"""What there is to say where a table is printed more than once, or for another year."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.alignment.captions import is_of_another_year
from govinfo.alignment.editions import Editions, Run
from govinfo.alignment.reading import TableReading
from govinfo.findings import Finding, Text, spec
from govinfo.forms import Form
from govinfo.report import Observation

MAX_SHOWN = 40
"""So many characters of a caption are shown."""


def second_tables(reading: TableReading) -> Iterator[Observation]:
    """Every table of which there is another one with different numbers."""
    tables = {entry.taken[0].table.id: entry for entry in reading.editions if entry.differing}
    yield from (Observation("second_table", table, source=entry.others[0].source) for table, entry in tables.items())


def edition_findings(reading: TableReading, year: int | None) -> Iterator[Finding]:
    """How each of several tables was chosen, and tables that say they are of another year."""
    for entry in reading.editions:
        yield _finding(entry, reading.form)
    for run in reading.alone:
        if is_of_another_year(run.line, year):
            yield spec("X63").finding(
                cells=_cells(reading.form, run.numbers),
                source=run.source,
                table=run.table.number,
                printed=run.line.text[:MAX_SHOWN],
                year=year or "-",
            )


def _finding(entry: Editions, form: Form) -> Finding:
    table = entry.taken[0].table.number
    count = len(entry.taken) + len(entry.others)
    source = entry.others[0].source if entry.others else entry.taken[0].source
    if not entry.differing:
        return spec("X60").finding(source=source, table=table, count=count)
    return spec("X61" if entry.settled else "X62").finding(
        cells=_cells(form, entry.differing),
        source=source,
        table=table,
        count=count,
        taken=_described(entry.taken),
        others=_described(entry.others),
    )


def _described(runs: tuple[Run, ...]) -> Text:
    """The places of tables and their captions."""
    return Text("、".join(_name(run, "zh") for run in runs), ", ".join(_name(run, "en") for run in runs))


def _name(run: Run, language: str) -> str:
    place, caption = run.source.describe(language), run.caption.text[:MAX_SHOWN]
    return (f"{place}“{caption}”" if language == "zh" else f"{place} “{caption}”") if caption else place


def _cells(form: Form, numbers: frozenset[int]) -> tuple[str, ...]:
    return tuple(cell for number in sorted(numbers) for cell in form.rows[number].cells)
