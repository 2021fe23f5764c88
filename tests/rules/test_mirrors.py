import pytest

from govinfo.findings import NotAssessable
from govinfo.forms import official_form
from govinfo.report import HeadingLine
from govinfo.rules.mirrors import mirror
from govinfo.testing.samples import sample_report

FORM = official_form("2021")
GLOSSED = "本局主動公(gong)开信息，答复（fù）群众。"
TRADITIONAL = "本局認真處理政府信息公開申請，維護網站，發布統計數據，組織學習，規範辦理程序。"


def outcome(text, **changes):
    return list(mirror.check(sample_report(texts={1: text}, **changes), FORM))


@pytest.mark.parametrize(("text", "words"), [(GLOSSED, "公(gong)"), (TRADITIONAL, "繁体")])
def test_altered_text(text, words):
    (finding,) = outcome(text)
    assert (finding.rule, finding.severity) == ("M19", "warning")
    assert words in finding.message("zh")


def test_gambling_in_front_of_the_report():
    (finding,) = outcome("", preamble="某娱乐城注册入口")
    assert "娱乐城" in finding.message("zh")


def test_glosses_in_headings_count():
    heading = HeadingLine("一、总(zǒng)体情(qíng)况", 1, 1, 1, 1, None)
    assert len(outcome("", headings=(heading,))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "通过移动端(app)和附件(doc)发布信息，另有(pdf)版。",
        "郪(qī)江沿线发布防汛信息3条。",
        "展出古籍《後漢書》《學記》，介绍老字号總號的招牌。",
        "依法查处娱乐城违规经营案件2件。",
    ],
)
def test_ordinary_text(text):
    assert outcome(text) == []


def test_no_text():
    assert isinstance(outcome("", title=None)[0], NotAssessable)
