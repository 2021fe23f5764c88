"""Several tables of one kind in a document: copies, last year's, those of another scope, drafts.

Rows are grouped into runs that hold no row twice, unless it is printed right behind itself; two runs of one table
that share most of their rows are editions of it, but a single row of a table of many is only a repeated row.
Editions with the same numbers count as one.  Of different ones those are left out whose captions contradict the
report's title; if others than one are left, none is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from govinfo.alignment.candidates import Candidate
from govinfo.alignment.captions import NO_CAPTION, Caption, Subject, contradicts, nearest, read_caption
from govinfo.alignment.columns import is_header
from govinfo.alignment.labels import LabelIndex, is_label
from govinfo.alignment.strip import Row
from govinfo.forms import Table
from govinfo.source import Source
from govinfo.text.fold import fold

LEAST_SHARE = 0.2
"""Share of a table's rows that a run must have to be an edition; with fewer, its rows are only repeated ones."""

_REPORT_WORDS = ("报告", "年报")

RowValues = Mapping[int, object]
"""What a run's rows hold, by their number in the form; equal where all cells are equal."""


@attrs.frozen(eq=False)
class Run:
    """Printed rows of one table of the form, none of them twice but right behind itself.

    Attributes:
        table: the table.
        rows: the printed rows.
        numbers: the numbers of the form's rows whose labels they have.
        caption: what is printed above them and holds for them.
        line: what the line right above them says.
    """

    table: Table
    rows: tuple[Candidate, ...]
    numbers: frozenset[int]
    caption: Caption = NO_CAPTION
    line: Caption = NO_CAPTION

    @property
    def source(self) -> Source:
        """Place of its first number."""
        return self.rows[0].values[0].source


@attrs.frozen(eq=False)
class Editions:
    """Several editions of a table, or of a part of it.

    Attributes:
        taken: those that are read, one for each part; where it cannot be told, the first.
        others: the others.
        differing: numbers of the form's rows in which they differ.
        settled: True where they are the same, or the captions decided.
    """

    taken: tuple[Run, ...]
    others: tuple[Run, ...]
    differing: frozenset[int]
    settled: bool


@attrs.frozen(eq=False)
class Sorted:
    """The printed rows that are read, the editions that were chosen between, and the runs that are printed once."""

    rows: tuple[Candidate, ...]
    editions: tuple[Editions, ...]
    alone: tuple[Run, ...]


def sort_editions(
    found: Sequence[Candidate],
    strip: Sequence[Row],
    index: LabelIndex,
    subject: Subject,
    values: Callable[[Sequence[Candidate]], RowValues],
) -> Sorted:
    """Choose among the editions of each table.

    Args:
        found: the printed rows.
        strip: the document.
        index: the form's labels.
        subject: what the report is about.
        values: reads printed rows.
    """
    runs = [run for run in _with_lines(_runs(found, index), strip, index) if not _is_copied_row(run, index)]
    clusters = list(_clusters(runs))
    if len(clusters) < len(runs):
        clusters = list(_clusters(list(_with_captions(runs, strip, index))))
    editions = tuple(_decide(cluster, subject, values, index) for cluster in clusters if len(cluster) > 1)
    dropped = {row.position for entry in editions for run in entry.others for row in run.rows}
    return Sorted(
        tuple(row for row in found if row.position not in dropped),
        editions,
        tuple(cluster[0] for cluster in clusters if len(cluster) == 1),
    )


def _runs(found: Sequence[Candidate], index: LabelIndex) -> Iterator[Run]:
    """Split the printed rows where the table changes, begins anew below a header, or a row comes again.

    A row right behind itself is only repeated.  Unknown rows go with those above, unless they stand below a header of
    their own.
    """
    rows: list[Candidate] = []
    waiting: list[Candidate] = []
    numbers: set[int] = set()
    table: Table | None = None
    last: int | None = None
    for row in found:
        if row.index is None:
            if waiting or _opens(row, index):
                waiting.append(row)
            elif table is not None:
                rows.append(row)
            continue
        place = index.form.rows[row.index]
        again = row.index in numbers and not (row.index == last and _follows(row, index))
        again = again or (last is not None and row.index < last and _opens(row, index))
        if table is not None and (table is not place.table or again):
            yield Run(table, tuple(rows), frozenset(numbers))
            rows, numbers = [], set()
        table, last = place.table, row.index
        numbers.add(row.index)
        rows += [*waiting, row]
        waiting = []
    if table is not None:
        yield Run(table, (*rows, *waiting), frozenset(numbers))


def _opens(row: Candidate, index: LabelIndex) -> bool:
    """Tell whether a row stands below a header."""
    return bool(row.header) and any(
        is_header(row.header, block, index) for table in index.form.tables for block in table.blocks
    )


def _follows(row: Candidate, index: LabelIndex) -> bool:
    """Tell whether a row goes on with the table above: nothing that could be a caption or header is between."""
    return not _opens(row, index) and all(is_label(token.text, index) for token in row.header)


