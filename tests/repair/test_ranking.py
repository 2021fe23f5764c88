"""What puts one repair before others of as few cells, and the words for it."""

import attrs

from govinfo.checking import check
from govinfo.findings import Finding, spec
from govinfo.forms import official_form
from govinfo.repair import offer
from govinfo.report import Report
from govinfo.rules.sums import identities
from govinfo.testing.samples import sample_report

FORM = official_form("2021")
GROUP = "review.reconsideration"
UPHELD, CORRECTED, OTHER, PENDING, TOTAL = (
    f"{GROUP}.{name}" for name in ("upheld", "corrected", "other", "pending", "total")
)
CELLS = (UPHELD, CORRECTED, OTHER, PENDING, TOTAL)


def repairs(report: Report, previous: Report | None = None):
    findings = [found for found in identities.check(report, FORM) if isinstance(found, Finding)]
    return [repair for finding in offer(report, FORM, findings, previous).findings[:1] for repair in finding.repairs]


def first(report, previous=None):
    repair = repairs(report, previous)[0]
    return {change.cell: change.instead for change in repair.changes}, [text.zh for text in repair.support]


def test_all_else_being_equal_the_total_comes_first_and_then_the_order_of_the_form():
    offered = [repair.changes[0].cell for repair in repairs(sample_report(values={TOTAL: 4}))]
    assert offered == [TOTAL, UPHELD, CORRECTED, OTHER, PENDING]


def test_digits_exchanged():
    report = sample_report(values=dict(zip(CELLS, (21, 30, 2, 0, 44), strict=True)))
    assert first(report) == ({UPHELD: 12}, ["行政复议·结果维持数字前后颠倒"])


def test_a_digit_left_out():
    report = sample_report(values=dict(zip(CELLS, (1, 7, 2, 4, 25), strict=True)))
    assert first(report) == ({UPHELD: 12}, ["行政复议·结果维持漏了一位数字"])


def test_the_next_number_run_into_it():
    report = sample_report(values=dict(zip(CELLS, (134, 4, 0, 50, 67), strict=True)))
    assert first(report) == ({UPHELD: 13}, ["行政复议·结果维持可能与行政复议·结果纠正粘连"])


def test_the_number_of_the_next_cell():
    report = sample_report(values=dict(zip(CELLS, (2, 5, 5, 1, 9), strict=True)))
    offered = [repair for repair in repairs(report) if repair.support]
    assert [repair.changes[0].cell for repair in offered] == [CORRECTED, OTHER]
    assert offered[0].support[0].zh == "行政复议·结果纠正与相邻一格相同，可能错位"


def test_the_total_copied():
    report = sample_report(values=dict(zip(CELLS, (9, 3, 2, 1, 9), strict=True)))
    assert first(report) == ({UPHELD: 3}, ["行政复议·结果维持与总计相同，可能误抄"])


def test_a_cell_that_the_reading_was_unsure_of():
    doubt = spec("X01").finding(cells=(PENDING,), table="x", printed="x", expected="x", similarity=80)
    report = attrs.evolve(sample_report(values={TOTAL: 4}), diagnostics=(doubt,))
    changes, support = first(report)
    assert changes == {PENDING: 4}
    assert support == ["读取时对行政复议·尚未审结有疑问（X01），可能是读错，不一定是报告有误"]


def test_a_number_that_was_only_written_in_another_way_is_no_doubt():
    note = spec("X11").finding(cells=(PENDING,), cell="x", raw="０", value="0")
    assert first(attrs.evolve(sample_report(values={TOTAL: 4}), diagnostics=(note,)))[0] == {TOTAL: 0}


def test_what_the_text_says():
    text = "（六）行政复议和诉讼。全年因政府信息公开被申请行政复议4件，其中结果纠正4件。"
    changes, support = first(sample_report(values={TOTAL: 4}, texts={1: text}))
    assert changes == {CORRECTED: 4}
    assert len(support) == 1
    assert support[0].startswith("正文称“")
    assert "4件" in support[0]


def test_what_the_text_says_against_a_repair_puts_it_last():
    text = "全年因政府信息公开被申请行政复议4件。"
    assert repairs(sample_report(values={TOTAL: 4}, texts={1: text}))[-1].changes[0].cell == TOTAL


