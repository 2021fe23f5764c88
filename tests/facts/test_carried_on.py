"""What is understood from the words before: sums, changes, channels, lists, labels, and what must not be."""

import random

import attrs
import pytest

from govinfo.facts.model import Facts
from govinfo.facts.narrative import facts
from govinfo.testing.samples import sample_report

NEW = "applications.new"
WEB = "disclosure.channel.website"


def read(text: str, section: int = 1) -> Facts:
    return facts(attrs.evolve(sample_report(texts={section: text}), year=2024, period=None, title=""))


def told(text: str, section: int = 1) -> dict[str, list[object]]:
    """The numbers of each topic, in the order of the text."""
    found: dict[str, list[object]] = {}
    for fact in read(text, section).facts:
        if fact.topic:
            found.setdefault(fact.topic, []).append(fact.value)
    return found


SUMS = [
    (("上年结转申请{}件", "本年新收申请{}件"), "applications.open"),
    (("网上申请{}件", "信函申请{}件", "当面申请{}件"), NEW),
    (("予以公开{}件", "部分公开{}件", "无法提供{}件"), "applications.results.total"),
    (("行政复议维持{}件", "纠正{}件"), "review.reconsideration.total"),
    (("未经复议直接起诉{}件", "复议后起诉{}件"), "review.litigation.total"),
    (("行政复议{}件", "行政诉讼{}件"), "review.all.total"),
    (("网站发布信息{}件", "微信公众号发布信息{}件"), "disclosure.total"),
]


@pytest.mark.parametrize(("parts", "topic"), SUMS)
@pytest.mark.parametrize("seed", range(3))
def test_a_sum_counts_what_its_parts_are_of(parts: tuple[str, ...], topic: str, seed: int) -> None:
    pick = random.Random(seed)  # noqa: S311 - samples, no secrets
    numbers = [pick.randrange(2, 90) for _ in parts]
    text = "、".join(part.format(number) for part, number in zip(parts, numbers, strict=True))
    word = pick.choice(["共计", "合计", "总计"])
    assert told(f"依申请公开方面，{text}，{word}{sum(numbers)}件。")[topic][-1] == sum(numbers)


@pytest.mark.parametrize(
    "text",
    [
        "行政许可30件、行政复议2件，合计32件。",
        "办结申请20件、予以公开12件，合计32件。",
        "公开信息20条、培训2场，合计22次。",
    ],
)
def test_a_sum_of_different_things_counts_nothing_known(text: str) -> None:
    assert read(text).facts[-1].topic == ""


@pytest.mark.parametrize(
    ("change", "amount"),
    [("增长两成", 20), ("增加近三成", 30), ("上升五成", 50), ("增加一倍", 1), ("增长1.5倍", "1.5"), ("翻了一番", 100)],
)
def test_a_change_in_tenths_and_multiples(change: str, amount: object) -> None:
    (trend,) = read(f"收到政府信息公开申请60件，同比{change}。").trends
    assert trend.direction == "up"
    assert trend.current is not None
    assert trend.current.topic == NEW
    assert str(trend.amount and trend.amount.value) == str(amount)


def test_a_number_behind_a_change_is_the_new_one() -> None:
    assert told("政府信息公开申请量较上年减少5件，共13件。")[NEW] == [13]
    assert told("新收政府信息公开申请同比上升一成，达到110件。")[NEW] == [110]
    assert NEW not in told("政府信息公开申请量较上年减少5件，其中3件涉及拆迁。")


def test_more_by_a_verb_is_a_change_and_no_number_of_its_own() -> None:
    found = read("全年公开信息876条，比上年度多公开211条。")
    assert [fact.value for fact in found.facts if fact.topic] == [876]
    assert [(trend.direction, trend.amount and str(trend.amount.value)) for trend in found.trends] == [("up", "211")]


def test_points_belong_to_a_percentage() -> None:
    (trend,) = read("办结申请23件，按期答复率99.5%，较上年提高3.3个百分点。").trends
    assert (trend.current and trend.current.measure, trend.amount and str(trend.amount.value)) == ("percent", "3.3")


def test_a_channel_holds_until_its_number_was_told() -> None:
    assert told("县政府网站总访问量326万次，发布信息1,205条。") == {WEB: [1205]}
    found = told("县政府网站发布信息1,205条，全年主动公开政府信息2,000条。")
    assert found == {WEB: [1205], "disclosure.total": [2000]}
    assert WEB not in told("县政府网站运行平稳；全年发布信息1,205条。")


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("从答复类型看，公开类7件，其他2件。", {"granted": [7], "other_handling": [2]}),
        ("已答复9件，同意公开7件，其他2件。", {"total": [9], "granted": [7]}),
    ],
)
def test_others_are_those_of_the_form_only_in_a_list_of_outcomes(text: str, topics: dict[str, list[object]]) -> None:
    found = told(f"收到政府信息公开申请9件。{text}")
    assert {topic.rpartition(".")[2]: values for topic, values in found.items() if ".results." in topic} == topics