def _is_copied_row(run: Run, index: LabelIndex) -> bool:
    """Tell whether a run is nothing but one row of a table of many, printed once more."""
    return len(run.rows) == 1 < sum(len(block.rows) for block in run.table.blocks) and _follows(run.rows[0], index)


def _clusters(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Put together the runs of one table that share most of their rows, directly or through another.

    A run of too few rows for an edition stands alone, and is not compared: one row may be printed a thousand times.
    """
    left = [run for run in runs if _is_edition(run)]
    clusters = [[run] for run in runs if not _is_edition(run)]
    while left:
        cluster = [left.pop(0)]
        looked_for: set[frozenset[int]] = set()
        for run in cluster:
            if left and run.numbers not in looked_for:
                looked_for.add(run.numbers)
                cluster.extend(other for other in left if _are_editions(run, other))
                left = [other for other in left if not _are_editions(run, other)]
        clusters.append(cluster)
    yield from sorted(clusters, key=lambda cluster: cluster[0].rows[0].position)


def _is_edition(run: Run) -> bool:
    """Tell whether a run may be an edition of its table; a few rows of a long one are none."""
    return LEAST_SHARE * sum(len(block.rows) for block in run.table.blocks) <= len(run.numbers)


def _are_editions(one: Run, other: Run) -> bool:
    """Tell whether two editions are of one table and share most of their rows."""
    least = min(len(one.numbers), len(other.numbers))
    return one.table is other.table and 2 * len(one.numbers & other.numbers) > least


def _decide(
    cluster: Sequence[Run],
    subject: Subject,
    values: Callable[[Sequence[Candidate]], RowValues],
    index: LabelIndex,
) -> Editions:
    """Take the edition that is left when those of other years and scopes are gone, and lists without a header."""
    read = {id(run): values(run.rows) for run in cluster}
    differing = _differing([read[id(run)] for run in cluster])
    fitting = [run for run in cluster if not contradicts(run.caption, subject)] if differing else cluster
    headed = [run for run in fitting if any(_opens(row, index) for row in run.rows)] if differing else []
    fitting = headed or fitting
    taken: list[Run] = []
    for run in sorted(fitting or cluster, key=lambda run: -len(run.numbers)):
        if not any(run.numbers & other.numbers for other in taken):
            taken.append(run)
    settled = not differing or (bool(fitting) and not _differing([read[id(run)] for run in fitting]))
    others = tuple(run for run in cluster if run not in taken)
    return Editions(tuple(taken), others, differing, settled)


def _differing(readings: Sequence[RowValues]) -> frozenset[int]:
    """The rows that are not the same in all readings, or only in one of them."""
    if len(readings) == 1:
        return frozenset()
    differing = set()
    for number in {number for reading in readings for number in reading}:
        found = [reading[number] for reading in readings if number in reading]
        if len(found) == 1 or any(other != found[0] for other in found):
            differing.add(number)
    return frozenset(differing)


def _with_lines(runs: Iterable[Run], strip: Sequence[Row], index: LabelIndex) -> Iterator[Run]:
    """The runs with what the nearest line above them says, which must stand below the run before and any heading."""
    end = 0
    for run in runs:
        yield attrs.evolve(run, line=line_below(strip[end : run.rows[0].position], index))
        end = run.rows[-1].position + 1


def line_below(rows: Sequence[Row], index: LabelIndex) -> Caption:
    """What the last text of some rows says that is no label and stands below the last heading."""
    for row in reversed(rows):
        for text in reversed(list(_texts([row]))):
            key = fold(text)
            if key in index.headings:
                return NO_CAPTION
            if key not in index.vocabulary and not is_label(text, index):
                return read_caption(text)
    return NO_CAPTION


def _with_captions(runs: Iterable[Run], strip: Sequence[Row], index: LabelIndex) -> Iterator[Run]:
    """The runs with their captions.

    A caption stands between a run and what is above it, the run before or the section's heading.  Without one, a
    run right below another has the caption of that; and all runs below headings that begin anew have that of the
    lines above the first of these headings.
    """
    end = heading_before = 0
    common = before = NO_CAPTION
    for run in runs:
        lines: list[str] = []
        for text in _texts(strip[end : run.rows[0].position]):
            key = fold(text)
            heading = index.headings.get(key)
            if heading is None:
                if key not in index.vocabulary:
                    lines.append(text)
                continue
            if heading <= heading_before or not heading_before:
                common = nearest([line for line in lines if heading_before or line.endswith(_REPORT_WORDS)])
            lines, heading_before, before = [], heading, NO_CAPTION
        sheet = run.source.sheet
        own = nearest([*([sheet] if sheet else []), *lines], lambda text: not is_label(text, index))
        before = own if own.says_something else before if before.says_something else common
        yield attrs.evolve(run, caption=before)
        end = run.rows[-1].position + 1


def _texts(rows: Sequence[Row]) -> Iterator[str]:
    return (token.text for row in rows for token in row.tokens if token.text and not token.is_number)
