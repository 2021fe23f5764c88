"""The rules about several agencies in one year."""

import attrs
import pytest
from tests.fixtures.beside import COMPARING, found, one, only, outcome, rules
from tests.rules.test_over_years import OTHER_TEXT, TEXT

import govinfo

NEW = "applications.new.total"
WHOLE = {1: "全县共收到政府信息公开申请9件，由各单位分别答复。"}
OWN = {6: "本报告数据仅为县政府本级，不含各部门。"}
COUNTY = "青云县人民政府"


def county(values=None, texts=None, **changes):
    return one(2024, values, agency=COUNTY, texts=texts, **changes)


def member(name, values=None, year=2024):
    return one(year, values, agency=f"青云县{name}")


def test_r01_adds_up_the_members():
    members = [member("林业局", {NEW: 3}), member("教育局", {NEW: 4}), member("石桥镇人民政府", {NEW: 2})]
    assert rules(county({NEW: 9}, WHOLE), *members) == []
    assert rules(county({NEW: 12}, WHOLE), *members) == []
    finding = only("R01", county({NEW: 8}, WHOLE), *members)
    assert (finding.cells, finding.equation, finding.severity) == ((NEW,), "8 < 9", "warning")
    assert {related.filename for related in finding.related} == {f"{report.agency}-2024.html" for report in members}


def test_r02_is_graver_and_stands_alone():
    members = [member("林业局", {NEW: 3}), member("教育局", {NEW: 4})]
    assert rules(county({NEW: 3}, WHOLE), *members) == ["R02"]
    finding = only("R02", county({NEW: 3}, WHOLE), *members)
    assert finding.severity == "error"
    assert "青云县教育局" in finding.message("zh")
    assert [related.filename for related in finding.related] == ["青云县教育局-2024.html"]
    assert rules(county({NEW: 7}, WHOLE), *members) == []


def test_documents_and_money_are_no_part_of_a_roll_up():
    values = {"proactive.normative_documents.issued": 5, "proactive.fees.amount": 90}
    assert rules(county({}, WHOLE), member("林业局", values)) == []
    assert rules(county({}, WHOLE), member("林业局", {"proactive.penalties.decisions": 5})) == ["R02"]


def test_where_the_scope_is_not_told_everything_is_a_hint():
    members = [member("林业局", {NEW: 3})]
    raised = govinfo.assess_all([county({NEW: 1}), *members], select=COMPARING)[0].findings
    assert [(finding.rule, finding.severity) for finding in raised] == [("R02", "info"), ("R04", "info")]


def test_a_report_on_the_body_itself_is_no_roll_up():
    assert rules(county({NEW: 1}, OWN), member("林业局", {NEW: 3})) == []


def test_other_years_regions_and_bodies_of_unknown_kind_are_no_members():
    others = [
        member("林业局", {NEW: 9}, year=2023),
        one(2024, {NEW: 9}, agency="白水县林业局"),
        one(2024, {NEW: 9}, agency="青云县人民医院"),
        one(2024, {NEW: 9}, agency="国家税务总局青云县税务局"),
    ]
    assert outcome("R01", *others, county({NEW: 1}, WHOLE)) == "not_assessable"
    assert rules(county({NEW: 1}, WHOLE), *others) == []


def test_a_city_is_compared_with_its_counties_and_not_twice_with_their_bodies():
    city = one(2024, {NEW: 10}, agency="青川市人民政府", texts={1: "全市共收到政府信息公开申请10件。"})
    parts = [
        one(2024, {NEW: 6}, agency="青川市青云县人民政府", texts=WHOLE),
        one(2024, {NEW: 6}, agency="青川市青云县林业局"),
        one(2024, {NEW: 4}, agency="青川市教育局"),
    ]
    assert rules(city, *parts) == []
    assert rules(city, *parts[1:]) == []
    assert rules(city, *parts, one(2024, {NEW: 1}, agency="青川市审计局")) == ["R01"]


