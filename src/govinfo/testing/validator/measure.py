"""What comes of checking reports with known mistakes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from random import Random
from time import process_time
from typing import Literal

import attrs

from govinfo.checking import check
from govinfo.findings import Finding
from govinfo.forms import Form, Identity, official_form
from govinfo.report import Report
from govinfo.testing.generate import Size, random_report
from govinfo.testing.samples import sample_report
from govinfo.testing.validator.mistakes import MISTAKES, Mistake, rows_of

FORMS = ("2019", "2021")
SIZES: tuple[Size, ...] = ("zero", "county", "province")
SUMS = ("A01", "A02", "A03", "A04", "A05", "A06")

Named = Literal["alone", "first", "among others", "not shown", "other cells", "nothing"]
"""What the findings propose.

``alone``: the true numbers of the wrong cells, and nothing else.  ``first``: these before others.  ``among others``:
these behind others.  ``not shown``: other sets of as many cells only.  ``other cells``: sets of fewer cells, after
which all sums agree as well.  ``nothing``: no proposal.
"""

NAMED: tuple[Named, ...] = ("alone", "first", "among others", "not shown", "other cells", "nothing")


@attrs.frozen
class Case:
    """A report and what goes wrong in it; the same case gives the same report."""

    mistake: Mistake
    form: str
    size: Size
    seed: int


@attrs.frozen
class Result:
    """What came of a case.

    Attributes:
        due: how many identities the mistake violates.
        missed: how many of them no finding reports.
        false: how many findings report an identity that holds.
        named: what the findings propose; None where the mistake violates nothing.
        seconds: processor time of the check.
    """

    due: int
    missed: int
    false: int
    named: Named | None
    seconds: float


def cases(reports: int) -> Iterator[Case]:
    """So many reports of each form and size for each mistake."""
    for mistake in MISTAKES:
        for form in FORMS:
            for size in SIZES:
                for seed in range(reports):
                    yield Case(mistake, form, size, seed)


def run(case: Case) -> Result | None:
    """Make the report, put the mistake in, and check it; None where the report has no place for the mistake."""
    form = official_form(case.form)
    report = random_report(form, case.seed, case.size)
    rows = rows_of(form, case.mistake.table)
    values = {cell: int(report.values[cell] or 0) for row in rows for cell in row}
    wrong = case.mistake.make(
        Random(f"{case.form}/{case.size}/{case.seed}/{case.mistake.name}/{case.mistake.cells}"), values, rows
    )
    if wrong is None:
        return None
    due = {_key(identity) for identity in form.identities if _violates(identity, values, wrong)}
    changed = with_values(report, wrong)
    start = process_time()
    findings = check(changed)
    seconds = process_time() - start
    sums = [finding for finding in findings if finding.rule in SUMS]
    found = {(finding.rule, finding.cells) for finding in sums}
    truth = {cell: values[cell] for cell in wrong}
    return Result(len(due), len(due - found), len(found - due), _named(sums, truth) if due else None, seconds)


def with_values(report: Report, values: Mapping[str, int]) -> Report:
    """The same report with other numbers in some cells."""
    given: dict[str, int | Decimal | None] = {**report.values, **values}
    return attrs.evolve(report, all_cells=sample_report(report.form, given).all_cells)


@attrs.frozen
class Clean:
    """What comes of checking a report without mistakes.

    Attributes:
        form, size: of the report.
        sums: findings that a sum fails.
        repairs: proposals.
        seconds: processor time of the check.
    """

    form: str
    size: Size
    sums: int
    repairs: int
    seconds: float


def consistent(reports: int) -> Iterator[Clean]:
    """Check so many reports of each form and size."""
    for form in FORMS:
        for size in SIZES:
            for seed in range(reports):
                report = random_report(form, seed, size)
                start = process_time()
                findings = check(report)
                seconds = process_time() - start
                sums = sum(finding.rule in SUMS for finding in findings)
                yield Clean(form, size, sums, sum(len(finding.repairs) for finding in findings), seconds)


def _violates(identity: Identity, values: Mapping[str, int], wrong: Mapping[str, int]) -> bool:
    """Tell by the changes alone, not by the sums, whether a mistake violates an identity."""
    left, right = (
        sum(wrong[cell] - values[cell] for cell in side if cell in wrong) for side in (identity.left, identity.right)
    )
    return left != right


def _key(identity: Identity) -> tuple[str, tuple[str, ...]]:
    return identity.rule, (*identity.left, *identity.right)


def _named(findings: list[Finding], truth: Mapping[str, int]) -> Named:
    repairs = list(dict.fromkeys(repair for finding in findings for repair in finding.repairs))
    offered = [{change.cell: change.instead for change in repair.changes} for repair in repairs]
    if not offered:
        return "nothing"
    if truth in offered:
        return "alone" if repairs[0].unique else "first" if offered[0] == truth else "among others"
    return "other cells" if sum(map(len, offered)) < len(offered) * len(truth) else "not shown"


def cells_told_apart(form: Form) -> dict[str, tuple[int, int]]:
    """For each table with identities how many of their cells no other cell can look like, and how many there are."""
    tables: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for index, identity in enumerate(form.identities):
        for sign, cells in ((1, identity.left), (-1, identity.right)):
            for cell in cells:
                tables.setdefault(cell.split(".", 1)[0], {}).setdefault(cell, []).append((index, sign))
    return {table: (sum(_alone(cell, columns) for cell in columns), len(columns)) for table, columns in tables.items()}


def _alone(cell: str, columns: Mapping[str, list[tuple[int, int]]]) -> bool:
    """Tell whether no other column of the matrix is a multiple of a cell's."""
    opposite = [(index, -sign) for index, sign in columns[cell]]
    return not any(column in (columns[cell], opposite) for other, column in columns.items() if other != cell)
