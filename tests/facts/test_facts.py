"""Facts of the narrative: sentences made from templates, and the traps."""

import random
from decimal import Decimal

import attrs
import pytest

from govinfo.facts.model import Facts
from govinfo.facts.narrative import facts
from govinfo.testing.samples import sample_report

UNITS = ["件", "条", "项", "份", "起", "宗", "例", "件次", "个"]
OPENINGS = ["", "2024年，", "本年度，", "一年来，我局", "（二）依申请公开方面。2024年度", "据统计，全年"]
NOISE = [
    "按照第20条规定健全机制，在5个工作日内转办。",
    "我局高度重视，加强“一窗受理”，落实三项制度。",
    "召开会议部署，明确8:30至17:00为办公时间。",
    "认真学习《2024年政务公开要点12条》。",
]
NEW = "applications.new"
DONE = "applications.results.total"
SENTENCES: list[tuple[str, list[str]]] = [
    ("共收到政府信息公开申请{}{u}", [NEW]),
    ("收到依申请公开{}{u}，已办结{}{u}", [NEW, DONE]),
    ("新收政府信息公开申请{}{u}，上年结转{}{u}，办结{}{u}，结转下年度{}{u}",
     [NEW, "applications.carried_over", DONE, "applications.carried_forward"]),
    ("受理信息公开申请{}{u}（含上年度结转{}{u}）", ["applications.open", "applications.carried_over"]),
    ("接收{}{u}政府信息公开申请，其中自然人{}{u}、法人或其他组织{}{u}",
     [NEW, "applications.new.natural_person", "applications.new.organization"]),
    ("收到政府信息公开申请{}{u}，其中网上申请{}{u}，信函申请{}{u}，当面申请{}{u}",
     [NEW, "applications.channel.online", "applications.channel.letter", "applications.channel.in_person"]),
    ("答复政府信息公开申请{}{u}，其中予以公开{}{u}，部分公开{}{u}，不予公开{}{u}，无法提供{}{u}",
     [DONE, "applications.results.granted", "applications.results.partially_granted",
      "applications.results.refused", "applications.results.unavailable"]),
    ("自然人、法人提出的信息公开申请分别为{}{u}、{}{u}",
     ["applications.new.natural_person", "applications.new.organization"]),
    ("因政府信息公开被申请行政复议{}{u}，其中维持{}{u}、纠正{}{u}",
     ["review.reconsideration.total", "review.reconsideration.upheld", "review.reconsideration.corrected"]),
    ("因政府信息公开被提起行政诉讼{}{u}，其中未经复议直接起诉{}{u}，复议后起诉{}{u}",
     ["review.litigation.total", "review.litigation_direct.total", "review.litigation_after_reconsideration.total"]),
]  # fmt: skip
OTHERS: list[tuple[str, list[str]]] = [
    (
        "制发行政规范性文件{}件，废止{}件，现行有效{}件",
        [f"proactive.normative_documents.{x}" for x in ("issued", "repealed", "in_force")],
    ),
    (
        "作出行政许可决定{}件、行政处罚决定{}件、行政强制{}件",
        [f"proactive.{x}.decisions" for x in ("licensing", "penalties", "coercion")],
    ),
    ("公示行政处罚信息{}条，公开行政许可结果{}条", ["disclosure.notices"] * 2),
    (
        "主动公开政府信息{}条，其中政府网站{}条、微信公众号{}条",
        ["disclosure.total", "disclosure.channel.website", "disclosure.channel.wechat"],
    ),
    ("发布政策解读{}篇", ["disclosure.interpretations"]),
    ("举办政务公开培训{}期，培训{}人次", ["supervision.trainings", "supervision.trained"]),
    ("办理人大代表建议{}件、政协提案{}件", ["disclosure.proposals"] * 2),
    ("发出收费通知{}件，应收金额{}元，实际收取{}元", ["fees.notices", "fees.charged", "fees.received"]),
]