def test_a_system_is_compared_with_the_bodies_of_its_name():
    system = one(2024, {NEW: 3}, agency="青川市税务系统")
    assert rules(system, one(2024, {NEW: 4}, agency="青川市青云县税务局")) == ["R02"]
    assert rules(system, one(2024, {NEW: 4}, agency="青川市青云县教育局")) == []
    bureau = one(2024, {NEW: 3}, agency="青川市税务局")
    assert rules(bureau, one(2024, {NEW: 4}, agency="青川市青云县税务局")) == []


def test_missing_cells_of_the_roll_up_are_told_and_those_of_members_count_nothing():
    assert outcome("R01", member("林业局"), county({NEW: None}, WHOLE)) == "not_assessable"
    assert outcome("R01", member("林业局", {NEW: None}), county({NEW: 0}, WHOLE)) == "passed"


def test_differing_reports_of_a_member_count_nothing():
    copies = [member("林业局", {NEW: 3}), member("林业局", {NEW: 30})]
    assert rules(county({NEW: 4}, WHOLE), *copies, member("教育局", {NEW: 4})) == ["M18"]


EXPECTED = ("青云县林业局", "青云县教育局", "青云县人民政府办公室")


def everybody():
    return [member("林业局", {NEW: 3}), member("教育局", {NEW: 4}), member("人民政府办公室", {NEW: 1})]


def test_r03_needs_every_expected_member():
    assert rules(county({NEW: 9}, WHOLE), *everybody(), expected=EXPECTED) == ["R03"]
    assert rules(county({NEW: 8}, WHOLE), *everybody(), expected=EXPECTED) == []
    assert rules(county({NEW: 9}, WHOLE), *everybody()) == []


@pytest.mark.parametrize("left_out", range(3))
def test_r03_cannot_be_told_with_a_member_missing(left_out):
    present = [report for place, report in enumerate(everybody()) if place != left_out]
    assert outcome("R03", *present, county({NEW: 9}, WHOLE), expected=EXPECTED) == "not_assessable"
    assert outcome("R03", *present, county({NEW: 9}, WHOLE)) == "not_applicable"


def test_r03_needs_its_own_office_and_a_stated_scope():
    names = EXPECTED[:2]
    assert outcome("R03", *everybody()[:2], county({NEW: 9}, WHOLE), expected=names) == "not_assessable"
    assert outcome("R03", *everybody(), county({NEW: 9}), expected=EXPECTED) == "not_assessable"


def test_r07_tells_at_the_government_above():
    raised = found(county({NEW: 9}, WHOLE), member("林业局", {NEW: 3}), select=["R07"], expected=EXPECTED[:2])
    assert raised == [("R07", COUNTY, 2024, ())]
    assert "青云县教育局" in only("R07", county(), member("林业局"), expected=EXPECTED[:2]).message("zh")


def test_r07_tells_once_for_each_year_in_which_anybody_reported():
    reports = [member("林业局", year=year) for year in (2022, 2023)]
    assert [entry[:3] for entry in found(*reports, select=["R07"], expected=EXPECTED[:2])] == [
        ("R07", "青云县林业局", 2022),
        ("R07", "青云县林业局", 2023),
    ]
    assert found(one(2024), select=["R07"], expected=EXPECTED[:2]) == []
    assert found(*reports, select=["R07"], expected=EXPECTED[:1]) == []


DECISIONS = {"proactive.licensing.decisions": 4711, "proactive.penalties.decisions": 815}


def test_r05_wants_numbers_of_ones_own():
    raised = found(member("林业局", DECISIONS), member("教育局", DECISIONS))
    assert [(rule, agency) for rule, agency, *_ in raised] == [("R05", "青云县林业局"), ("R05", "青云县教育局")]
    changed = {**DECISIONS, NEW: 1}
    assert rules(member("林业局", DECISIONS), member("教育局", changed)) == []
    few = {"proactive.licensing.decisions": 12, "proactive.penalties.decisions": 3}
    assert rules(member("林业局", few), member("教育局", few)) == []
    assert rules(member("林业局"), member("教育局")) == []
    assert rules(member("林业局", DECISIONS), member("教育局", DECISIONS, year=2023)) == []


