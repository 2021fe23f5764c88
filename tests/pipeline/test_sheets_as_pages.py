"""A sheet that was saved as a web page is one table: its texts are rows of one cell between the rows of the tables."""

import pytest

import govinfo
from govinfo.document import Grid
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import page, printed

LONG = "各科室按季度核对目录。" * 60
WIDTH = 15


def sheet(report, texts):
    """The report as one table, with more texts behind its first heading."""
    rows = []
    for part in printed(report):
        if isinstance(part, Grid):
            rows.append(page([part]).partition("<table>")[2].partition("</table>")[0])
            continue
        lines = (part, *(texts if part.startswith("一、") else ()))
        rows += [f'<tr><td colspan="{WIDTH}">{text}</td></tr>' for text in lines]
    return f"<html><body><table>{''.join(rows)}</table></body></html>".encode()


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("size", ["zero", "county", "province"])
@pytest.mark.parametrize("texts", [(), (LONG,), (LONG, "第一行<br>第二行" + LONG)])
def test_long_texts_between_the_tables(form, size, texts):
    report = random_report(form, 6, size)
    read = govinfo.parse(sheet(report, texts))
    assert read.parser.parser == "grids"
    assert {cell.id: cell.value for cell in read.cells()} == {cell.id: cell.value for cell in report.cells()}
    assert read.diagnostics == ()
    first = next(section for section in read.sections if section.number == 1)
    assert first.text.count(LONG) == len(texts)
