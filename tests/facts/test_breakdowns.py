"""Totals with their parts, shares and comparisons."""

import random

import pytest

from govinfo.facts.model import Facts
from govinfo.facts.narrative import facts
from govinfo.testing.samples import sample_report


def read(text: str) -> Facts:
    return facts(sample_report(texts={1: text}, year=2024))


def divided(text: str) -> list[tuple[object, list[object], str]]:
    return [(one.total.value, [part.value for part in one.parts], one.listing) for one in read(text).breakdowns]


@pytest.mark.parametrize("seed", range(20))
def test_lists_of_any_kind_are_divided(seed: int) -> None:
    pick = random.Random(seed)  # noqa: S311 - samples, no secrets
    names = pick.sample(["机构类", "财政类", "人事类", "应急类", "教育类", "环保类"], pick.randrange(2, 6))
    numbers = [pick.randrange(1, 200) for _ in names]
    joint = pick.choice(["、", "，"])
    opening, listing = pick.choice(
        [("，其中", "among"), ("。其中", "among"), ("，包括", "exhaustive"), ("，其中：", "among")]
    )
    parts = joint.join(f"{name}{number}条" for name, number in zip(names, numbers, strict=True))
    text = f"全年共公开信息{sum(numbers)}条{opening}{parts}。召开会议2次。"
    assert divided(text) == [(sum(numbers), numbers, listing)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公开信息20条（财政类5条、人事类15条），培训3次", [(20, [5, 15], "among")]),
        ("公开信息20条，其中财政类12条、其他8条", [(20, [12, 8], "exhaustive")]),
        (
            "公开信息20条，其中：机构类2条；其他文件5条；动态类10条；人事类3条",
            [(20, [2, 5, 10, 3], "exhaustive")],
        ),
        ("公开信息20条，其中：机构类2条；其他3条；另有网站留言18条", [(20, [2, 3], "exhaustive")]),
        ("公开信息20条，包括财政类2条、人事类3条等", [(20, [2, 3], "among")]),
        (
            "公开信息20条，其中财政类12条（预算5条、决算7条），人事类8条",
            [(20, [12, 8], "among"), (12, [5, 7], "among")],
        ),
        ("公开信息20条，其中网站12条、微信18条", [(20, [12, 18], "overlapping")]),
        ("收到信息公开申请20件，其中自然人12件、法人8件，办结19件，结转1件", [(20, [12, 8], "among")]),
        (
            "收到信息公开申请20件，其中自然人12件、法人8件，均按时答复，其中予以公开15件",
            [(20, [12, 8], "among"), (20, [15], "among")],
        ),
        ("通过网站公开信息20条，其中财政类12条，人事类7条；通过微信公众号发布信息9条", [(20, [12, 7], "among")]),
        ("举办培训5期，其中线上2期、线下3期，培训200人次", [(5, [2, 3], "among")]),
        ("公开信息20条，较上年增加3条，其中财政类5条", [(20, [5], "among")]),
        ("新收信息公开申请5件（不含上年结转2件）", []),
        ("新收信息公开申请5件，办结4件", []),
        ("其中自然人3件", []),
        ("网站公开信息70条，其他方式公开信息5条。其中微信12条、微博8条", []),
        ("公开信息20条，其中会议类12条，动态类（含通知）8条", [(20, [12, 8], "among")]),
        ("公开信息20条，其中（含转发）会议类12条，动态类8条", [(20, [12, 8], "among")]),
        ("公开信息20条（含转发8条）", [(20, [8], "among")]),
        ("共公开信息70条。其中微信12条、微博8条", [(70, [12, 8], "overlapping")]),
        ("媒体刊发稿件90篇，其中省级媒体刊发稿件20篇", [(90, [20], "among")]),
    ],
)
def test_where_lists_begin_and_end(text: str, expected: list[object]) -> None:
    assert divided(text + "。") == expected


