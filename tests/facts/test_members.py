"""Members of lists: parts of requests, of what was published and of percentages, known by name or not."""

import random

import attrs
import pytest

from govinfo.facts.model import Facts
from govinfo.facts.narrative import facts
from govinfo.testing.samples import sample_report

NEW, OPEN, HANDLED = "applications.new", "applications.open", "applications.results.total"
OVER, FORWARD = "applications.carried_over", "applications.carried_forward"
CHANNEL = "disclosure.channel."
SEEDS = range(6)


def read(*lines: str, year: int = 2024) -> Facts:
    report = sample_report(texts={1: "\n".join(lines)})
    return facts(attrs.evolve(report, year=year, period=None, title=""))


def told(*lines: str) -> list[tuple[str, object]]:
    """Topic and number of all that has a topic, in the order of the text."""
    return [(fact.topic, fact.value) for fact in read(*lines).facts if fact.topic]


def divided(*lines: str) -> list[tuple[int, list[int]]]:
    """Every total with its parts."""
    return [
        (int(found.total.value or 0), [int(part.value or 0) for part in found.parts])
        for found in read(*lines).breakdowns
    ]


def numbers(seed: int, count: int) -> tuple[random.Random, list[int]]:
    """Some numbers that differ, greatest first, with what else is drawn."""
    pick = random.Random(seed)  # noqa: S311 - samples, no secrets
    return pick, sorted(pick.sample(range(3, 400), count), reverse=True)


@pytest.mark.parametrize("seed", SEEDS)
def test_requests_dealt_with_behind_those_received_are_the_closed_ones(seed: int) -> None:
    pick, (came, closed, left) = numbers(seed, 3)
    mark, verb = pick.choice("，；"), pick.choice(["办理", "处理"])
    found = told(f"收到依申请公开{came}件{mark}{verb}{closed}件，下年度继续办理{left}件。")
    assert found == [(NEW, came), (HANDLED, closed), (FORWARD, left)]


@pytest.mark.parametrize("said", ["应办理", "需办理", "共办理"])
def test_requests_to_be_dealt_with_are_all_that_were_open(said: str) -> None:
    assert told(f"收到依申请公开14件，上年结转3件，{said}17件。") == [(NEW, 14), (OVER, 3), (OPEN, 17)]


def test_requests_dealt_with_some_of_which_are_from_before_are_all_that_were_open() -> None:
    assert (OPEN, 17) in told("收到依申请公开14件，办理17件（含上年结转3件）。")


@pytest.mark.parametrize("text", ["收到依申请公开办理事项6件", "共接收依申请公开办理事项6件"])
def test_matters_to_be_dealt_with_that_came_are_new(text: str) -> None:
    assert told(f"{text}。") == [(NEW, 6)]


@pytest.mark.parametrize("text", ["结转上年度继续办理{}件", "上年结转继续办理{}件", "上年度结转{}件"])
def test_requests_from_the_year_before_are_carried_over(text: str) -> None:
    assert told(f"2024年，{text.format(2)}，收到申请9件。")[0] == (OVER, 2)
    assert told("收到申请9件，结转下年度继续办理1件。") == [(NEW, 9), (FORWARD, 1)]


@pytest.mark.parametrize("seed", SEEDS)
def test_subjects_of_requests_are_no_number_of_requests(seed: int) -> None:
    pick, (came, one) = numbers(seed, 2)
    subject = pick.choice(["部门预算、地方债务信息", "征地补偿安置方案", "小区规划许可图纸"])
    assert told(f"受理政府信息公开申请{came}件。其中申请公开{subject}的{one}件。") == [(NEW, came)]


@pytest.mark.parametrize("text", ["属于政府信息公开申请的{}件", "收到申请公开政府信息的{}件"])
def test_those_that_are_requests_are_their_number(text: str) -> None:
    assert told(f"{text.format(8)}。") == [(NEW, 8)]


@pytest.mark.parametrize("other", ["书面申请件", "口头申请"])
def test_another_way_on_a_list_of_ways_is_no_number_of_requests(other: str) -> None:
    found = read(f"共答复依申请公开事项23件，其中网上申请22件，{other}1件，均已按时答复。")
    assert not found.about(NEW)
    assert [[part.value for part in entry.parts] for entry in found.breakdowns] == [[22, 1]]


