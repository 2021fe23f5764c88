import pytest

from govinfo.findings import NotAssessable
from govinfo.forms import official_form
from govinfo.rules.citations import cited_basis
from govinfo.testing.samples import sample_report


def outcome(text, form="2021", **changes):
    return list(cited_basis.check(sample_report(form, preamble=text, **changes), official_form(form)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依照国办公开办函〔2019〕60号的格式编写。", "国办公开办函〔2021〕30号"),
        ("依照国办公开办函[ 2019 ] 60 号编写。", "国办公开办函〔2021〕30号"),
        ("本年度报告依照国办发〔2021〕30号编写。", "国办公开办函〔2021〕30号"),
        ("依照条例（国务院令第492号）编写。", "711号"),
        ("依照《政府信息公开条例》第三十二条编制本报告。", "第五十条"),
    ],
)
def test_wrong_basis(text, expected):
    (finding,) = outcome(text)
    assert (finding.rule, finding.severity) == ("M14", "info")
    assert expected in finding.message("zh")


def test_a_citation_in_a_section_counts():
    assert len(outcome("", texts={1: "依照国办公开办函〔2019〕60号。"})) == 1


@pytest.mark.parametrize(
    "text",
    [
        "依照国办公开办函〔2021〕30号编写。",
        "依照国办公开办函﹝2021﹞30号编写，不再使用国办公开办函〔2019〕60号的格式。",
        "依照国办函〔2020〕109号收取费用，并写入本年度报告。",
        "落实国办发〔2021〕30号的各项任务。",
        "依照《政府信息公开条例》（国务院令第492号公布，第711号修订）编写。",
        "依照《政府信息公开条例》第三十二条征求第三方意见。",
        "依照《政府信息公开条例》第五十条编制本报告。",
        "本报告没有引用文件。",
    ],
)
def test_right_basis(text):
    assert outcome(text) == []


def test_the_earlier_form_has_its_own_notice():
    assert outcome("依照国办公开办函〔2019〕60号编写。", "2019") == []
    assert len(outcome("依照国办公开办函〔2021〕30号编写。", "2019")) == 1


def test_no_text():
    assert isinstance(outcome("")[0], NotAssessable)
