"""Numbers that look like requests, outcomes or totals and are none, beside those that are."""

import random

import attrs
import pytest

from govinfo.facts.model import Facts
from govinfo.facts.narrative import facts
from govinfo.testing.samples import sample_report

NEW, OPEN, HANDLED = "applications.new", "applications.open", "applications.results.total"
TOTAL = "disclosure.total"


def read(text: str, year: int = 2024) -> Facts:
    return facts(attrs.evolve(sample_report(texts={1: text}), year=year, period=None, title=""))


def told(text: str) -> list[tuple[str, object]]:
    """Topic and number of all that has a topic, in the order of the text."""
    return [(fact.topic, fact.value) for fact in read(text).facts if fact.topic]


@pytest.mark.parametrize("seed", range(6))
def test_documents_by_their_openness_are_no_requests(seed: int) -> None:
    pick = random.Random(seed)  # noqa: S311 - samples, no secrets
    shown, asked, closed, came = (pick.randrange(2, 300) for _ in range(4))
    unit, mark = pick.choice("件条份"), pick.choice("、，")
    listed = mark.join([f"主动公开{shown}{unit}", f"依申请公开{asked}{unit}", f"不予公开{closed}{unit}"])
    for opening in ("起草的文件中", f"全年产生政府信息{shown + asked + closed}{unit}，其中"):
        found = read(f"{opening}{listed}。收到依申请公开{came}件。")
        assert [fact.value for fact in found.about(NEW)] == [came]
        assert not any(topic.startswith("applications.results") for topic in found.by_topic)


def test_documents_that_are_exempt_show_what_is_on_application() -> None:
    assert told("公开公文信息26条，依申请公开5条，免于公开信息1条。") == [("disclosure.documents", 26)]


@pytest.mark.parametrize(
    "text",
    [
        "主动公开信息45条，收到依申请公开7件，不予公开3件",
        "主动公开信息45条、依申请公开7件，均已答复，其中不予公开3件",
        "已主动公开45件，予以公开7件，不予公开3件",
    ],
)
def test_requests_beside_what_is_open_are_requests(text: str) -> None:
    assert ("applications.results.refused", 3) in told(f"依申请公开情况：{text}。")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("主动公开会议、行政许可、人事任免等各类信息80条", TOTAL),
        ("主动公开涉及救助登记、养老服务等方面信息80条", TOTAL),
        ("通过政府网站主动公开项目审批、政策解读等各类政府信息共80条", "disclosure.channel.website"),
        ("公开行政许可信息80条", "disclosure.notices"),
        ("公开解读材料等信息80条", "disclosure.interpretations"),
    ],
)
def test_examples_of_all_kinds_are_no_kind(text: str, topic: str) -> None:
    assert told(f"{text}。") == [(topic, 80)]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("通过网络、信函等渠道收到信息公开申请16件", NEW),
        ("通过信函、当面方式收到信息公开申请16件", NEW),
        ("通过政府网站收到信息公开申请16件", "applications.channel.online"),
        ("通过信函收到信息公开申请16件", "applications.channel.letter"),
    ],
)
def test_several_channels_together_are_all_requests(text: str, topic: str) -> None:
    assert told(f"{text}。") == [(topic, 16)]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("以图文形式解读政策文件7篇", "disclosure.interpretations"),
        ("印发政策文件7篇，公开政策文件7篇", "disclosure.documents"),
        ("官方微博转载发布7条", "disclosure.channel.weibo"),
        ("其它方式发布信息7条", "disclosure.channel.other"),
    ],
)
def test_what_is_done_tells_the_kind(text: str, topic: str) -> None:
    assert told(f"{text}。")[-1] == (topic, 7)


def test_what_is_looked_at_is_not_published() -> None:
    found = told("依申请公开渠道畅通，网站访问量8000次，“柳溪林业”公众号关注量900人次，全年发布信息30条。")
    assert found == [("disclosure.channel.wechat", 30)]


@pytest.mark.parametrize("verb", ["来访群众反映的问题", "企业提出的诉求", "网民提出困难"])
def test_problems_that_are_all_settled_are_no_requests(verb: str) -> None:
    first = "规范办理依申请公开，收到申请9件"
    assert told(f"{first}，对{verb}全部按期办结。") == [(NEW, 9)]
    assert told(f"{first}，全部按期办结。") == [(NEW, 9), (HANDLED, None)]


def test_cases_of_both_kinds_share_their_outcomes() -> None:
    assert told("信息公开类行政复议、行政诉讼案件共18件，结果维持11件。") == [("review.all.total", 18)]
    found = told("信息公开类行政复议12件，结果维持11件；行政诉讼6件，结果维持5件。")
    assert [topic for topic, _ in found if topic.endswith(".upheld")] == [
        "review.reconsideration.upheld",
        "review.litigation.upheld",
    ]


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        (22, [(OPEN, 52), ("applications.carried_over", 2)]),
        (50, [(OPEN, 52), ("applications.carried_over", 2), (NEW, 50)]),
    ],
)
def test_requests_accepted_are_not_all_that_came(accepted: int, expected: list[object]) -> None:
    assert told(f"共收到信息公开申请52件（含上年结转2件），其余撤件，受理{accepted}件。") == expected


@pytest.mark.parametrize("word", ["历年累计", "历年以来", "开通以来"])
def test_numbers_of_all_years_are_not_those_of_the_year_named_before(word: str) -> None:
    assert [fact.span for fact in read(f"2024年收到信息公开申请3件，{word}收到信息公开申请90件。").about(NEW)] == [
        "reporting",
        "cumulative",
    ]