@pytest.mark.parametrize("word", ["零逾期", "零投诉", "零差错"])
def test_words_that_begin_with_zero_deny_no_requests(word: str) -> None:
    assert told(f"依申请公开工作实现“{word}”。") == []
    assert told(f"依申请公开办理{word}。") == []


@pytest.mark.parametrize("text", ["收到政府信息公开申请为零", "全年零申请", "行政复议、行政诉讼零发生"])
def test_zero_still_denies(text: str) -> None:
    assert {value for _, value in told(f"（二）依申请公开。{text}。")} == {0}


def test_all_of_a_part_is_not_all() -> None:
    (closed,) = read("收到申请7件，其中，6件均按时答复，1件结转下年办理。").about(HANDLED)
    assert closed.value == 6
    assert closed.polarity == "stated"
    assert [fact.polarity for fact in read("收到申请7件，均按时答复。").about(HANDLED)] == ["all"]


def test_what_all_can_read_is_an_outcome_beside_others() -> None:
    text = "收到申请9件，不予公开2件，本机关不掌握4件，已通过网站对外公开3件。"
    assert ("applications.results.granted", 3) in told(text)
    assert ("applications.results.granted", 3) not in told("收到申请9件，均已办结。通过网站对外公开3件。")


@pytest.mark.parametrize("seed", SEEDS)
def test_channels_that_are_not_known_go_on_their_list(seed: int) -> None:
    pick, (first, second, third) = numbers(seed, 3)
    name, topic = pick.choice([("云溪新区报", "press"), ("云溪教育城域网", "website"), ("云溪掌上通", "other")])
    listed = f"其中门户网站发布{first}条，微信公众号发布{second}条，阅读量{first * 90}人次，{name}发布{third}条"
    text = f"主动公开政府信息{first + second + third}条，{listed}。"
    assert (CHANNEL + topic, third) in told(text)
    assert divided(text) == [(first + second + third, [first, second, third])]


@pytest.mark.parametrize("seed", SEEDS)
def test_kinds_named_by_a_verb_go_on_their_list(seed: int) -> None:
    _, (first, second) = numbers(seed, 2)
    text = f"公开信息{first + second}条，其中招商类{second}条，审批公示{first}条。"
    assert divided(text) == [(first + second, [second, first])]
    assert told(text) == [("disclosure.total", first + second)]


def test_offices_that_publish_are_no_kinds() -> None:
    assert told("全县公开信息90条，林业局发布20条。") == [("disclosure.total", 90), ("disclosure.total", 20)]


@pytest.mark.parametrize("seed", SEEDS)
def test_requests_as_a_column_of_a_site_are_none(seed: int) -> None:
    pick, (one, other, third) = numbers(seed, 3)
    column = pick.choice(["依申请公开", "依申请公开统计", "信息公开申请"])
    text = f"在门户网站公开信息{one + other + third}条，分布情况为：工作信息{one}条，年报{other}条，{column}{third}条。"
    assert not read(text).about(NEW)
    assert divided(text) == [(one + other + third, [one, other, third])]
    assert (NEW, third) in told(f"门户网站公开信息{one}条，收到{column}{third}条。")


def test_a_list_may_go_on_behind_a_semicolon() -> None:
    text = "公开信息329条。其中，网站公开185条，占比56.2%；微信公众号公开144条，占比43.8%。"
    assert divided(text) == [(329, [185, 144])]
    assert divided(text.replace("144", "99")) == [(329, [185])]


def test_nothing_may_come_by_the_last_way() -> None:
    assert divided("收到申请15件，其中网上申请9件，信函申请6件，当面申请0件。") == [(15, [9, 6, 0])]


def test_members_in_a_bracket_are_examples() -> None:
    (found,) = read("全县93个部门（包括18个乡镇）公开了预算。").breakdowns
    assert found.listing == "among"
    assert divided("公布105批次（7大类30种）抽查结果。") == []


def test_what_a_sentence_divides_is_still_published() -> None:
    assert ("disclosure.documents", 53) in told("公开各类政府信息480条。其中：部门文件53条，机构信息49条。")
    assert ("disclosure.documents", 26) not in told("公开各类政府信息480条，其中政策文件、措施及成效26条。")


