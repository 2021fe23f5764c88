from decimal import Decimal
from typing import Any

import attrs
import pytest
from tests.fixtures.told import FORWARD, HANDLED, NEW, OPEN, OVER, RESULTS, codes, fact, findings, missing, parts, told

from govinfo.facts.model import Place
from govinfo.report import Report
from govinfo.rules.narrative.counts import COMPARED, counts
from govinfo.testing.samples import sample_report

GRANTED, PARTLY = f"{RESULTS}.granted", f"{RESULTS}.partially_granted"
TEXT = {1: "依申请公开方面的情况如下。"}

CASES = [
    ("N01", NEW, {"applications.new.total": 4}),
    ("N02", f"{NEW}.natural_person", {"applications.new.natural_person": 4}),
    ("N02", f"{NEW}.organization", {"applications.new.commercial": 1, "applications.new.research": 3}),
    ("N03", HANDLED, {"applications.results.total.total": 4}),
    ("N04", OVER, {"applications.carried_over.total": 4}),
    ("N05", FORWARD, {"applications.carried_forward.total": 4}),
    ("N08", f"{RESULTS}.granted", {f"{RESULTS}.granted.total": 4}),
    (
        "N08",
        f"{RESULTS}.refused",
        {f"{RESULTS}.refused.state_secret.total": 1, f"{RESULTS}.refused.enforcement_file.total": 3},
    ),
    ("N08", f"{RESULTS}.unavailable.not_held", {f"{RESULTS}.unavailable.not_held.total": 4}),
    ("N11", "review.reconsideration.total", {"review.reconsideration.total": 4}),
    ("N11", "review.reconsideration.upheld", {"review.reconsideration.upheld": 4}),
    (
        "N12",
        "review.litigation.total",
        {"review.litigation_direct.total": 1, "review.litigation_after_reconsideration.total": 3},
    ),
    ("N12", "review.litigation_direct.pending", {"review.litigation_direct.pending": 4}),
    (
        "N12",
        "review.all.total",
        {"review.reconsideration.total": 3, "review.litigation_direct.total": 1},
    ),
    ("N15", "proactive.normative_documents.in_force", {"proactive.normative_documents.in_force": 4}),
    ("N16", "proactive.rules.issued", {"proactive.rules.issued": 4}),
    ("N17", "proactive.licensing.decisions", {"proactive.licensing.decisions": 4}),
    ("N18", "proactive.penalties.decisions", {"proactive.penalties.decisions": 4}),
    ("N18", "proactive.coercion.decisions", {"proactive.coercion.decisions": 4}),
]


def report(values: dict[str, int], **changes: Any) -> Report:
    return sample_report(values=values, texts=TEXT, **changes)


@pytest.mark.parametrize(("rule", "topic", "values"), CASES)
def test_another_number(rule: str, topic: str, values: dict[str, int]) -> None:
    (found,) = findings(counts, told(fact(topic, 9, "共9件")), report(values))
    assert (found.rule, found.severity) == (rule, "error" if rule < "N15" else "warning")
    assert set(values) <= set(found.cells)
    assert found.equation is not None
    assert found.equation.startswith("正文9 ≠ 表")
    assert found.equation.endswith("4")
    assert "共9件" in found.message("zh")
    assert "4" in found.message("en")
    assert found.source is not None
    assert found.source.line == 7
    assert found.related[0].cells == found.cells
    assert found.related[0].filename is None


@pytest.mark.parametrize(("rule", "topic", "values"), CASES)
def test_the_same_number(rule: str, topic: str, values: dict[str, int]) -> None:
    facts = told(fact(topic, 4))
    assert findings(counts, facts, report(values)) == []
    assert rule not in missing(counts, facts, report(values))
    assert rule in missing(counts, told(), report(values))


@pytest.mark.parametrize(("rule", "topic", "values"), CASES)
@pytest.mark.parametrize(
    "changes", [{"span": "previous"}, {"span": "cumulative"}, {"scope": "part"}, {"scope": "whole"}]
)
def test_numbers_of_others(rule: str, topic: str, values: dict[str, int], changes: dict[str, str]) -> None:
    facts = told(fact(topic, 9, **changes))
    assert findings(counts, facts, report(values)) == []
    assert rule in missing(counts, facts, report(values))


