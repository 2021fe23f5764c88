import attrs

from govinfo.cells import Cell, Status
from govinfo.findings import Finding, NotAssessable
from govinfo.forms import official_form
from govinfo.report import Report
from govinfo.rules import blanks
from govinfo.testing.samples import sample_report

FORM = official_form("2021")


def run(report: Report) -> list[Finding | NotAssessable]:
    return [*blanks.blank.check(report, FORM), *blanks.placeholder.check(report, FORM)]


def changed(prefix: str, status: Status, raw: str = "") -> Report:
    report = sample_report()
    cells = (Cell(c.id, None, raw, status, None) if c.id.startswith(prefix) else c for c in report.all_cells)
    return attrs.evolve(report, all_cells=tuple(cells))


def messages(report: Report) -> list[str]:
    return [found.message("zh") for found in run(report) if isinstance(found, Finding)]


def test_zeros_are_no_blanks() -> None:
    assert run(sample_report()) == []


def test_blank_cell() -> None:
    (found,) = run(changed("proactive.coercion", "blank"))
    assert isinstance(found, Finding)
    assert (found.rule, found.severity) == ("V04", "warning")
    assert found.message("zh") == "表二“行政强制/本年处理决定数量”空白（空白不等于0）"


def test_blank_row() -> None:
    assert messages(changed("applications.new", "blank")) == [
        "表三“一、本年新收政府信息公开申请数量”行的7个单元格空白（空白不等于0）"
    ]


def test_blank_cells_of_table_four() -> None:
    assert messages(changed("review.litigation_direct", "blank")) == ["表四的5个单元格空白（空白不等于0）"]


def test_blank_table() -> None:
    (found,) = run(changed("applications.", "blank"))
    assert isinstance(found, Finding)
    assert found.message("zh") == "表三的全部单元格空白（空白不等于0）"
    assert len(found.cells) == 175


def test_placeholder() -> None:
    (found,) = run(changed("proactive.fees", "placeholder", "/"))
    assert isinstance(found, Finding)
    assert found.rule == "V05"
    assert found.message("zh") == "表二“行政事业性收费/本年收费金额（单位：万元）”以“/”代替数字"


def test_absent_cells() -> None:
    found = run(changed("review.", "absent"))
    assert [(one.rule, isinstance(one, NotAssessable)) for one in found] == [("V04", True), ("V05", True)]