@pytest.mark.parametrize("seed", SEEDS)
def test_the_part_may_stand_behind_its_percentage(seed: int) -> None:
    pick, (whole, part) = numbers(seed, 2)
    percent = f"{100 * part / whole:.1f}"
    said = pick.choice([f"知晓率为{percent}%", f"了解申请渠道的占{percent}%"])
    (share,) = read(f"抽样企业{whole}家，{said}，即{part}家。").shares
    assert share.part is not None
    assert share.whole is not None
    assert [share.part.value, share.whole.value] == [part, whole]


@pytest.mark.parametrize("inner", ["1.申请情况。", "2.办理情况。"])
def test_headings_stand_under_their_heading(inner: str) -> None:
    assert told("（二）依申请公开", f"{inner}答复12件，其中不予公开2件。")[0] == (HANDLED, 12)
    assert (HANDLED, 12) not in told("（二）依申请公开", "（三）政府信息管理", f"{inner}答复12件。")
    assert (HANDLED, 12) not in told("（二）依申请公开", "3.热线。", "答复12件。")


def test_lines_that_were_broken_at_a_width() -> None:
    lines = (
        "区科技局依法公开政府信息，按时编制年度报告并报送主管部门备",
        "案。全年收到政府信息公开申请34件，另有上一年度的信息公开事",
        "项申请2件，都在期限内办理。已经办结的政府信息公开的申请里同",
        "意公开的9件，不予公开2件，其余的事项仍在征求有关方面意见，",
        "待收到意见后再作处理。",
    )
    assert told(*lines) == [(NEW, 34), ("applications.results.refused", 2)]
    assert (NEW, 2) in told("办事群众比上一年度多，窗口工作人员为此加开了周六的服务", "申请2件，都在期限内办理。")


@pytest.mark.parametrize("seed", SEEDS)
def test_examples_of_several_kinds_are_of_all_that_was_published(seed: int) -> None:
    pick, (number,) = numbers(seed, 1)
    examples = pick.sample(["公示公告", "政策解读", "部门动态", "政协提案办理", "公开指南"], pick.randrange(2, 5))
    end = pick.choice(["等", "等信息", "等相关政府信息共"])
    assert told(f"公开{'、'.join(examples)}{end}{number}条。") == [("disclosure.total", number)]
    assert told(f"门户网站公开{'、'.join(examples)}{end}{number}条。") == [(CHANNEL + "website", number)]


def test_examples_of_one_kind_are_of_that_kind() -> None:
    assert told("公开行政许可、行政处罚等信息85条。") == [("disclosure.notices", 85)]
    assert told("公开人大代表建议、政协提案等36件。") == [("disclosure.proposals", 36)]


@pytest.mark.parametrize("mark", "；，")
def test_lists_of_kinds_by_any_mark(mark: str) -> None:
    kinds = ["规划信息3条", "统计信息7条", "财政公开类信息44条", "重大项目17条", "政策解读38条", "招聘等信息17条"]
    text = f"主动公开政府信息126条。其中，{mark.join(kinds)}。"
    assert divided(text) == [(126, [3, 7, 44, 17, 38, 17])]
    assert divided(text.replace("38条", "38次"))[0][1] == [3, 7, 44, 17]


def test_documents_among_posts_are_none_that_were_made() -> None:
    assert told("公开信息46条，其中规范性文件0条。") == [("disclosure.total", 46), ("disclosure.documents", 0)]
    assert told("规范性文件制发0件。") == [("proactive.normative_documents.issued", 0)]


@pytest.mark.parametrize(
    ("name", "topic"), [("微信公众号", "wechat"), ("政务公开栏", "board"), ("门户网站", "website")]
)
def test_documents_are_not_carried_to_a_channel(name: str, topic: str) -> None:
    found = told(f"公开工作动态33条、政策文件4条，南溪乡{name}公开82条。")
    assert found[-2:] == [("disclosure.documents", 4), (CHANNEL + topic, 82)]
    assert told("在部门网站公开部门文件88件。") == [("disclosure.documents", 88)]
