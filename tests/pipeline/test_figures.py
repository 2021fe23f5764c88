"""An image where a table should be is told; logos, icons and codes elsewhere on the page are not."""

import re

import pytest

import govinfo
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import page, printed

REPORT = random_report("2021", 2, "county")
PAGE = page(printed(REPORT))
LOGO, CODE = "<img src='logo.png' alt='网站标志'>", "<p><img src='qr.png'></p>"
NUMBERS = {"proactive": 0, "applications": 1, "review": 2}


def without(tables, image):
    """The page with an image, or nothing, in place of some tables, and other images at its head and foot."""
    found = re.findall("<table>.*?</table>", PAGE)
    text = PAGE
    for table in tables:
        text = text.replace(found[NUMBERS[table]], image)
    return text.replace("<body>", f"<body>{LOGO}").replace("</body>", f"{CODE}</body>")


@pytest.mark.parametrize(
    "tables",
    [["proactive"], ["applications"], ["review"], ["proactive", "review"], ["proactive", "applications", "review"]],
)
@pytest.mark.parametrize("image", ["<img src='table.png'>", "<p><span><img src='table.png'></span></p>", ""])
def test_images_of_tables(tables, image):
    read = govinfo.parse(without(tables, image).encode(), filename="a.html")
    assert {cell.status for cell in read.cells() if cell.id.split(".")[0] in tables} == {"absent"}
    assert {cell.value for cell in read.cells() if cell.id.split(".")[0] in tables} == {None}
    assert sorted(entry.table for entry in read.observed("figure")) == (sorted(tables) if image else [])
    details = [finding.message("en") for finding in govinfo.check(read, select=["S07"])]
    assert len(details) == len(tables)
    assert all(("image" in detail) == bool(image) for detail in details)


def test_a_complete_report_has_no_images_of_tables():
    read = govinfo.parse(without([], "").encode(), filename="a.html")
    assert read.diagnostics == ()
    assert list(read.observed("figure")) == []
