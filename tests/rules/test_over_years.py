"""The rules about one agency's reports on several years."""

import attrs
import pytest
from tests.fixtures.beside import AGENCY, COMPARING, found, one, only, outcome, rules

import govinfo

OVER, FORWARD = "applications.carried_over.", "applications.carried_forward."
DOCUMENTS = "proactive.normative_documents."
CODE = "11370305MB2855731K"


def test_y01_names_the_columns_and_the_other_place():
    last = one(2023, {FORWARD + "natural_person": 3, FORWARD + "total": 3})
    finding = only("Y01", last, one(2024, {OVER + "natural_person": 2, OVER + "total": 2}))
    assert finding.cells == (OVER + "natural_person", OVER + "total")
    assert finding.equation == "2 ≠ 3"
    assert finding.severity == "warning"
    (related,) = finding.related
    assert related.filename == f"{AGENCY}-2023.html"
    assert related.cells == (FORWARD + "natural_person", FORWARD + "total")
    assert related.source is not None
    assert "自然人2≠3、总计2≠3" in finding.message("zh")


def test_y01_works_across_the_forms():
    assert rules(one(2020, {FORWARD + "total": 3}), one(2021, {OVER + "total": 3})) == []
    assert rules(one(2020, {FORWARD + "total": 3}), one(2021)) == ["Y01"]


def test_y01_needs_the_cells_and_the_year_before():
    assert outcome("Y01", one(2022), one(2024)) == "not_assessable"
    assert outcome("Y01", one(2023), one(2024, {OVER + "total": None})) == "not_assessable"
    assert outcome("Y01", one(2023, {FORWARD + "total": None}), one(2024)) == "not_assessable"
    assert outcome("Y01", one(2023), one(2024)) == "passed"


def test_a_missing_year_before_is_one_reason_for_all_rules():
    alone = govinfo.assess_all([one(2024), one(2024, agency="白水县教育局")], select=["Y"])[0]
    reasons = {entry.text.zh for entry in alone.not_assessable}
    assert reasons == {"没有该机关2023年的报告"}
    assert alone.outcomes["Y07"] == "passed"


def stocks(issued, repealed, in_force):
    return {DOCUMENTS + "issued": issued, DOCUMENTS + "repealed": repealed, DOCUMENTS + "in_force": in_force}


@pytest.mark.parametrize(
    ("now", "raised"),
    [
        (stocks(2, 1, 11), []),
        (stocks(2, 1, 10), ["Y02"]),
        (stocks(2, 12, 0), []),
        (stocks(2, 12, 1), ["Y02"]),
        (stocks(2, 13, 0), ["Y06"]),
    ],
)
def test_y02_and_y06_never_both(now, raised):
    assert rules(one(2023, stocks(0, 0, 10)), one(2024, now)) == raised


def test_y02_never_compares_texts_published_with_texts_in_force():
    published = one(2020, {DOCUMENTS + "total_published": 10})
    assert outcome("Y02", published, one(2021, stocks(1, 0, 3))) == "not_assessable"
    assert rules(published, one(2021, stocks(1, 0, 3))) == ["Y10"]
    assert rules(published, one(2021)) == []


def test_y10_is_silent_within_a_form_and_where_nothing_can_be_confused():
    assert outcome("Y10", one(2022, stocks(0, 0, 3)), one(2023, stocks(0, 0, 3))) == "passed"
    fees = only("Y10", one(2020, {"proactive.fees.items_last_year": 4}), one(2021, {"proactive.fees.amount": 2}))
    assert fees.cells == ("proactive.fees.amount",)
    assert fees.related[0].cells == ("proactive.fees.items_last_year",)


TEXT = (
    "（一）主动公开。全局围绕松林抚育和湿地修复两件大事，把作业设计、补助对象和验收结论逐项放到网上，"
    "由护林站在村口张贴，老人看不清字的由网格员念给他们听；\n（二）平台建设。旧网页并入市级平台，"
    "原来的栏目从三十个合并为十一个，搜索框改到首页正中，手机打开不再需要左右拖动，值班员每天下班以前查一遍死链。"
)
OTHER_TEXT = (
    "（一）主动公开。把采伐许可的办理时限压缩到两个工作日，办理结果当天推送给申请的农户，"
    "并请律师审读了全部示范文本；\n（二）平台建设。新开通木材检疫查询窗口，扫一扫标签就能看到苗木来历，"
    "试用一个季度以后根据林农提出的意见改了四处，还给偏远林场配了能离线使用的终端，培训放在农闲时节分片进行。"
)


