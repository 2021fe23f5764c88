import attrs

from govinfo.findings import NotAssessable, catalogue
from govinfo.forms import official_form
from govinfo.report import HeadingLine
from govinfo.rules.required_topics import topics
from govinfo.testing.samples import sample_report

FIVE = ("主动公开方面", "依申请公开情况", "政府信息资源管理", "政务公开平台", "监督评价")


def run(text, *headings):
    lines = tuple(
        HeadingLine(f"（{number}）{heading}", 2, number, None, 1, None) for number, heading in enumerate(headings, 1)
    )
    return list(topics.check(sample_report(texts={1: text}, headings=lines), official_form("2021")))


def missing(text, *headings):
    return [(found.message("zh").split("“")[1].rstrip("”"), found.severity) for found in run(text, *headings)]


def test_s18_accepts_five_headings_by_other_names():
    assert not run("各项工作平稳。", *FIVE)


def test_s18_wants_a_heading_where_headings_follow_the_topics():
    headings = [heading for heading in FIVE if "平台" not in heading]
    assert missing("在门户网站发布信息，更新平台栏目。", *headings) == [("平台建设", "info")]
    assert not run("在平台建设方面，改版了网站。", *headings)


def test_s18_knows_requests_by_what_is_done_with_them():
    headings = [heading for heading in FIVE if "申请" not in heading]
    assert not run("收到申请5件。", *headings, "依规办理申请")
    assert missing("收到5件。", *headings) == [("依申请公开", "warning")]


def test_s18_takes_a_heading_on_two_topics():
    headings = [heading for heading in FIVE if "平台" not in heading and "管理" not in heading]
    assert not run("处理来信3封。", *headings, "平台与管理")
    assert not run("处理来信3封。", *headings, "管理和平台")


def test_s18_reads_headings_that_run_on_in_the_text():
    text = "\n".join(f"（一）{heading}。一年来做了不少工作。" for heading in FIVE)
    assert not run(text)
    assert not run("\n".join(f"{heading}，一年来我们做了不少工作，取得了明显的进展和成效。" for heading in FIVE))


def test_s18_is_graver_where_applications_are_not_even_mentioned():
    headings = [heading for heading in FIVE if "申请" not in heading]
    assert missing("各项工作平稳。", *headings) == [("依申请公开", "warning")]
    assert missing("答复公开申请2件。", *headings) == [("依申请公开", "info")]


def test_s18_is_content_with_a_mention_in_a_text_without_headings():
    told = "在网站发布信息20条，收到政府信息公开的申请1件，健全制度，开展培训两次。"
    assert not run(told)
    assert not run(told, "强化领导", "拓展公开渠道", "深化公开内容")
    assert missing("发布信息20条，办理公开申请1件，健全制度。") == [("平台建设", "info"), ("监督保障", "info")]


def test_s18_is_for_the_form_of_2021_and_needs_a_text():
    assert catalogue()["S18"].forms == ("2021",)
    (outcome,) = run("", *FIVE)
    assert isinstance(outcome, NotAssessable)


def test_s18_ignores_headings_of_other_sections():
    elsewhere = tuple(HeadingLine(f"（一）{heading}", 2, 1, None, 5, None) for heading in FIVE)
    report = attrs.evolve(sample_report(texts={1: "发布信息，答复申请人，更新目录。"}), headings=elsewhere)
    assert len(list(topics.check(report, official_form("2021")))) == 2