@pytest.mark.parametrize(("rule", "topic", "values"), CASES)
def test_scope_is_unclear(rule: str, topic: str, values: dict[str, int]) -> None:
    assert codes(counts, told(fact(topic, 9, scope="unclear")), report(values)) == [(rule, "info")]
    assert codes(counts, told(fact(topic, 4), fact(topic, 9, scope="unclear")), report(values)) == []


@pytest.mark.parametrize(("rule", "topic", "values"), CASES)
def test_cell_without_value(rule: str, topic: str, values: dict[str, int]) -> None:
    blank = sample_report(values=dict.fromkeys(values), texts=TEXT)
    assert findings(counts, told(fact(topic, 9)), blank) == []
    assert rule in missing(counts, told(fact(topic, 9)), blank)


def test_nothing_told() -> None:
    assert missing(counts, told(), report({})) == {*COMPARED, "N07"}
    assert findings(counts, told(fact("", 3), fact("disclosure.total", 300)), report({})) == []


@pytest.mark.parametrize(
    ("fact_", "table", "expected"),
    [
        (fact(NEW, 0, "未收到申请", polarity="denied"), 4, "N07"),
        (fact(NEW, 0, "收到申请0件"), 4, "N07"),
        (fact(NEW, 3, "收到申请3件"), 0, "N07"),
        (fact(NEW, 3, "收到申请3件"), 4, "N01"),
    ],
)
def test_none_against_some(fact_: Any, table: int, expected: str) -> None:
    assert codes(counts, told(fact_), report({"applications.new.total": table})) == [(expected, "error")]


def test_a_denial_that_counts_some_denies_something_else() -> None:
    given = told(fact(NEW, 0, "1件因未补正视为放弃申请", polarity="denied"))
    assert findings(counts, given, report({"applications.new.total": 4})) == []


def test_none_and_none() -> None:
    assert findings(counts, told(fact(NEW, 0, polarity="denied")), report({})) == []


def test_blank_cell_is_not_zero() -> None:
    blank = sample_report(values={"applications.new.total": None})
    assert {"N01", "N07"} <= missing(counts, told(fact(NEW, 0, polarity="denied")), blank)


REVIEWS = {"review.reconsideration.total": 1, "review.litigation_after_reconsideration.total": 2}


@pytest.mark.parametrize(
    ("topic", "cells"),
    [
        ("review.all.total", 3),
        ("review.reconsideration.total", 1),
        ("review.litigation.total", 2),
        ("review.litigation_after_reconsideration.total", 1),
    ],
)
def test_reviews_denied(topic: str, cells: int) -> None:
    facts = told(fact(topic, 0, "没有行政复议、行政诉讼", polarity="denied"))
    (found,) = findings(counts, facts, report(REVIEWS))
    assert (found.rule, found.severity, len(found.cells)) == ("N13", "error", cells)
    assert findings(counts, facts, report({})) == []


def test_none_was_lost() -> None:
    facts = told(fact("review.all.total", 0, "行政复议、行政诉讼均无败诉", polarity="denied"))
    assert findings(counts, facts, report(REVIEWS)) == []


def test_one_kind_denied_the_other_present() -> None:
    facts = told(fact("review.litigation.total", 0, polarity="denied"))
    assert findings(counts, facts, report({"review.reconsideration.total": 2})) == []


def test_an_outcome_denied_is_an_ordinary_number() -> None:
    facts = told(fact("review.reconsideration.corrected", 0, polarity="denied"))
    assert codes(counts, facts, report({"review.reconsideration.corrected": 1})) == [("N11", "error")]


def test_reviews_of_another_kind() -> None:
    other = sample_report(values=REVIEWS, texts={1: "办理行政复议案件9件。"})
    assert codes(counts, told(fact("review.reconsideration.total", 9, "办理案件9件")), other) == [("N11", "warning")]


@pytest.mark.parametrize(
    ("changes", "fitting", "contradicting", "severity"),
    [
        ({"bound": "at_least"}, (10, 11, 500), 9, "warning"),
        ({"bound": "at_most"}, (10, 3, 0), 11, "warning"),
        ({"bound": "about"}, (8, 10, 12), 13, "info"),
        ({"upper": Decimal(14)}, (10, 12, 14), 15, "warning"),
    ],
)
def test_bounds(changes: dict[str, Any], fitting: tuple[int, ...], contradicting: int, severity: str) -> None:
    facts = told(fact(f"{RESULTS}.granted", 10, **changes))
    cell = f"{RESULTS}.granted.total"
    for table in fitting:
        assert findings(counts, facts, report({cell: table})) == []
    assert codes(counts, facts, report({cell: contradicting})) == [("N08", severity)]