def read(*lines: str, section: int = 1, form: str = "2021") -> Facts:
    text = "\n".join(lines)
    found = facts(sample_report(form, texts={section: text}, year=2024))
    for fact in found.facts:
        place = fact.place
        assert place.section == section
        raw = lines[place.paragraph][place.start : place.end]
        assert raw
        assert raw == raw.strip()
    return found


def topics(text: str) -> list[str]:
    return [fact.topic for fact in read(text).facts]


@pytest.mark.parametrize("template", SENTENCES + OTHERS, ids=lambda pair: pair[0][:12])
@pytest.mark.parametrize("seed", range(12))
def test_sentences_give_their_numbers_whatever_stands_around_them(template: tuple[str, list[str]], seed: int) -> None:
    sentence, expected = template
    pick = random.Random(seed)  # noqa: S311 - samples, no secrets
    numbers = [pick.randrange(0, 5000) for _ in expected]
    text = sentence.format(*numbers, u=pick.choice(UNITS))
    if pick.random() < 0.3:
        text = text.translate({ord("，"): ",", ord("（"): "(", ord("）"): ")"})
    line = pick.choice(NOISE) + pick.choice(OPENINGS) + text + "。" + pick.choice(NOISE)
    found = [fact for fact in read(line).facts if fact.topic]
    assert [fact.topic for fact in found] == expected
    assert [fact.value for fact in found] == numbers
    assert [line[fact.place.start : fact.place.end] for fact in found] == [str(number) for number in numbers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年未收到政府信息公开申请。", [NEW]),
        ("没有收到公民、法人或者其他组织提出的信息公开申请。", [NEW]),
        ("本年度无依申请公开的情况。", [NEW]),
        ("尚未接到依申请公开事项。", [NEW]),
        ("依申请公开情况：无。", [NEW]),
        ("无结转下年度办理的申请。", ["applications.carried_forward"]),
        ("未发生因政府信息公开申请行政复议、提起行政诉讼的情形。", ["review.all.total"]),
        ("未被申请行政复议。", ["review.reconsideration.total"]),
        ("零复议、零诉讼。", ["review.all.total"]),
        ("未收到信息公开申请，也没有行政诉讼。", [NEW, "review.litigation.total"]),
        ("未制发行政规范性文件。", ["proactive.normative_documents.issued"]),
        ("未作出行政处罚决定。", ["proactive.penalties.decisions"]),
        ("未收取信息处理费。", ["fees.received"]),
        ("未发生责任追究情况。", ["supervision.accountability"]),
    ],
)
def test_denials(text: str, expected: list[str]) -> None:
    found = read(text).facts
    assert [fact.topic for fact in found] == expected
    assert {(str(fact.value), fact.polarity) for fact in found} == {("0", "denied")}


@pytest.mark.parametrize(
    "text",
    [
        "对未收到答复的申请人主动联系。",
        "我局无行政规范性文件制定权。",
        "做到无正当理由不得拒绝公开申请。",
        "防止未按时答复申请的情况发生。",
        "未审理行政复议案件。",
        "未公开行政处罚信息的要及时补录。",
    ],
)
def test_what_denies_nothing(text: str) -> None:
    assert read(text).facts == ()


@pytest.mark.parametrize("text", ["均已办结", "已全部按期答复", "均按照规定予以答复", "按期答复率100%", "全部办理完毕"])
def test_all_of_them(text: str) -> None:
    fact = read(f"收到政府信息公开申请12件，{text}。").facts[1]
    assert (fact.topic, fact.value, fact.polarity) == (DONE, None, "all")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公开行政处罚信息14条", ["disclosure.notices"]),
        ("受理行政许可申请30件，办结30件", ["", ""]),
        ("受理12345热线工单300件，按时办结300件", ["", ""]),
        ("办理信访事项12件，均已办结", [""]),
        ("办结建议提案6件", ["disclosure.proposals"]),
        ("市政府审理行政复议案件20件", [""]),
        ("群众举报投诉5件", [""]),
        ("法律法规栏目公开信息9条", [""]),
        ("主动公开财政信息4条", [""]),
        ("网站点击量12万次", [""]),
        ("每季度召开会议1次", [""]),
        ("收到个人救助申请30件", [""]),
        ("曝光行政处罚典型案例8起", [""]),
        ("收到公民、法人和其他组织提出的信息公开申请8件", [NEW]),
    ],
)
def test_traps(text: str, expected: list[str]) -> None:
    assert topics(text) == expected