def test_cases_that_an_office_answers_and_those_on_disclosure_among_them() -> None:
    reconsideration = "review.reconsideration.total"
    assert told("办理行政复议答复案件9件，其中因信息公开引发2件。") == [(reconsideration, 2)]
    assert told("办理行政复议案件90件，其中因信息公开引发2件。") == []


def test_bodies_that_received_are_members() -> None:
    found = read("全市新收信息公开申请64件，其中市政府办公室受理14件、市政府部门受理20件、县（区）受理30件。")
    assert [fact.scope for fact in found.about(NEW)] == ["whole", "part", "part", "part"]
    assert [part.value for part in found.breakdowns[0].parts] == [14, 20, 30]


@pytest.mark.parametrize(
    "first",
    [
        "受理12345热线工单300件",
        "收到来信来访300件",
        "办理建议提案300件",
        "受理局长信箱留言300件",
        "办理信息公开案件300件",
    ],
)
def test_what_is_settled_under_the_heading_of_requests_is_what_was_told_before(first: str) -> None:
    found = read(f"（二）依申请公开\n{first}，办结298件。收到申请9件，办结8件。")
    assert [fact.value for fact in found.about(NEW)] == [9]
    assert [fact.value for fact in found.about(HANDLED)] == [8]


@pytest.mark.parametrize(
    "text",
    [
        "公开行政复议决定书9份",
        "移送行政拘留案件5件",
        "下达不予行政处罚2件",
        "现场公开宣传册40份",
        "现场公开信息15件",
    ],
)
def test_things_that_sound_alike(text: str) -> None:
    found = told(f"依申请公开工作规范。作出行政处罚3件，{text}。")
    tables = ("applications.", "review.", "proactive.")
    assert [topic for topic, _ in found if topic.startswith(tables)] == ["proactive.penalties.decisions"]


def test_documents_of_several_kinds_are_not_normative_ones() -> None:
    assert told("公示失效、废止的规范性文件及其他政策文件37件。") == [("disclosure.documents", 37)]
    assert told("公示失效、废止的规范性文件37件。") == [("proactive.normative_documents.repealed", 37)]


def test_what_is_put_off_to_the_next_year_is_no_plan() -> None:
    found = told("收到信息公开申请14件，顺延至下一年度答复3件。因信息公开引起行政复议6件。")
    assert found == [(NEW, 14), ("applications.carried_forward", 3), ("review.reconsideration.total", 6)]
    assert told("收到信息公开申请14件。下一年度公开信息400条。") == [(NEW, 14)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("通过政府网站答复信息公开申请3件", []),
        ("共答复信息公开申请3件", [(HANDLED, 3)]),
        ("收到依申请公开信件3件", [(NEW, 3)]),
        ("收到信息公开申请3件，撤销复议申请1件", [(NEW, 3)]),
        (
            "收到信息公开申请3件，其中1件当事人撤销信息公开申请",
            [(NEW, 3), ("applications.results.other_handling.other", 1)],
        ),
    ],
)
def test_requests_by_what_became_of_them(text: str, expected: list[object]) -> None:
    assert told(f"{text}。") == expected


def test_reconsiderations_that_were_withdrawn_were_not_corrected() -> None:
    found = told("信息公开行政复议7件，维持4件，纠正1件，撤销复议申请2件。")
    assert [topic for topic, _ in found] == [
        f"review.reconsideration.{end}" for end in ("total", "upheld", "corrected", "other")
    ]


@pytest.mark.parametrize("time", ["上半年", "第三季度", "4月至6月", "9月"])
def test_numbers_of_a_part_of_the_year_are_a_part_whoever_has_them(time: str) -> None:
    found = read(f"2024年{time}，全县各行政机关收到申请26件。全年全县收到申请80件。")
    assert [fact.value for fact in found.about(NEW)] == [26, 80]
    assert [fact.scope for fact in found.about(NEW)] == ["part", "whole"]


@pytest.mark.parametrize("time", ["1月1日至12月31日", "1-12月", "1月至12月"])
def test_all_months_are_no_part_of_the_year(time: str) -> None:
    (new,) = read(f"2024年{time}，我局收到申请26件。").about(NEW)
    assert new.scope == "own"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "现场提交申请3件，EMS寄送申请9件",
            [("applications.channel.in_person", 3), ("applications.channel.letter", 9)],
        ),
        ("通过APP发布信息20条", [("disclosure.channel.app", 20)]),
        ("公示材料一式三份，报送档案馆", []),
        ("收到与信息公开有关的申诉案2件", []),
        ("编制说明包括其他需要报告的事项等六项内容", []),
        ("制作规范性文件8份，微信公众号制作推文99条", [("proactive.normative_documents.issued", 8)]),
        ("制发政府信息130件，其中主动公开18件，不予公开112件", []),
        ("收到申请7件，共办理5件，结转下年2件", [(NEW, 7), (HANDLED, 5), ("applications.carried_forward", 2)]),
        ("收到申请7件，办结7件。做好应诉工作，共办理相关案件4件", [(NEW, 7), (HANDLED, 7)]),
        ("行政事业性收费1项，收费总额5.2万元", [("proactive.fees.amount", 52000)]),
    ],
)
def test_words_of_one_thing_beside_those_of_another(text: str, expected: list[object]) -> None:
    kept = ("applications.", "review.", "proactive.", "fees.")
    found = told(f"（二）依申请公开。{text}。")
    assert [one for one in found if one[0].startswith((*kept, "disclosure.channel.app"))] == expected