def test_government_and_its_region() -> None:
    county = report({"applications.new.total": 40}, agency="青川县人民政府")
    assert findings(counts, told(fact(NEW, 40, scope="whole")), county) == []
    assert findings(counts, told(fact(NEW, 40, scope="whole"), fact(NEW, 7)), county) == []
    assert codes(counts, told(fact(NEW, 41, "全县41件", scope="whole"), fact(NEW, 7)), county) == [("N01", "warning")]
    assert codes(counts, told(fact(NEW, 41)), county) == [("N01", "error")]


@pytest.mark.parametrize(("part", "found"), [(4, 0), (5, 1)])
def test_the_table_is_that_of_one_member(part: int, found: int) -> None:
    texts = {1: "全县收到申请90件，其中县政府办公室收到4件。"}
    whole = fact(NEW, 90, "全县收到申请90件", scope="whole", start=6)
    member = fact(NEW, part, "其中县政府办公室收到4件", scope="part", start=19)
    given = sample_report(values={"applications.new.total": 4}, texts=texts, agency="青川县人民政府办公室")
    assert len(findings(counts, told(whole, member), given)) == found


def test_one_of_several_numbers_fits() -> None:
    table = report({"applications.new.total": 4})
    assert findings(counts, told(fact(NEW, 3), fact(NEW, 4)), table) == []


def test_several_numbers_and_none_fits() -> None:
    table = report({"applications.new.total": 4})
    facts = told(fact(NEW, 7, "上门申请7件"), fact(NEW, 6, "共收到6件"), fact(NEW, 5, "收到5件"))
    (found,) = findings(counts, facts, table)
    assert found.equation == "正文6 ≠ 表三4"


def test_numbers_that_add_up_to_the_table() -> None:
    facts = told(fact(HANDLED, 3, "延期答复3件"), fact(HANDLED, 7, "按期答复7件"))
    assert findings(counts, facts, report({f"{HANDLED}.total": 10})) == []
    assert codes(counts, facts, report({f"{HANDLED}.total": 11})) == [("N03", "warning")]


def test_months_that_add_up() -> None:
    total = fact(NEW, 4)
    halves = parts(total, 1, 3, topics=(NEW, NEW))
    facts = told(total, *halves.parts, breakdowns=(halves,))
    assert findings(counts, facts, report({"applications.new.total": 4})) == []


@pytest.mark.parametrize("topic", [NEW, HANDLED, f"{RESULTS}.granted", f"{NEW}.natural_person"])
def test_letters_were_split(topic: str) -> None:
    cell = topic if topic.endswith("person") else f"{topic}.total"
    text = {1: "按照一事一申请原则，依申请公开信函经拆分后分别办理。"}
    split = sample_report(values={cell: 4}, texts=text)
    assert [severity for _, severity in codes(counts, told(fact(topic, 3)), split)] == ["warning"]


@pytest.mark.parametrize(
    ("topic", "value", "values", "expected"),
    [
        (NEW, 14, {"applications.new.total": 12, "applications.carried_over.total": 2}, [("N01", "warning")]),
        (NEW, 13, {"applications.new.total": 12, "applications.carried_over.total": 2}, [("N01", "error")]),
        (OPEN, 14, {"applications.new.total": 12, "applications.carried_over.total": 2}, []),
        (OPEN, 9, {"applications.new.total": 12, f"{HANDLED}.total": 9}, []),
        (OPEN, 8, {"applications.new.total": 12, f"{HANDLED}.total": 9}, [("N01", "warning")]),
        (HANDLED, 12, {f"{HANDLED}.total": 14, "applications.carried_over.total": 2}, [("N03", "info")]),
        (HANDLED, 12, {f"{HANDLED}.total": 10, "applications.carried_over.total": 2}, [("N03", "error")]),
        (GRANTED, 5, {f"{GRANTED}.total": 3, f"{PARTLY}.total": 2}, [("N08", "info")]),
        (GRANTED, 4, {f"{GRANTED}.total": 3, f"{PARTLY}.total": 2}, [("N08", "error")]),
    ],
)
def test_numbers_that_may_mean_more(topic: str, value: int, values: dict[str, int], expected: list[Any]) -> None:
    assert codes(counts, told(fact(topic, value, f"共{value}件")), report(values)) == expected