def test_y03_measures_the_text_that_is_the_same():
    copied = only("Y03", one(2023, texts={1: TEXT}), one(2024, texts={1: TEXT}))
    assert (copied.severity, copied.rule) == ("warning", "Y03")
    assert "100%" in copied.message("zh")
    half = only("Y03", one(2023, texts={1: TEXT}), one(2024, texts={1: f"{TEXT}\n{OTHER_TEXT[:-60]}"}))
    assert half.severity == "info"
    assert outcome("Y03", one(2023, texts={1: TEXT}), one(2024, texts={1: OTHER_TEXT})) == "passed"


def test_y03_does_not_count_the_years():
    assert rules(one(2023, texts={1: f"2023年，{TEXT}"}), one(2024, texts={1: f"2024年，{TEXT}"})) == ["Y03"]


BOILERPLATE = (
    "根据《中华人民共和国政府信息公开条例》和上级通知要求编制本报告。本报告由六个部分组成。"
    "统计期限为1月1日至12月31日。如有疑问，请与本局办公室联系，联系电话见网站。"
    "全年未收到政府信息公开申请，没有发生行政复议和行政诉讼，未收取信息处理费。\n"
)


def test_y03_does_not_count_what_every_report_says():
    same = [one(year, texts={1: BOILERPLATE * 2}) for year in (2023, 2024)]
    assert outcome("Y03", *same) == "not_assessable"
    different = one(2023, texts={1: BOILERPLATE + TEXT}), one(2024, texts={1: BOILERPLATE + OTHER_TEXT})
    assert outcome("Y03", *different) == "passed"


FIVE = "公开栏目更新不够快，政策解读偏少；已经明确专人每周检查一次，并请业务股室把解读与文件一同起草、一同发布。"


def test_y04_wants_other_words_in_section_five():
    assert rules(one(2023, texts={5: FIVE}), one(2024, texts={5: FIVE.replace("，", ", ")})) == ["Y04"]
    assert rules(one(2023, texts={5: FIVE}), one(2024, texts={5: f"{FIVE}上年的问题已经整改。"})) == []
    assert outcome("Y04", one(2023, texts={5: "无。"}), one(2024, texts={5: "无。"})) == "not_assessable"


FLOWS = {"proactive.licensing.decisions": 372, "proactive.penalties.decisions": 117}


@pytest.mark.parametrize(
    ("before", "now", "raised"),
    [
        (FLOWS, FLOWS, ["Y05"]),
        (FLOWS, {**FLOWS, "proactive.penalties.decisions": 118}, []),
        ({}, {}, []),
        (stocks(0, 0, 3000), stocks(0, 0, 3000), []),
        ({"proactive.licensing.decisions": 7}, {"proactive.licensing.decisions": 7}, []),
    ],
)
def test_y05_needs_numbers_that_chance_would_not_repeat(before, now, raised):
    assert rules(one(2023, before), one(2024, now)) == raised


def test_y05_needs_every_cell_and_one_form():
    blank = {**FLOWS, OVER + "total": None}
    assert outcome("Y05", one(2023, blank), one(2024, blank)) == "not_assessable"
    assert outcome("Y05", one(2020), one(2021)) == "not_assessable"


def test_y07_names_all_missing_years_at_the_later_report():
    finding = only("Y07", one(2024), one(2020))
    assert "2021、2022、2023年" in finding.message("zh")
    assert outcome("Y07", one(2023), one(2024)) == "passed"


PENDING, TOTAL = "review.reconsideration.pending", "review.reconsideration.total"


def test_y08_looks_for_pending_cases():
    before = one(2023, {PENDING: 2, TOTAL: 2})
    assert [entry[0] for entry in found(before, one(2024, {TOTAL: 1}))] == ["Y08"]
    assert found(before, one(2024, {TOTAL: 2})) == []
    assert outcome("Y08", before, one(2024, {TOTAL: None})) == "not_assessable"


