"""The path of a cell leads back to its element."""

import pytest
from lxml import html

import govinfo
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import page, printed, web_page

HIDDEN = '<div style="display:none"><table><tr><td>1</td><td>2</td></tr></table></div>'


def text_at(root, cell):
    """The texts of the elements at the path of a cell; there must be one."""
    return ["".join(element.itertext()) for element in root.xpath(str(cell.source.path))]


@pytest.mark.parametrize("around", ["{}", "<table><tr><td>{}</td></tr></table>", HIDDEN + "{}"])
def test_paths_lead_back(around):
    report = random_report("2021", 4, "province")
    body = page(printed(report)).removeprefix("<html><body>").removesuffix("</body></html>")
    text = f"<html><body>{around.format(body)}</body></html>"
    root = html.document_fromstring(text)
    for cell in govinfo.parse(text.encode()).cells():
        assert text_at(root, cell) == [cell.raw]
        assert cell.raw == report[cell.id].raw


def test_paths_of_a_written_page():
    report = random_report("2019", 4, "county")
    data = web_page(report)
    root = html.document_fromstring(data.decode())
    for cell in govinfo.parse(data).cells():
        assert text_at(root, cell) == [report[cell.id].raw]


def test_a_place_in_a_text_has_no_path():
    assert govinfo.Source(line=3, column=1).path is None
    assert govinfo.Source(line=9, table=2).path == "(//table)[2]"
    assert govinfo.Source(table=2, row=3, cell=1).path is None
    assert govinfo.Source(line=9, table=2, row=3).path == "((//table)[2]//tr)[3]"


@pytest.mark.parametrize(
    ("source", "short", "words"),
    [
        (govinfo.Source(page=3, table=2, row=4, cell=5), "page 3 table 2 row 4 cell 5", "第3页第2张表第4行第5格"),
        (govinfo.Source(page=3, box=(1.0, 2.0, 3.0, 4.0)), "page 3", "第3页"),
        (govinfo.Source(paragraph=12), "paragraph 12", "第12段"),
        (govinfo.Source(sheet="Sheet1", row=5, cell=3), "Sheet1!C5", "工作表“Sheet1”C5"),
        (govinfo.Source(sheet="Sheet1", row=5, cell=53), "Sheet1!BA5", "工作表“Sheet1”BA5"),
        (govinfo.Source(sheet="Sheet1"), "Sheet1", "工作表“Sheet1”"),
    ],
)
def test_places_in_other_formats_are_said_in_their_own_terms(source, short, words):
    assert (str(source), source.describe("en"), source.describe("zh")) == (short, short, words)
