import time

import pytest
from tests.fixtures.layouts import Draft, html, numbered

import govinfo

TEXTS = numbered()
PAGE = html(Draft(texts=TEXTS))
SECONDS = 10


def parse(page):
    began = time.process_time()
    try:
        return govinfo.parse(page.encode(), filename="a.html")
    finally:
        assert time.process_time() - began < SECONDS


def sure(report):
    """Every value is right, and every other cell is named by a diagnostic."""
    named = {cell for doubt in report.diagnostics for cell in doubt.cells}
    return all(
        str(cell.value) == TEXTS[cell.id] or (cell.value is None and cell.id in named) for cell in report.cells()
    )


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "b", "ul><li", "font"])
@pytest.mark.parametrize("depth", [200, 1000, 100_000])
def test_deep_nesting_loses_nothing_in_silence(tag, depth):
    page = PAGE.replace("<body>", "<body>" + f"<{tag}>" * depth)
    try:
        report = parse(page)
    except govinfo.GovinfoError as error:
        assert "deep" in str(error) or "tags" in str(error)  # noqa: PT017 - either outcome is right
        return
    assert sure(report)


def test_deep_nesting_that_is_closed_again():
    deep = "<div>" * 300 + "</div>" * 300
    try:
        report = parse(PAGE.replace("<body>", "<body>" + deep))
    except govinfo.GovinfoError as error:
        assert "deep" in str(error) or "tags" in str(error)  # noqa: PT017 - either outcome is right
        return
    assert sure(report)


@pytest.mark.parametrize("place", ["三、收到和处理政府信息公开申请情况</p>", "五、存在的主要问题及改进情况</p>"])
def test_deep_nesting_below(place):
    report = parse(PAGE.replace(place, place + "<i>" * 400 + "</i>" * 400))
    assert sure(report)
    assert "X21" in {doubt.rule for doubt in report.diagnostics}


@pytest.mark.parametrize("span", ["1001", "99999999", "9" * 5000, "-1", "0", "abc", "１", "1_0", "", " 4 "])
@pytest.mark.parametrize("kind", ["rowspan", "colspan"])
def test_odd_spans(kind, span):
    assert sure(parse(PAGE.replace("<td>", f'<td {kind}="{span}">')))
    assert sure(parse(PAGE.replace('colspan="4"', f'colspan="{span}"').replace('rowspan="2"', f'rowspan="{span}"')))


def test_many_cells_that_hang_down():
    hanging = "<table><tr>" + "<td rowspan=65000>1</td>" * 200 + "</tr>" + "<tr><td rowspan=65000>1</td></tr>" * 2000
    assert sure(parse(PAGE.replace("<body>", f"<body>{hanging}</table>")))


def test_many_tables():
    assert sure(parse(PAGE.replace("<body>", "<body>" + "<table><tr><td>甲</td><td>1</td></tr></table>" * 20_000)))


@pytest.mark.parametrize(
    "filler", ["<!--{}-->", "<p>{}</p>", '<img src="data:image/png;base64,{}">', "<script>{}</script>"]
)
def test_a_huge_piece(filler):
    page = PAGE.replace("<body>", "<body>" + filler.format("A" * 11_000_000))
    try:
        report = parse(page)
    except govinfo.GovinfoError as error:
        assert "huge" in str(error) or "large" in str(error)  # noqa: PT017 - either outcome is right
        return
    assert sure(report)


def test_many_numbers():
    with pytest.raises(govinfo.NotAReport):
        parse("1\n" * 500_000)


def test_many_attributes():
    assert sure(parse(PAGE.replace("<body>", "<body " + " ".join(f"a{i}=1" for i in range(50_000)) + ">")))


def test_entity_bomb():
    declared = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    page = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "x">{declared}]>' + PAGE.replace("图解", "&e11;")
    assert sure(parse(page))


def test_a_second_page_behind_the_first():
    other = PAGE.replace(f"<td>{TEXTS['applications.new.total']}</td>", "<td>7</td>")
    report = parse(PAGE + other)
    cell = report["applications.new.total"]
    assert cell.value is None
    assert "X62" in {doubt.rule for doubt in report.diagnostics}