def test_y09_continues_the_matters_of_the_older_form():
    row = "proactive.licensing."
    before = one(2019, {row + "items_last_year": 17, row + "items_change": -7})
    assert rules(before, one(2020, {row + "items_last_year": 10})) == []
    finding = only("Y09", before, one(2020, {row + "items_last_year": 17}))
    assert finding.equation == "17 ≠ 17＋(-7)＝10"
    assert outcome("Y09", one(2020), one(2021)) == "not_applicable"


def test_y11_joins_a_renamed_agency_by_its_credit_code_and_steps_down():
    code = f"{CODE}/2024-1"
    old = one(2023, {FORWARD + "total": 3}, agency="青川市安全生产监督管理局", index_number=code)
    new = one(2024, agency="青川市应急管理局", index_number=code)
    raised = govinfo.assess_all([old, new], select=COMPARING)[1].findings
    assert [(finding.rule, finding.severity) for finding in raised] == [("Y01", "info"), ("Y11", "info")]
    wrong = f"{CODE[:-1]}X/2024-1"
    assert rules(attrs.evolve(old, index_number=wrong), attrs.evolve(new, index_number=wrong)) == []


def test_y11_is_silent_where_a_portal_numbers_everything_with_its_own_code():
    code = f"{CODE}/2024-1"
    bodies = ("青川市水利局", "青川市教育局")
    assert rules(*(one(year, agency=body, index_number=code) for body in bodies for year in (2023, 2024))) == []


def test_y11_is_silent_about_abbreviations_and_wider_regions():
    assert rules(one(2023, agency="青川市林业局"), one(2024, agency="青川市 林业局")) == []


def test_y12_finds_the_number_that_was_overlooked():
    before = one(2023, {"proactive.licensing.decisions": 372}, texts={1: "全年办理行政许可372件，全部上网。"})
    stale = {"proactive.licensing.decisions": 401}
    finding = only("Y12", before, one(2024, stale, texts={1: "今年以“快”为先，全年办理行政许可372件，好评不断。"}))
    assert finding.cells == ("proactive.licensing.decisions",)
    assert finding.severity == "info"


@pytest.mark.parametrize(
    "text",
    [
        "全年办理行政许可401件，全部上网。",
        "全年办理行政许可401件，去年全年办理行政许可372件。",
        "培训林农372人次。",
        "全年办理行政许可3726件。",
    ],
)
def test_y12_is_silent_about_new_numbers_comparisons_and_other_things(text):
    before = one(2023, {"proactive.licensing.decisions": 372}, texts={1: "全年办理行政许可372件，全部上网。"})
    assert rules(before, one(2024, {"proactive.licensing.decisions": 401}, texts={1: text})) == []


def test_y12_is_silent_where_the_number_is_this_years():
    values = {"proactive.licensing.decisions": 372}
    texts = {1: "全年办理行政许可372件，全部上网。"}
    now = {"proactive.licensing.decisions": 372, "proactive.penalties.decisions": 5}
    assert rules(one(2023, values, texts=texts), one(2024, now, texts=texts)) == []


NEW = "applications.new.total"


@pytest.mark.parametrize(
    ("before", "text", "raised"),
    [
        (12, "全年收到政府信息公开申请12件，与去年持平。", []),
        (15, "全年收到政府信息公开申请12件，与去年持平。", ["N27"]),
        (15, "全年收到政府信息公开申请12件，较去年减少。", []),
        (13, "全年收到政府信息公开申请12件，与去年基本持平。", []),
        (40, "全年收到政府信息公开申请12件，与去年基本持平。", ["N27"]),
        (15, "全年收到政府信息公开申请12件，与往年持平。", []),
        (15, "全年收到政府信息公开申请12件，与2020年持平。", []),
        (15, "各股室收到咨询9件，与去年持平。", []),
    ],
)
def test_n27_holds_the_text_to_last_years_table(before, text, raised):
    assert rules(one(2023, {NEW: before}), one(2024, {NEW: 12}, texts={1: text}), select=["N27"]) == raised


def test_n27_leaves_a_number_that_is_not_the_tables_to_other_rules():
    text = {1: "全年收到政府信息公开申请20件，与去年持平。"}
    assert rules(one(2023, {NEW: 15}), one(2024, {NEW: 12}, texts=text)) == []