def test_a_number_about_another_year_or_of_others_says_nothing():
    for text in ("上年因政府信息公开被申请行政复议2件，其中结果纠正4件。", "因政府信息公开被申请行政复议约3件。"):
        assert first(sample_report(values={TOTAL: 4}, texts={1: text})) == ({TOTAL: 0}, [])


def test_what_was_carried_forward_a_year_ago():
    """Two repairs of two cells: 3 moved within a row, and only last year's report tells in which one."""
    over, forward = "applications.carried_over", "applications.carried_forward"
    rows, columns, results = ("applications.new", over), ("natural_person", "research"), ("granted", "total")
    values = {f"{row}.{column}": 3 for row in rows for column in columns}
    values |= {f"{row}.total": 6 for row in rows}
    values |= {f"applications.results.{row}.{column}": 6 for row in results for column in columns}
    values |= {f"applications.results.{row}.total": 12 for row in results}
    moved = values | {f"{over}.natural_person": 6, f"{over}.research": 0}
    year = sample_report(values=moved)
    last = sample_report(values={f"{forward}.natural_person": 3, f"{forward}.research": 3, f"{forward}.total": 6})
    last = attrs.evolve(last, year=2023)
    alone, together = repairs(year), repairs(year, last)
    assert len(alone) == len(together) == 2
    changes, support = first(year, last)
    assert changes == {f"{over}.natural_person": 3, f"{over}.research": 3}
    assert support[0] == "2023年报告同一栏的结转下年度数为3"


def test_two_neighbours_exchanged():
    rows = ("new", "results.granted", "results.total")
    values = {
        f"applications.{row}.{column}": 40 for row in rows for column in ("natural_person", "commercial", "research")
    }
    other = "applications.results.refused.process_information"
    values |= {f"{other}.commercial": 30, f"{other}.research": 20, f"{other}.total": 50}
    values |= {f"applications.{row}.total": 120 for row in rows}
    values |= {f"applications.{row}.commercial": 70 for row in ("new", "results.total")}
    values |= {f"applications.{row}.research": 60 for row in ("new", "results.total")}
    values |= {f"applications.{row}.total": 170 for row in ("new", "results.total")}
    wrong = values | {f"{other}.commercial": 20, f"{other}.research": 30}
    assert not check(sample_report(values=values), select=["A"])
    changes, support = first(sample_report(values=wrong))
    assert changes == {f"{other}.commercial": 30, f"{other}.research": 20}
    assert support == ["三（三）6.属于四类过程性信息·商业企业与三（三）6.属于四类过程性信息·科研机构的数字可能对调"]
    assert len(repairs(sample_report(values=wrong))) == 2


def test_asked_again_with_last_years_report_the_order_is_new():
    """Checking alone offers repairs first; checking beside other years asks again."""
    column = "applications.carried_over.natural_person"
    values = {column: 5, "applications.carried_over.research": 5, "applications.carried_over.total": 10}
    values |= {
        f"applications.results.{row}.{name}": 5
        for row in ("granted", "total")
        for name in ("natural_person", "research")
    }
    values |= {f"applications.results.{row}.total": 10 for row in ("granted", "total")}
    report = sample_report(values=values | {column: 6})
    once = offer(report, FORM, check(report, select=["A"]))
    assert [len(finding.repairs) for finding in once.findings] == [1, 1]
    last = attrs.evolve(sample_report(values={"applications.carried_forward.natural_person": 5}), year=2023)
    again = offer(report, FORM, once.findings, last)
    for before, after in zip(once.findings, again.findings, strict=True):
        assert after.repairs[0].changes == before.repairs[0].changes
        assert "2023年报告同一栏的结转下年度数为5" in [text.zh for text in after.repairs[0].support]


def test_reports_that_are_checked_together_tell_of_each_other():
    column = "applications.carried_over.natural_person"
    wrong = sample_report(values={column: 6, TOTAL: 0})
    last = attrs.evolve(sample_report(values={"applications.carried_forward.natural_person": 0}), year=2023)
    alone = next(finding for finding in check(wrong, select=["A01"]) if finding.repairs)
    beside = next(finding for finding in check([last, wrong], select=["A01"]) if finding.repairs)
    said = "2023年报告同一栏的结转下年度数为0"
    assert said not in [text.zh for repair in alone.repairs for text in repair.support]
    assert said in [text.zh for text in beside.repairs[0].support]
