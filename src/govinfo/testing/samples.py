"""Reports made without a source, for tests of rules and writers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs

from govinfo.cells import Cell
from govinfo.forms import MONEY, Form, official_form
from govinfo.report import Contact, Origin, Period, Report, Section
from govinfo.source import Source


def sample_report(
    form: Form | str = "2021",
    values: Mapping[str, int | Decimal | None] | None = None,
    texts: Mapping[int, str] | None = None,
    **changes: Any,
) -> Report:
    """Make a report that is complete and free of faults, and then change it.

    Args:
        form: the form, or its id.
        values: cell values by id; all others are zero, None makes a blank cell.
        texts: narrative text by section number.
        **changes: attributes of `Report` to replace, such as ``title=None``.
    """
    form = form if isinstance(form, Form) else official_form(form)
    year = form.last_year or 2024
    given = dict(values or {})
    report = Report(
        form=form.id,
        title=f"青川市林业局{year}年政府信息公开工作年度报告",
        agency="青川市林业局",
        year=year,
        published=dt.date(year + 1, 1, 20),
        period=Period(dt.date(year, 1, 1), dt.date(year, 12, 31), f"{year}年1月1日至{year}年12月31日"),
        index_number=None,
        document_number=None,
        contact=Contact(phone="0000-1234567"),
        publisher=None,
        signed=None,
        preamble="",
        sections=tuple(
            Section(
                heading.number, heading.label.zh, heading.label.zh, (texts or {}).get(heading.number, ""), Source(1)
            )
            for heading in form.headings
        ),
        all_cells=tuple(_cell(spec.id, given.pop(spec.id, 0), spec.unit in MONEY) for spec in form.cells),
        extras=(),
        headings=(),
        observations=(),
        sources={},
        diagnostics=(),
        parser=Origin(None, "0" * 64, "sample", "sample", 100, ()),
    )
    if given:
        raise KeyError(f"form {form.id} has no cells {sorted(given)}")
    return attrs.evolve(report, **changes)


def _cell(cell_id: str, value: int | Decimal | None, money: bool) -> Cell:
    if value is None:
        return Cell(cell_id, None, "", "blank", Source(1))
    return Cell(cell_id, Decimal(value) if money else value, str(value), "reported", Source(1))
