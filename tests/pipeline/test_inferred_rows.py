"""Layouts that do not show where a row ends."""

import govinfo
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import bars, lines, printed

SEED = 3


def test_an_untraced_blank_and_a_page_number_are_not_taken_in_silence():
    report = random_report("2021", SEED, "province")
    cell = "applications.new.research"
    text = lines(printed(report))
    first = "\n\n".join(report[f"applications.new.{column}"].raw for column in ("commercial", "research"))
    last = report["applications.new.total"].raw
    assert text.count(f"{first}\n") == 1
    damaged = text.replace(f"{first}\n", f"{report['applications.new.commercial'].raw}\n").replace(
        f"{last}\n", f"{last}\n\n17\n", 1
    )
    read = govinfo.parse(damaged.encode())
    named = {name for doubt in read.diagnostics for name in doubt.cells}
    assert read[cell].value != report[cell].value
    assert cell in named


def test_a_page_number_among_cells_ended_by_bars_is_no_cell():
    report = random_report("2021", SEED, "province")
    row = "3.危及“三安全一稳定” |"
    read = govinfo.parse(bars(printed(report)).replace(row, f"12\n{row}").encode())
    assert {cell.id: cell.value for cell in read.cells()} == {cell.id: cell.value for cell in report.cells()}
