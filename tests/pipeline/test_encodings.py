import pytest
from tests.fixtures.layouts import LAYOUTS, SECTIONS, Draft, html, numbered

import govinfo

TEXTS = numbered()
RARE = "朱镕基喆堃𠮷㐂"
"""Characters outside GB 2312, some outside GBK."""


def named(layout):
    return "a.html" if layout == "html" else "a.txt"


def whole(report):
    return {cell.id: str(cell.value) for cell in report.cells()} == TEXTS


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(layout, encoding):
    report = govinfo.parse(LAYOUTS[layout](Draft(texts=TEXTS)).encode(encoding), filename=named(layout))
    assert whole(report)
    assert report.title == "云陵市林业局2024年政府信息公开工作年度报告"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends(layout, ending):
    text = LAYOUTS[layout](Draft(texts=TEXTS))
    report = govinfo.parse(text.replace("\n", ending).encode(), filename=named(layout))
    assert whole(report)
    assert [doubt for doubt in report.diagnostics if doubt.rule != "X29"] == []  # the figures do not add up


@pytest.mark.parametrize("label", ["gb2312", "GB2312", "gbk", "gb18030", "x-gbk", "cp936"])
@pytest.mark.parametrize("first", [0, 4])
def test_nothing_is_lost_behind_a_character_that_the_label_does_not_have(label, first):
    sections = [*SECTIONS]
    sections[first] = f"由{RARE}撰写。其后的文字仍在。"
    page = LAYOUTS["html"](Draft(texts=TEXTS, sections=sections)).replace('"utf-8"', f'"{label}"')
    report = govinfo.parse(page.encode("gb18030"), filename="a.html")
    assert whole(report)
    assert report.section(first + 1).text == sections[first]
    assert report.diagnostics == ()


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("gb2312", "utf-8"), ("utf-8", "gb18030"), ("x-klingon", "utf-8"), ("x-klingon", "gb18030"), ("big5", "utf-8")],
)
def test_wrong_labels_are_noticed(label, encoding):
    page = LAYOUTS["html"](Draft(texts=TEXTS)).replace('"utf-8"', f'"{label}"')
    report = govinfo.parse(page.encode(encoding), filename="a.html")
    assert whole(report)
    assert [doubt.rule for doubt in report.diagnostics] == ["X20"]


def test_big5_as_declared():
    """The form's own labels are simplified; that such a page is read or refused, but never misread, is enough."""
    page = LAYOUTS["html"](Draft(texts=TEXTS)).replace('"utf-8"', '"big5"')
    try:
        report = govinfo.parse(page.encode("big5hkscs", "xmlcharrefreplace"), filename="a.html")
    except govinfo.GovinfoError:
        return
    assert all(cell.value is None or str(cell.value) == TEXTS[cell.id] for cell in report.cells())


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_broken_byte_is_noticed(layout, encoding):
    data = LAYOUTS[layout](Draft(texts=TEXTS)).encode(encoding)
    mark = "解读".encode(encoding)
    report = govinfo.parse(data.replace(mark, mark + b"\xff"), filename=named(layout))
    assert whole(report)
    assert "X20" in {doubt.rule for doubt in report.diagnostics}


def test_xml_declaration():
    page = '<?xml version="1.0" encoding="gb2312"?>\n' + html(Draft(texts=TEXTS), head="")
    report = govinfo.parse(page.replace("图解", RARE).encode("gb18030"), filename="a.xhtml")
    assert whole(report)
    assert RARE in report.section(5).text