def test_r05_needs_every_cell():
    blank = {**DECISIONS, NEW: None}
    assert outcome("R05", member("林业局", blank), member("教育局", blank)) == "not_assessable"


def told(name, text, five):
    return attrs.evolve(one(2024, agency=f"青云县{name}", texts={1: text, 5: five}))


def test_r06_finds_texts_that_differ_in_the_name_only():
    text = f"{TEXT}\n{OTHER_TEXT}"
    bodies = [
        told(name, f"青云县{name}坚持开门办公。{text}", f"{name}今后要补齐短板。") for name in ("林业局", "教育局")
    ]
    raised = found(*bodies)
    assert [(rule, agency) for rule, agency, *_ in raised] == [("R06", "青云县林业局"), ("R06", "青云县教育局")]
    assert "青云县教育局" in govinfo.check(bodies, select=["R06"])[0].message("zh")


def test_r06_is_silent_about_other_texts_and_short_ones():
    assert rules(told("林业局", TEXT, OTHER_TEXT), told("教育局", OTHER_TEXT, "今后一户一册。" * 30)) == []
    assert rules(told("林业局", TEXT, ""), told("教育局", TEXT, "")) == []


def test_r06_names_a_few_of_many():
    text = f"{TEXT}\n{OTHER_TEXT}"
    many = [told(f"{letter}山镇人民政府", text, "") for letter in "甲乙丙丁戊己庚辛壬癸"]
    raised = govinfo.assess_all(many, select=["R06"])
    assert all(len(assessment.findings) == 1 for assessment in raised)
    assert all(len(assessment.findings[0].related) == 3 for assessment in raised)
    assert "等的同年度报告" in raised[0].findings[0].message("zh")


PENALTIES = "proactive.penalties.decisions"


def peers(*counts):
    return [
        one(2024, {PENALTIES: count}, agency=f"{chr(ord('一') + place)}山县林业局")
        for place, count in enumerate(counts)
    ]


def test_v11_finds_what_is_far_from_like_bodies():
    usual = (20, 22, 25, 18, 30, 21, 19, 24, 26, 23, 20)
    assert rules(*peers(*usual)) == []
    assert rules(*peers(*usual, 240)) == ["V11"]
    finding = only("V11", *peers(*usual, 2400))
    assert finding.cells == (PENALTIES,)
    assert "2400" in finding.message("zh")
    assert rules(*peers(*usual, 150)) == []


def test_v11_finds_what_is_far_below():
    usual = (2000, 2200, 2500, 1800, 3000, 2100, 1900, 2400, 2600, 2300, 2000)
    assert "为2，" in only("V11", *peers(*usual, 2)).message("zh")


def test_v11_is_silent_where_bodies_of_the_kind_differ_as_much_among_themselves():
    """Ten times the median and more, but no more than the others are apart."""
    assert rules(*peers(3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000, 300_000, 12_000)) == []


def test_v11_needs_enough_bodies_of_the_same_kind():
    assert outcome("V11", *peers(*[20] * 9, 2400)) == "not_assessable"
    assert outcome("V11", *peers(*[20] * 10, 2400)) == "found"
    others = [one(2024, {PENALTIES: 20}, agency=f"{chr(ord('一') + place)}山县教育局") for place in range(12)]
    assert outcome("V11", *others, one(2024, {PENALTIES: 2400}, agency="青云县林业局")) == "not_assessable"


def test_v11_needs_both_a_great_factor_and_a_great_difference():
    """Far from the others in their own measure, but by few cases; by many cases, but in a kind that is all alike."""
    assert rules(*peers(*[1] * 11, 60)) == []
    assert rules(*peers(*[1] * 11, 110)) == ["V11"]
    assert rules(*peers(*[1000] * 11, 9000)) == []
    assert rules(*peers(*[1000] * 11, 11_000)) == ["V11"]
