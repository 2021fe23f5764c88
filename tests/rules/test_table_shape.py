import attrs
import pytest

from govinfo.findings import Finding, NotAssessable, Text, spec
from govinfo.forms import official_form
from govinfo.report import Observation
from govinfo.rules.table_shape import missing_table, table_shape
from govinfo.source import Source
from govinfo.testing.samples import sample_report

FORM = official_form("2021")
ROW = "results.refused.enforcement_file"


def observed(kind, table="applications", subject="", **more):
    return Observation(kind, table, subject, source=Source(7), **more)


def run(*observations, rule=table_shape, **changes):
    return list(rule.check(sample_report(observations=observations, **changes), FORM))


@pytest.mark.parametrize(
    ("observation", "rule", "severity", "words"),
    [
        (observed("missing_row", subject=ROW, expected="7.属于行政执法案卷"), "S09", "error", "表三缺少行"),
        (observed("extra_row", printed="小计"), "S10", "warning", "表三多出行“小计”"),
        (observed("duplicate_row", subject="new", printed="一、本年新收"), "S10", "warning", "表三重复行"),
        (observed("repeated_header"), "S13", "info", "表三跨页"),
        (observed("row_width", subject=ROW, printed="6", expected="7"), "S14", "error", "单元格数6≠7"),
        (observed("row_width", "review", printed="14", expected="15"), "S14", "error", "表四“数字”行单元格数14≠15"),
        (observed("row_order", subject=ROW), "S15", "info", "7.属于行政执法案卷"),
        (observed("missing_note"), "S16", "info", "勾稽关系"),
        (observed("second_table"), "S26", "warning", "两份不同的表三"),
    ],
)
def test_an_observation_raises_its_rule(observation, rule, severity, words):
    (found,) = run(observation)
    assert (found.rule, found.severity, found.source) == (rule, severity, Source(7))
    assert words in found.message("zh")
    assert found.message("en")


@pytest.mark.parametrize(
    ("how", "similarity", "severity", "words"),
    [
        ("alias", 0.9, "info", "常见异名"),
        ("similar", 0.875, "warning", "相似度0.88"),
        ("truncated", 0.5, "warning", "文字不全"),
        ("position", 0.1, "warning", "按位置对应"),
        ("", None, "warning", "用语不同"),
    ],
)
def test_s11_weighs_how_a_row_was_recognised(how, similarity, severity, words):
    label = observed("row_label", subject=ROW, printed="7.执法卷宗", expected="7.属于行政执法案卷", how=how)
    (found,) = run(attrs.evolve(label, similarity=similarity))
    assert (found.rule, found.severity) == ("S11", severity)
    assert words in found.message("zh")
    assert "applications.results.refused.enforcement_file.total" in found.cells


def test_s09_is_not_assessed_where_the_tables_have_labels_of_another_form():
    missing = observed("missing_row", subject=ROW, expected="7.属于行政执法案卷")
    reason = Text("含有另一版本的标签：采购总金额", "hold labels of another form")
    doubt = spec("X15").finding(cells=("proactive.fees.amount",), form="2021", reason=reason)
    (found,) = run(missing, diagnostics=(doubt,))
    assert isinstance(found, NotAssessable)
    assert found.rule == "S09"


def test_s14_weighs_whether_empty_cells_may_have_been_lost():
    (found,) = run(observed("row_width", subject=ROW, printed="2", expected="7", how="blanks"))
    assert (found.rule, found.severity) == ("S14", "warning")
    assert found.message("zh").endswith("空白单元格")
    assert found.message("en").endswith("lost")


def test_s12_raises_every_header_that_differs():
    cut = observed("column_label", "proactive", "amount", printed="本年收费", expected="本年收费金额", how="truncated")
    moved = observed("column_order", subject="organizations", printed="总计")
    absent = observed("missing_header", "review")
    found = run(cut, cut, moved, absent)
    assert [(one.rule, one.severity) for one in found] == [("S12", "warning")] * 4
    assert "文字不全" in found[0].message("zh")
    assert "次序不同" in found[2].message("zh")
    assert "未印出" in found[3].message("zh")
    assert "行政诉讼" in found[3].message("zh")


def test_s12_weighs_a_known_other_wording_less():
    known = observed("column_label", "proactive", "amount", printed="收费金额", expected="本年收费金额", how="alias")
    assert [(one.rule, one.severity) for one in run(known)] == [("S12", "info")]


def test_the_cells_of_a_column_are_named_where_the_column_is_clear():
    (found,) = run(observed("column_label", subject="research", printed="科研", expected="科研机构"))
    assert len(found.cells) == 25
    assert all(cell.endswith(".research") for cell in found.cells)
    (found,) = run(observed("column_label", "proactive", "decisions", printed="决定", expected="本年处理决定数量"))
    assert found.cells == ()


def test_tables_without_observations_or_with_other_ones_pass():
    assert not run()
    assert not run(observed("normalized", subject="applications.new.total", printed="２"))
    assert not run(rule=missing_table)


def test_s07_raises_a_heading_without_table():
    (found,) = run(observed("missing_table", "review"), rule=missing_table)
    assert (found.rule, found.severity) == ("S07", "error")
    assert "图片" not in found.message("zh")


def test_s07_says_where_an_image_stands_instead():
    image = attrs.evolve(observed("figure"), source=Source(40))
    (found,) = run(observed("missing_table"), image, rule=missing_table)
    assert found.source == Source(40)
    assert "图片" in found.message("zh")


def test_s07_knows_a_missing_table_by_its_cells():
    cells = (
        attrs.evolve(cell, value=None, status="absent") if cell.id.startswith("review.") else cell
        for cell in sample_report().cells()
    )
    (found,) = run(rule=missing_table, all_cells=tuple(cells))
    assert "表四" in found.message("zh")


def test_s07_is_not_assessable_without_the_heading():
    sections = tuple(attrs.evolve(section, heading=None) for section in sample_report().sections)
    (outcome,) = run(observed("missing_table"), rule=missing_table, sections=sections)
    assert isinstance(outcome, NotAssessable)


def test_a_missing_table_makes_the_rules_about_it_not_assessable():
    outcomes = run(observed("missing_table"), observed("missing_row", subject=ROW), observed("second_table", "review"))
    assert [outcome.rule for outcome in outcomes if isinstance(outcome, Finding)] == ["S26"]
    silent = {outcome.rule for outcome in outcomes if isinstance(outcome, NotAssessable)}
    assert silent == {"S09", "S10", "S11", "S12", "S13", "S14", "S15", "S16"}


@pytest.mark.parametrize(
    ("copies", "zh", "en"), [(1, "重复行", "a repeated row"), (3, "重复3次的行", "3 copies of the row")]
)
def test_a_row_that_is_printed_again_and_again_is_one_finding(copies, zh, en):
    again = observed("duplicate_row", subject="new", printed="一、本年新收")
    other = observed("duplicate_row", subject="carried_over", printed="二、上年结转")
    first, second = run(*[again] * copies, other)
    assert (first.rule, second.rule) == ("S10", "S10")
    assert zh in first.message("zh")
    assert en in first.message("en")
    assert "a repeated row" in second.message("en")
