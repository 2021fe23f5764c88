"""Rows printed again, with a label that is damaged or stands out of place: the copies are named."""

import pytest

import govinfo
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import page, printed

REPORT = random_report("2021", 8, "province")
PAGE = page(printed(REPORT))


def row_of(label):
    start = PAGE.rindex("<tr>", 0, PAGE.index(f">{label}</td>"))
    return PAGE[start : PAGE.index("</tr>", start) + len("</tr>")]


def read(text):
    report = govinfo.parse(text.encode())
    named = {cell for found in report.diagnostics if found.severity != "info" for cell in found.cells}
    wrong = [cell.id for cell in REPORT.cells() if report[cell.id].value not in (cell.value, None)]
    return report, [cell for cell in wrong if cell not in named], named


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(("label", "damaged"), [("规章", "规规章"), ("行政强制", "政强制"), ("重复申请", "2.重申请")])
def test_a_copy_with_a_damaged_label_is_named(label, damaged, first):
    label = label if label != "重复申请" else "2.重复申请"
    row = row_of(label)
    other = row.replace(f">{label}<", f">{damaged}<")
    numbers = [cell.raw for cell in REPORT.cells() if f"<td>{cell.raw}</td>" in row or f">{cell.raw}</td>" in row]
    assert numbers
    changed = row.replace("</td></tr>", "1</td></tr>")
    text = PAGE.replace(row, other + changed if first else changed + other)
    _, silent, named = read(text)
    assert silent == []
    assert any(cell.split(".")[-2] in ("rules", "coercion", "repeated") for cell in named)


def test_a_cut_off_label_out_of_place_is_the_row_whose_beginning_it_is():
    text = PAGE.replace(">2.其他法律行政法规禁止公开<", ">2.其他<").replace(">3.其他<", ">3.其<")
    report, silent, _ = read(text)
    assert silent == []
    prohibited = "applications.results.refused.prohibited_by_law.total"
    assert report[prohibited].value in (None, REPORT[prohibited].value)


def test_a_row_out_of_place_with_a_label_of_its_own_is_read_by_it():
    upper, lower = row_of("2.重复申请"), row_of("3.要求提供公开出版物")
    report, silent, _ = read(PAGE.replace(upper + lower, lower + upper))
    assert silent == []
    assert [cell.value for cell in report.cells()] == [cell.value for cell in REPORT.cells()]
