"""Regional wordings from TOML: rows, groups, columns, sections and named fields."""

import pytest
from tests.fixtures.layouts import LAYOUTS, Draft, numbered

import govinfo
from govinfo.cli.registry_options import Wordings
from govinfo.contracts import LabelAlias
from govinfo.errors import ConfigurationError
from govinfo.forms import official_form, official_forms
from govinfo.registry import Registry
from govinfo.wordings import misdirected, parse_wordings, read_wordings, targets

WORDS = """
form = "2021"
[rows]
"results.granted" = ["同意提供所需信息"]
new = ["今年共接收的公开申请"]
[columns]
natural_person = ["公民个人"]
[sections]
3 = ["三、群众申请信息的办理"]
[metadata]
published = ["上网日子"]
"""


def registry(text=WORDS):
    return Registry.builtin().with_plugins(Wordings(parse_wordings(text, "words.toml")))


def reworded(text):
    form = official_form("2021")
    rows = {place.row.id: place.row.label.zh for place in form.rows if place.row.label}
    official = {
        rows["results.granted"]: "（一）同意提供所需信息",
        rows["new"]: "一、今年共接收的公开申请",
        "自然人": "公民个人",
        form.headings[2].label.zh: "三、群众申请信息的办理",
        "发布日期": "上网日子",
    }
    for before, after in official.items():
        assert before in text
        text = text.replace(before, after)
    return text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_report_in_other_words_reads_as_if_in_the_official_ones(layout):
    draft = Draft(texts=numbered())
    plain = govinfo.parse(LAYOUTS[layout](draft).encode(), registry=Registry.builtin())
    source = reworded(LAYOUTS[layout](draft)).encode()
    read = govinfo.parse(source, registry=registry())
    assert [cell.value for cell in read.cells()] == [cell.value for cell in plain.cells()]
    assert read.published == plain.published
    assert [section.heading is None for section in read.sections] == [False] * 6
    assert not [doubt for doubt in read.diagnostics if doubt not in plain.diagnostics]
    without = govinfo.parse(source, registry=Registry.builtin())
    assert without.diagnostics or without.published is None


def test_all_kinds_of_targets():
    assert parse_wordings(WORDS, "words.toml") == (
        LabelAlias("results.granted", "同意提供所需信息", "2021"),
        LabelAlias("new", "今年共接收的公开申请", "2021"),
        LabelAlias("natural_person", "公民个人", "2021"),
        LabelAlias("section.3", "三、群众申请信息的办理", "2021"),
        LabelAlias("metadata.published", "上网日子", "2021"),
    )


@pytest.mark.parametrize("form", official_forms(), ids=lambda form: form.id)
def test_every_part_of_a_form_can_be_reworded(form):
    known = targets(form)
    assert {"results.refused", "natural_person", "section.6", "metadata.publisher"} <= known
    assert all(misdirected(LabelAlias(target, "甲"), (form,)) is None for target in known)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[row]\nnew = ['x']", "no part 'row'"),
        ("rows = 3", "'rows' must be a table"),
        ("[rows]\nnew = 'x'", "'rows.new' must be a list"),
        ("[rows]\nnew = ['']", "'rows.new' must be a list"),
        ("form = 2021", "the id of a form"),
        ("[rows", "not TOML"),
    ],
)
def test_a_faulty_file_is_refused(tmp_path, text, words):
    path = tmp_path / "words.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigurationError) as caught:
        read_wordings(path)
    assert words in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_file_that_cannot_be_read(tmp_path):
    with pytest.raises(ConfigurationError, match="no such file"):
        read_wordings(tmp_path / "missing.toml")
    (tmp_path / "words.toml").write_bytes("[rows]\nnew = ['甲']".encode("gbk"))
    with pytest.raises(ConfigurationError, match="UTF-8"):
        read_wordings(tmp_path / "words.toml")


@pytest.mark.parametrize(
    ("alias", "words"),
    [
        (LabelAlias("results.grantd", "甲"), "'results.granted' is meant?"),
        (LabelAlias("new", "甲", "1999"), "no form '1999'"),
        (LabelAlias("section.7", "甲"), "no form has 'section.7'"),
        (LabelAlias("results.granted", "1.属于国家秘密"), "the official wording of 'results.refused.state_secret'"),
        (LabelAlias("research", "商业 企业"), "the official wording of 'commercial'"),
        (LabelAlias("section.2", "一、总体情况"), "the official wording of 'section.1'"),
    ],
)
def test_a_wording_that_nothing_can_use_costs_a_fault(alias, words):
    found = Registry.builtin().with_plugins(Wordings((alias, LabelAlias("new", "乙"))))
    (fault,) = found.faults
    assert fault.rule == "X23"
    assert words in fault.message("en")
    assert found.context.aliases == (LabelAlias("new", "乙"),)


def test_a_wording_for_two_things_costs_a_fault():
    given = (LabelAlias("new", "今年接收"), LabelAlias("carried_over", "一、今年接收"), LabelAlias("new", "今年接收"))
    found = Registry.builtin().with_plugins(Wordings(given))
    (fault,) = found.faults
    assert "given for 'new' as well" in fault.message("en")
    assert {alias.target for alias in found.context.aliases} == {"new"}


def test_a_label_that_several_rows_share_may_be_said_again():
    other = LabelAlias("results.other_handling.other", "3.其他")
    assert misdirected(other, official_forms()) is None


def test_a_row_and_a_column_may_be_worded_alike():
    given = (LabelAlias("results.other_handling.other", "另类"), LabelAlias("other_organization", "另类"))
    assert Registry.builtin().with_plugins(Wordings(given)).faults == ()