OPEN_AS_NEW = {"applications.new.total": 12, "applications.carried_over.total": 2}


def test_open_may_mean_received() -> None:
    assert findings(counts, told(fact(OPEN, 12, "共12件")), report(OPEN_AS_NEW)) == []
    assert codes(counts, told(fact(OPEN, 13, "共13件")), report(OPEN_AS_NEW)) == [("N01", "warning")]


@pytest.mark.parametrize("row", ["other_handling.other", "not_processed.repeated"])
def test_answered_without_those_closed_otherwise(row: str) -> None:
    table = report({f"{HANDLED}.total": 10, f"{RESULTS}.{row}.total": 3})
    assert findings(counts, told(fact(HANDLED, 7, "答复申请人7件")), table) == []
    closed = [("N03", "info")] if row.startswith("other") else [("N03", "error")]
    assert codes(counts, told(fact(HANDLED, 7, "办结7件")), table) == closed
    assert codes(counts, told(fact(HANDLED, 8, "答复申请人8件")), table) == [("N03", "warning")]


def test_the_sentence_tells_the_number_as_well() -> None:
    table = report({"applications.new.total": 7})
    letters, sum_ = fact(NEW, 2, "收到书面申请2件"), fact("", 7, "共计7件", start=5)
    assert findings(counts, told(letters, sum_), table) == []
    assert codes(counts, told(letters, attrs.evolve(sum_, topic=HANDLED)), table)[0] == ("N01", "error")
    assert codes(counts, told(letters, attrs.evolve(sum_, unit="次")), table) == [("N01", "error")]
    assert codes(counts, told(letters, attrs.evolve(sum_, place=Place(5, 0, 1, 2))), table) == [("N01", "error")]


@pytest.mark.parametrize(("printed", "found"), [(12_034, 0), (12_499, 0), (12_600, 1)])
def test_number_in_ten_thousands(printed: int, found: int) -> None:
    topic = "proactive.licensing.decisions"
    assert len(findings(counts, told(fact(topic, 12_000, "办理许可1.2万件")), report({topic: printed}))) == found
    assert len(findings(counts, told(fact(topic, 12_000, "办理许可12000件")), report({topic: printed}))) == 1


def test_a_part_that_is_singled_out() -> None:
    table = report({"applications.new.total": 10, f"{HANDLED}.total": 10})
    assert findings(counts, told(fact(NEW, 2, "其中2件是咨询")), table) == []
    assert codes(counts, told(fact(HANDLED, 2, "其中2件办结")), table) == [("N03", "info")]
    assert codes(counts, told(fact(NEW, 12, "其中12件是咨询")), table) == [("N01", "error")]
    assert codes(counts, told(fact(NEW, 2, "其中公开申请2件")), table) == [("N01", "error")]


@pytest.mark.parametrize("topic", [NEW, f"{RESULTS}.refused"])
def test_documents_are_no_requests(topic: str) -> None:
    about = sample_report(texts={1: "全年制发各类文件90件，属性为依申请公开9件。"})
    assert findings(counts, told(fact(topic, 9, start=20)), about) == []
    assert len(findings(counts, told(fact(topic, 9, start=20)), report({}))) == 1


@pytest.mark.parametrize("text", ["其余5件均答复", "另有5件办结"])
def test_the_rest(text: str) -> None:
    table = report({"applications.new.total": 10, f"{HANDLED}.total": 10})
    assert findings(counts, told(fact(HANDLED, 5, text)), table) == []
    assert len(findings(counts, told(fact(HANDLED, 15, text)), table)) == 1


def test_open_requests_that_are_not_the_sum() -> None:
    table = report({"applications.new.total": 8})
    assert findings(counts, told(fact(OPEN, 1, "1件延期办理")), table) == []


def test_a_number_that_includes_what_was_carried_over() -> None:
    table = {"applications.carried_over.total": 3}
    text = "收到申请（含上年结转）30件。"
    place = Place(1, 0, text.index("30"), text.index("30") + 2)
    given = told(fact(OVER, 30, place=place))
    assert findings(counts, given, sample_report(values=table, texts={1: text})) == []
    plain = sample_report(values=table, texts={1: text.replace("含上", "含下").replace("结转", "之数")})
    assert codes(counts, given, plain) == [("N04", "error")]