def test_the_numbers_of_a_list_with_respectively_and_each() -> None:
    first = read("规章、规范性文件制发数分别为2件、7件。").facts
    assert [f"{fact.topic} {fact.value}" for fact in first] == [
        "proactive.rules.issued 2",
        "proactive.normative_documents.issued 7",
    ]
    both = read("规章和规范性文件制发数各3件。").facts
    assert [f"{fact.topic} {fact.value}" for fact in both] == [
        "proactive.rules.issued 3",
        "proactive.normative_documents.issued 3",
    ]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("收到信息公开申请20件，其中自然人12件，占60%", 12, 20),
        ("收到信息公开申请20件，其中自然人12件，占比60%；法人8件，占比40%", 12, 20),
        ("收到信息公开申请20件，自然人占60%", None, 20),
        ("受理投诉20件，办结12件，办结率60%", 12, 20),
        ("印发文件20件，同步解读12件，解读率为60%", 12, 20),
        ("收到信息公开申请20件，较上年的30件减少10件。自然人12件，占60%", 12, 20),
    ],
)
def test_shares(text: str, part: int | None, whole: int) -> None:
    share = read(text + "。").shares[0]
    assert share.percent.value == 60
    assert (share.part.value if share.part else None) == part
    assert share.whole is not None
    assert share.whole.value == whole


@pytest.mark.parametrize(
    "text",
    [
        "受理投诉20件，按期办结12件，按期办结率60%",
        "受理投诉20件，办结12件，办结率100%",
        "受理投诉20件，回访12件，办结率60%",
    ],
)
def test_rates_of_what_is_not_told(text: str) -> None:
    assert read(text + "。").shares == ()


@pytest.mark.parametrize(
    ("text", "bound"),
    [("约占申请总量的22%", "about"), ("占申请总量的22%", "exact"), ("占约22%", "about"), ("占22%以上", "at_least")],
)
def test_shares_that_are_about_right(text: str, bound: str) -> None:
    (share,) = read(f"收到信息公开申请70件，其中邮件申请16件，{text}。").shares
    assert share.percent.value == 22
    assert share.percent.bound == bound


@pytest.mark.parametrize(
    ("text", "direction", "amount", "previous"),
    [
        ("收到信息公开申请25件，比2023年（31件）下降19.4%", "down", "19.4", 31),
        ("收到信息公开申请25件，同比增长10%", "up", "10", None),
        ("收到信息公开申请25件，较上年增加5件", "up", "5", None),
        ("收到信息公开申请25件，比去年多5件", "up", "5", None),
        ("收到信息公开申请25件，与去年持平", "same", None, None),
        ("收到信息公开申请25件，比上年翻一番", "up", "100", None),
        ("信息公开申请由2023年的31件下降到25件", "down", None, 31),
        ("政务新媒体由31个减至25个，精简19.4%", "down", "19.4", 31),
    ],
)
def test_trends(text: str, direction: str, amount: str | None, previous: int | None) -> None:
    (trend,) = read(text + "。").trends
    assert trend.current is not None
    assert trend.current.value == 25
    assert trend.direction == direction
    assert (str(trend.amount.value) if trend.amount else None) == amount
    assert (trend.previous.value if trend.previous else None) == previous


def test_a_change_is_no_number_of_its_own() -> None:
    found = read("收到信息公开申请25件，比2023年减少6件。").facts
    assert [fact.topic for fact in found] == ["applications.new", ""]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("收到信息公开申请3件，其中2件网上申请、1件信函申请", ["channel.online 2", "channel.letter 1"]),
        ("办结信息公开申请9件，其中4件予以公开、3件部分公开和2件不予公开",
         ["results.granted 4", "results.partially_granted 3", "results.refused 2"]),
        ("收到信息公开申请5件，分别由自然人（3件）和商业企业（2件）提出", ["new.natural_person 3", "new.commercial 2"]),
        ("收到信息公开申请20件，较2023年的30件减少，其中自然人20件", ["new.natural_person 20"]),
    ],
)  # fmt: skip
def test_numbers_in_front_of_what_they_count_and_in_brackets(text: str, parts: list[str]) -> None:
    (division,) = read(text + "。").breakdowns
    assert division.total.span == "reporting"
    assert [f"{part.topic.removeprefix('applications.')} {part.value}" for part in division.parts] == parts