def test_what_divides_other_things_does_not_divide_requests() -> None:
    assert told("热线受理诉求5000件。从受理渠道看，网络2000件，电话3000件。") == {}
    assert told("公安机关全年新收治安案件120件，办结100件，结转下年20件。") == {}
    assert told("年初结转案件12件，新收案件30件。") == {}
    assert told("企业开办申请5,634件全部线上办理。") == {}


def test_labels_of_the_form_alone() -> None:
    found = told("新收：40件；结转：1件；办结：39件；结转下年：2件。")
    assert found == {
        NEW: [40],
        "applications.carried_over": [1],
        "applications.results.total": [39],
        "applications.carried_forward": [2],
    }


def test_all_that_is_done_to_all_that_is_listed() -> None:
    found = told("规章、行政规范性文件的制发、废止、现行有效数量均为0。")
    kinds = ("rules", "normative_documents")
    assert found == {f"proactive.{kind}.{flow}": [0] for kind in kinds for flow in ("issued", "repealed", "in_force")}
    assert told("规章、行政规范性文件制发0件，废止0件。") == {
        f"proactive.{kind}.{flow}": [0] for kind in kinds for flow in ("issued", "repealed")
    }


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("无行政许可、处罚、强制事项。", ["licensing", "penalties", "coercion"]),
        ("无新收申请、无结转申请。", ["applications.new", "applications.carried_forward"]),
        ("尚有2项未到答复期限。", []),
        ("全年未发生行政诉讼败诉情形。", []),
        ("1项因申请人迟迟未补正视为放弃申请。", []),
    ],
)
def test_what_a_denial_denies(text: str, topics: list[str]) -> None:
    denied = [fact.topic for fact in read(text).facts if fact.polarity == "denied"]
    assert [topic.removeprefix("proactive.").removesuffix(".decisions") for topic in denied] == topics


def test_what_is_said_of_the_rest_is_not_said_of_all() -> None:
    rest = read("商业企业申请2件，其余25件均为自然人申请，总计27件。").facts
    assert [(fact.topic, int(fact.value or 0)) for fact in rest] == [
        ("applications.new.commercial", 2),
        ("applications.new.natural_person", 25),
        (NEW, 27),
    ]
    assert all(fact.polarity == "stated" for fact in read("收到申请5件，1件撤回，其余均已答复。").facts)


def test_cases_handled_for_others_are_none_of_the_agency() -> None:
    found = told("全年办理行政复议案件146件，行政应诉23件；因政府信息公开被申请行政复议1件。")
    assert found == {"review.reconsideration.total": [1]}
    assert told("因政府信息公开办理行政复议案件2件，行政诉讼1件。")["review.litigation.total"] == [1]


def test_a_label_of_something_else_is_not_denied() -> None:
    text = "一、信息处理费情况。发出收费通知1份，收费总金额0.03万元。二、其他事项。无。"
    assert all(fact.polarity == "stated" for fact in read(text, section=6).facts)
    assert told("收费情况：无。", section=6) == {"fees.received": [0]}


def test_each_part_is_of_the_total_of_its_own_topic() -> None:
    found = read("全市制定行政规范性文件94件、废止37件，其中市政府制定21件、废止15件。").breakdowns
    assert [[one.total.value, *(part.value for part in one.parts)] for one in found] == [[94, 21], [37, 15]]


def test_numbers_side_by_side_divide_nothing() -> None:
    text = "网站公开信息4120条，政务微博、微信公众号分别发布612条、833条。"
    assert read(text).breakdowns == ()


def test_shares_of_a_list_are_of_one_whole() -> None:
    text = "办结申请62件。予以公开24件，占38.7%；不予公开7件，占11.3%；无法提供31件，占50%。"
    wholes = [share.whole and share.whole.value for share in read(text).shares]
    assert wholes == [62, 62, 62]
    assert read("自然人58件（占89.2%），企业5件（占7.7%）。").shares[1].whole is None


def test_years_in_one_list_are_not_taken_for_this_one() -> None:
    assert told("2022年、2023年、2024年分别收到政府信息公开申请10件、12件、15件。") == {}


def test_a_year_in_brackets_is_no_part() -> None:
    found = read("收到行政复议4起（2023年6起），行政诉讼1起（2023年0起）。")
    assert found.breakdowns == ()
    assert [(int(fact.value or 0), str(fact.span)) for fact in found.facts] == [
        (4, "reporting"),
        (6, "previous"),
        (1, "reporting"),
        (0, "previous"),
    ]


def test_last_year_does_not_hold_beyond_a_semicolon() -> None:
    found = read("公开财政信息58条，去年为49条；收到政府信息公开申请2件，去年为0件。").facts
    spans = [fact.span for fact in found]
    assert spans == ["reporting", "previous", "reporting", "previous"]