def test_third_parties_that_were_asked() -> None:
    topic = f"{RESULTS}.refused.third_party_rights"
    assert findings(counts, told(fact(topic, 2, "2件征求第三方意见")), report({})) == []
    assert codes(counts, told(fact(topic, 2, "2件涉及第三方权益")), report({})) == [("N08", "error")]


@pytest.mark.parametrize(
    ("text", "unit", "found"), [("行政处罚9项", "项", 0), ("作出行政处罚9项", "项", 1), ("行政处罚9件", "件", 1)]
)
def test_matters_are_no_decisions(text: str, unit: str, found: int) -> None:
    given = told(fact("proactive.penalties.decisions", 9, text, unit=unit))
    assert len(findings(counts, given, report({"proactive.penalties.decisions": 4}))) == found


def test_not_held_has_several_names() -> None:
    topic = f"{RESULTS}.unavailable.not_held"
    assert codes(counts, told(fact(topic, 1)), report({f"{topic}.total": 2})) == [("N08", "warning")]
    assert codes(counts, told(fact(topic, 3)), report({f"{topic}.total": 2})) == [("N08", "error")]


@pytest.mark.parametrize(("text", "severity"), [("制定2件，修订1件。", "info"), ("制定2件，废止1件。", "warning")])
def test_revised_documents_are_issued(text: str, severity: str) -> None:
    topic = "proactive.normative_documents.issued"
    table = sample_report(values={topic: 3}, texts={1: text})
    assert codes(counts, told(fact(topic, 2, "制定2件")), table) == [("N15", severity)]


def test_answered_may_be_fewer_than_closed() -> None:
    table = report({f"{HANDLED}.total": 10})
    assert codes(counts, told(fact(HANDLED, 9, "答复申请人9件")), table) == [("N03", "warning")]
    assert codes(counts, told(fact(HANDLED, 9, "办结9件")), table) == [("N03", "error")]
    assert codes(counts, told(fact(HANDLED, 11, "答复申请人11件")), table) == [("N03", "error")]


def test_other_reading_with_a_blank_operand() -> None:
    blank = sample_report(values={"applications.new.total": 4, "applications.carried_over.total": None}, texts=TEXT)
    assert codes(counts, told(fact(NEW, 3)), blank) == [("N01", "error")]


def fee(value: int | str) -> Any:
    return fact("proactive.fees.amount", value, measure="money", unit="元")


@pytest.mark.parametrize(
    ("yuan", "printed", "expected"),
    [
        (123_000, "12.3", []),
        (123_456, "12.3", []),
        (123_456, "12.35", []),
        (123_456, "12.4", [("N19", "warning")]),
        (130_000, "12", [("N19", "warning")]),
        (123_000, "123000", []),
        (0, "0.5", [("N19", "warning")]),
        (0, "0", []),
        (3_000, "0", [("N19", "warning")]),
    ],
)
def test_fees(yuan: int, printed: str, expected: list[Any]) -> None:
    table = sample_report(values={"proactive.fees.amount": Decimal(printed)})
    assert codes(counts, told(fee(yuan)), table) == expected


def test_fee_in_ten_thousand_yuan() -> None:
    table = sample_report(values={"proactive.fees.amount": 7})
    (found,) = findings(counts, told(fee(98_000)), table)
    assert found.equation == "正文9.8 ≠ 表二7"


def test_older_form() -> None:
    table = sample_report("2019", {"proactive.normative_documents.made": 4, f"{RESULTS}.other_handling.total": 2})
    made = told(fact("proactive.normative_documents.issued", 5))
    (found,) = findings(counts, made, table)
    assert (found.rule, found.cells) == ("N15", ("proactive.normative_documents.made",))
    assert findings(counts, told(fact("proactive.normative_documents.in_force", 5)), table) == []
    assert findings(counts, told(fact(f"{RESULTS}.other_handling", 2)), table) == []
    assert codes(counts, told(fact(f"{RESULTS}.other_handling", 3)), table) == [("N08", "error")]
    assert findings(counts, told(fact(f"{RESULTS}.other_handling.other", 5), fee(5)), table) == []
