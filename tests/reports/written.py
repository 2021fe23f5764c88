"""Reports written for the measure in the manner of real ones: data in YAML, printed in a layout and read again.

Whoever writes a report gives the parts of the tables that are counted; sums follow from them.  What the text says,
what the checks must say of it, and how the report may be spoilt are written by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import attrs
import yaml
from tests.reports.dressed import DRESSINGS

import govinfo
from govinfo.document import Grid, GridCell
from govinfo.document.official import official_grid
from govinfo.forms import Form, official_form
from govinfo.report import Report
from govinfo.source import Source
from govinfo.testing.layouts import LAYOUTS, Part

FOLDER = Path(__file__).with_name("written")

APPLICANTS = ("natural_person", "commercial", "research", "public_welfare", "legal_services", "other_organization")
REVIEWS = ("reconsideration", "litigation_direct", "litigation_after_reconsideration")
RESULTS = ("upheld", "corrected", "other", "pending")

ROWS: Mapping[str, str] = {
    "new": "new",
    "over": "carried_over",
    "granted": "results.granted",
    "partly": "results.partially_granted",
    "secret": "results.refused.state_secret",
    "forbidden": "results.refused.prohibited_by_law",
    "safety": "results.refused.safety_stability",
    "third": "results.refused.third_party_rights",
    "internal": "results.refused.internal_affairs",
    "process": "results.refused.process_information",
    "enforcement": "results.refused.enforcement_file",
    "inquiry": "results.refused.administrative_inquiry",
    "not_held": "results.unavailable.not_held",
    "not_made": "results.unavailable.not_ready_made",
    "unclear": "results.unavailable.unclear_after_correction",
    "petition": "results.not_processed.petition",
    "repeated": "results.not_processed.repeated",
    "publication": "results.not_processed.publication",
    "excessive": "results.not_processed.excessive",
    "confirmation": "results.not_processed.confirmation",
    "no_correction": "results.other_handling.correction_overdue",
    "no_fee": "results.other_handling.fee_overdue",
    "other": "results.other_handling.other",
    "other_2019": "results.other_handling",
}
"""Short names of the rows of table three."""


@attrs.frozen
class Spoilt:
    """A contradiction put into a report on purpose.

    Attributes:
        rule: the rule that must find it.
        cells: cells that one of its findings must name.
        instead: words of the text; empty where a cell is changed.
        write: what stands there in the spoilt report.
        values: cells changed, with their new contents.
        left: why it is not found yet; empty for what is found.
    """

    rule: str
    cells: tuple[str, ...]
    instead: str = ""
    write: str = ""
    values: Mapping[str, str] = attrs.field(factory=dict)
    left: str = ""


@attrs.frozen
class Written:
    """One written report.

    Attributes:
        name: what it is.
        form: id of its form.
        layout: the layout or dressing that it is printed in.
        head: lines in front of section one, the title first.
        texts: the narrative by section; lines that begin with a bar are rows of a table of its own.
        foot: lines behind section six.
        values: contents of the cells by id.
        expected: the findings that it must raise, as rule and severity, in order.
        spoilt: contradictions.
        headings: headings of sections in other words than the official ones.
    """

    name: str
    form: str
    layout: str
    head: tuple[str, ...]
    texts: Mapping[int, str]
    foot: tuple[str, ...]
    values: Mapping[str, str]
    expected: tuple[str, ...]
    spoilt: tuple[Spoilt, ...]
    headings: Mapping[int, str] = attrs.field(factory=dict)

    def printed(self) -> tuple[bytes, str]:
        """The document and the name of its file."""
        form = official_form(self.form)
        grids = {table.section: official_grid(table, lambda cell: self.values[cell]) for table in form.tables}
        parts: list[Part] = [*self.head]
        for heading in form.headings:
            parts.append(self.headings.get(heading.number, heading.label.zh))
            parts.extend(_with_tables(self.texts.get(heading.number, "").splitlines()))
            if heading.number in grids:
                parts.append(grids[heading.number])
        parts.extend(self.foot)
        if self.layout in DRESSINGS:
            return DRESSINGS[self.layout](parts)
        return LAYOUTS[self.layout](parts).encode(), "report.html" if self.layout == "page" else "report.txt"

    def report(self) -> Report:
        """The document, read."""
        content, name = self.printed()
        return govinfo.parse(content, filename=name)

    def spoil(self, fault: Spoilt) -> Written:
        """The report with a contradiction."""
        if fault.values:
            return attrs.evolve(self, values={**self.values, **fault.values})
        head = tuple(line.replace(fault.instead, fault.write) for line in self.head)
        texts = {number: text.replace(fault.instead, fault.write) for number, text in self.texts.items()}
        return attrs.evolve(self, head=head, texts=texts)

    def count(self, words: str) -> int:
        """How often words stand in the text."""
        return "\n".join([*self.head, *self.texts.values()]).count(words)


@cache
def written_reports() -> tuple[Written, ...]:
    """All written reports, in the order of the files."""
    entries = [entry for path in sorted(FOLDER.glob("*.yml")) for entry in yaml.safe_load(path.read_text("utf-8"))]
    layouts = sorted(LAYOUTS)
    return tuple(entered(entry, layouts[place % len(layouts)]) for place, entry in enumerate(entries))


def entered(entry: Mapping[str, Any], layout: str = "page") -> Written:
    """A report as it is entered in the files."""
    form = official_form(str(entry["form"]))
    return Written(
        name=entry["name"],
        form=form.id,
        layout=entry.get("layout", layout),
        head=tuple(entry["head"].splitlines()),
        texts={1: entry["one"].strip(), 5: entry["five"].strip(), 6: entry["six"].strip()},
        foot=tuple(entry.get("foot", "").splitlines()),
        values={cell: str(value) for cell, value in _values(entry, form).items()},
        expected=tuple(entry.get("expected", ())),
        spoilt=tuple(_spoilt(fault) for fault in entry.get("spoilt", ())),
        headings=entry.get("headings", {}),
    )


def _with_tables(lines: Sequence[str]) -> Iterator[Part]:
    """Lines, those that begin with a bar as rows of one table."""
    for barred, group in groupby(lines, lambda line: line.startswith("|")):
        if barred:
            cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in group]
            yield Grid(tuple(tuple(GridCell(cell, Source()) for cell in row) for row in cells), Source())
        else:
            yield from group


def _spoilt(fault: Mapping[str, Any]) -> Spoilt:
    return Spoilt(
        rule=fault["rule"],
        cells=tuple(fault.get("cells", ())),
        instead=fault.get("instead", ""),
        write=fault.get("write", ""),
        values={cell: str(value) for cell, value in fault.get("values", {}).items()},
        left=fault.get("left", ""),
    )


def _values(entry: Mapping[str, Any], form: Form) -> dict[str, Any]:
    values: dict[str, Any] = {cell.id: 0 for cell in form.cells}
    given = dict(_proactive(entry.get("proactive", {}), form))
    given.update(_requests(entry.get("requests", {})))
    for kind, numbers in zip(REVIEWS, entry.get("review", ()), strict=False):
        given.update({f"review.{kind}.{result}": n for result, n in zip(RESULTS, numbers, strict=False)})
        given[f"review.{kind}.total"] = sum(numbers)
    unknown = given.keys() - values.keys()
    if unknown:
        raise KeyError(f"form {form.id} has no cells {sorted(unknown)}")
    return values | given


def _proactive(rows: Mapping[str, Any], form: Form) -> Iterator[tuple[str, Any]]:
    for row, numbers in rows.items():
        cells = [cell.id for cell in form.cells if cell.id.startswith(f"proactive.{row}.")]
        yield from zip(cells, numbers if isinstance(numbers, list) else [numbers], strict=True)


def _requests(rows: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, int]]:
    columns = {row: [*numbers, *[0] * (len(APPLICANTS) - len(numbers))] for row, numbers in rows.items()}
    received = [columns.pop(row, [0] * len(APPLICANTS)) for row in ("new", "over")]
    handled = [sum(numbers) for numbers in zip(*columns.values(), strict=True)] or [0] * len(APPLICANTS)
    open_ones = [sum(numbers) for numbers in zip(*received, strict=True)]
    forward = [opened - closed for opened, closed in zip(open_ones, handled, strict=True)]
    if min(forward) < 0:
        raise ValueError(f"more results than requests: {forward}")
    named = {ROWS[row]: numbers for row, numbers in columns.items()}
    named |= {"new": received[0], "carried_over": received[1], "results.total": handled, "carried_forward": forward}
    for row, numbers in named.items():
        for applicant, number in zip((*APPLICANTS, "total"), (*numbers, sum(numbers)), strict=True):
            yield f"applications.{row}.{applicant}", number