def test_plans_are_not_of_the_year() -> None:
    found = read("下一步，将收到的信息公开申请100件全部上网，办结50件。", "2025年计划培训3次。", section=5).facts
    assert {(fact.topic, fact.span) for fact in found} == {("", "other")}


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("收到政府信息公开申请5件", ["own"]),
        ("全市共收到政府信息公开申请230件，其中市本级收到30件", ["whole", "part"]),
        ("全系统收到政府信息公开申请50件；局机关收到信息公开申请6件", ["whole", "own"]),
        ("上半年收到政府信息公开申请9件，全年收到信息公开申请20件", ["part", "own"]),
        ("1至6月收到政府信息公开申请9件", ["part"]),
        ("督促下属单位收到政府信息公开申请9件", ["own"]),
    ],
)
def test_scopes(text: str, scopes: list[str]) -> None:
    assert [fact.scope for fact in read(text).facts] == scopes


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("2023年收到政府信息公开申请8件，2024年收到信息公开申请9件", ["previous", "reporting"]),
        ("2021年收到政府信息公开申请8件", ["other"]),
        ("上年度收到政府信息公开申请8件", ["previous"]),
        ("上年结转政府信息公开申请8件", ["reporting"]),
        ("截至目前，累计收到政府信息公开申请8件", ["cumulative"]),
        ("2024年累计收到政府信息公开申请8件", ["reporting"]),
        ("收到政府信息公开申请8件，较2023年（7件）增加，办结8件", ["reporting", "previous", "reporting"]),
    ],
)
def test_spans(text: str, spans: list[str]) -> None:
    assert [fact.span for fact in read(text).facts] == spans


def test_the_forms_have_their_own_topics() -> None:
    text = "制定规范性文件3件"
    assert topics(text) == ["proactive.normative_documents.issued"]
    (fact,) = read(text, form="2019").facts
    assert fact.topic == "proactive.normative_documents.made"


def test_sections_tell_what_bare_numbers_count() -> None:
    assert read("新收12件，办结11件，未发生复议。", section=3).about(NEW)[0].value == 12


def test_a_source_is_that_of_the_paragraph() -> None:
    report = sample_report(texts={1: "收到政府信息公开申请3件。"})
    assert facts(report).facts[0].place.source == report.section(1).source


def test_the_preamble_is_section_zero() -> None:
    (fact,) = facts(attrs.evolve(sample_report(), preamble="一\n收到政府信息公开申请3件。")).facts
    assert (fact.place.section, fact.place.paragraph, fact.value) == (0, 1, Decimal(3))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("办理行政复议案件31件", [""]),
        ("行政处罚权力事项115项", [""]),
        ("公开招聘公告6条", [""]),
        ("办理各类群众申请3000件", [""]),
        ("开展公文属性认定20件，其中主动公开12件、依申请公开5件、不予公开3件", [""] * 4),
        ("公开平台由2个增加到4个", ["", ""]),
        ("收到信息公开申请9件，2件将于2025年1月答复", [NEW, "applications.carried_forward"]),
        ("收到信息公开申请9件，较2023年的7件增加2件", [NEW, NEW, ""]),
        ("规章、行政规范性文件制发数均为0件", ["proactive.rules.issued", "proactive.normative_documents.issued"]),
        ("全市收到信息公开申请30件，其中市本级8件、各镇22件", [NEW, NEW, NEW]),
    ],
)
def test_what_a_number_is_told_apart_from(text: str, expected: list[str]) -> None:
    assert topics(text + "。") == expected