def test_n27_needs_last_years_report():
    text = {1: "全年收到政府信息公开申请12件，与去年持平。"}
    other = one(2024, agency="白水县教育局")
    assert outcome("N27", other, one(2024, {NEW: 12}, texts=text)) == "not_assessable"
    assert outcome("N27", one(2023, {NEW: None}), one(2024, {NEW: 12}, texts=text)) == "not_assessable"


SUITS = "review.litigation_after_reconsideration.total"


@pytest.mark.parametrize(
    ("before", "now", "raised"),
    [
        ({}, {SUITS: 1}, ["V19"]),
        ({TOTAL: 1}, {SUITS: 1}, []),
        ({}, {SUITS: 1, TOTAL: 1}, []),
        ({TOTAL: 1}, {SUITS: 3, TOTAL: 1}, ["V19"]),
    ],
)
def test_v19_counts_the_reviews_of_both_years(before, now, raised):
    assert rules(one(2023, before), one(2024, now)) == raised


def test_v19_needs_last_year_only_where_this_year_does_not_explain():
    assert outcome("V19", one(2022), one(2024, {SUITS: 1})) == "not_assessable"
    assert outcome("V19", one(2022), one(2024, {SUITS: 1, TOTAL: 1})) == "passed"


PENALTIES = "proactive.penalties.decisions"


@pytest.mark.parametrize(
    ("history", "now", "raised"),
    [
        ((20,), 2000, ["V10"]),
        ((2000,), 20, ["V10"]),
        ((0,), 100, ["V10"]),
        ((0,), 99, []),
        ((20,), 190, []),
        ((1900, 20), 2000, []),
        ((21, 20), 2000, ["V10"]),
    ],
)
def test_v10_compares_with_all_years_before(history, now, raised):
    first = 2024 - len(history)
    earlier = [one(first + place, {PENALTIES: value}) for place, value in enumerate(history)]
    assert [entry[0] for entry in found(*earlier, one(2024, {PENALTIES: now})) if entry[2] == 2024] == raised


def test_unknown_agencies_and_years_are_not_compared():
    for change in ({"agency": None}, {"agency": "区应急管理局"}, {"year": None}):
        reports = [attrs.evolve(one(year, {FORWARD + "total": 3}), **change) for year in (2023, 2024)]
        assert found(*reports) == []
        for assessment in govinfo.assess_all(reports, select=["Y01", "Y07", "M18", "R05", "V11"]):
            assert set(assessment.outcomes.values()) == {"not_assessable"}


def test_one_report_alone_has_nothing_to_be_compared_with():
    assert set(govinfo.assess(one(2024), select=COMPARING).outcomes.values()) == {"not_applicable"}
    (assessment,) = govinfo.assess_all([one(2024)], select=COMPARING)
    assert set(assessment.outcomes.values()) == {"not_applicable"}
    assert assessment.not_assessable == ()


def test_m18_tells_how_the_copies_differ():
    same = only_messages(one(2024), attrs.evolve(one(2024), parser=attrs.evolve(one(2024).parser, sha256="1" * 64)))
    assert all("表格数据相同" in message for message in same)
    differing = attrs.evolve(one(2024, {NEW: 5}), parser=attrs.evolve(one(2024).parser, sha256="2" * 64))
    assert all("表格数据不同" in message for message in only_messages(one(2024), differing))
    report = one(2024)
    assert all("文件完全相同" in message for message in only_messages(report, report))


def only_messages(*reports):
    messages = [finding.message("zh") for finding in govinfo.check(reports, select=["M18"])]
    assert len(messages) == len(reports)
    return messages


def test_with_two_differing_reports_on_the_year_before_nothing_is_guessed():
    copies = one(2023, {FORWARD + "total": 3}), one(2023)
    assert outcome("Y01", *copies, one(2024)) == "not_assessable"
    assert rules(*copies, one(2024)) == ["M18"]


def test_v10_leaves_years_after_alone():
    """What comes later does not make a jump usual."""
    reports = [one(year, {PENALTIES: value}) for year, value in ((2022, 20), (2023, 2000), (2024, 2000))]
    assert [entry[2] for entry in found(*reports) if entry[0] == "V10"] == [2023]
