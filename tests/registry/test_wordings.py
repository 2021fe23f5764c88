"""Regional wordings from TOML: rows, groups, columns, sections and named fields."""

import pytest
from tests.fixtures.layouts import LAYOUTS, Draft, numbered

import govinfo
from govinfo.cli.registry_options import Wordings
from govinfo.contracts import LabelAlias
from govinfo.errors import ConfigurationError
from govinfo.forms import official_form, official_forms
from govinfo.registry import Registry
from govinfo.wordings import METADATA, misdirected, read_wordings, skeleton, targets

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


@pytest.fixture
def words(tmp_path):
    path = tmp_path / "words.toml"
    path.write_text(WORDS, "utf-8")
    return read_wordings(path)


def registry(*given):
    return Registry.builtin().with_plugins(Wordings(given))


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
def test_a_report_in_other_words_reads_as_if_in_the_official_ones(layout, words):
    draft = Draft(texts=numbered())
    plain = govinfo.parse(LAYOUTS[layout](draft).encode(), registry=Registry.builtin())
    source = reworded(LAYOUTS[layout](draft)).encode()
    read = govinfo.parse(source, registry=registry(*words))
    assert [cell.value for cell in read.cells()] == [cell.value for cell in plain.cells()]
    assert read.published == plain.published
    assert [section.heading is None for section in read.sections] == [False] * 6
    assert not [doubt for doubt in read.diagnostics if doubt not in plain.diagnostics]
    without = govinfo.parse(source, registry=Registry.builtin())
    assert without.diagnostics or without.published is None


def test_all_kinds_of_targets(words):
    assert words == (
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
        ("", "no wordings"),
        ("[rows]", "no wordings"),
        ("[rows]\nnew = []", "'rows.new' must be a list"),
        ("[rows]\nresults.granted = ['x']", "ids with dots go in quotes"),
        ("[rows]\n“new” = [“甲”]", "straight quotes"),
        ("[rows]\nnew = ['甲']\nnew = ['乙']", "stands there twice"),
        ("[rows]\nnew = ['甲']\n[rows]\ncarried_over = ['乙']", "stands there twice"),
    ],
)
def test_a_faulty_file_is_refused(tmp_path, text, words):
    path = tmp_path / "words.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(ConfigurationError) as caught:
        read_wordings(path)
    assert words in str(caught.value)
    assert str(path) in str(caught.value)
    assert caught.value.zh != str(caught.value)


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
        (LabelAlias("new", "甲", "1999"), "no form '1999'; known are 2019, 2021"),
        (LabelAlias("applications.carried_over", "甲"), "'carried_over' is meant?"),
        (LabelAlias("metadata.date", "甲"), "no field 'date'; there are index_number"),
        (LabelAlias("metadata.index_number", "发布日期"), "the official wording of 'metadata.published'"),
        (LabelAlias("new", "自然人"), "the official wording of 'natural_person'"),
        (LabelAlias("new", "申请人 情况"), "the official wording of 'applicants'"),
        (LabelAlias("section.3", "信息内容"), "the official wording of '表二'"),
        (LabelAlias("section.3", "商业企业"), "the official wording of 'commercial'"),
        (LabelAlias("new", "12件"), "a number"),
        (LabelAlias("new", "0"), "a number"),
        (LabelAlias("new", "无"), "a number, a mark"),
        (LabelAlias("new", "，。"), "a number, a mark"),
        (LabelAlias("new", "甲" * 200), "too long"),
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


PAIRS = {
    "rows": (LabelAlias("new", "今年接收"), LabelAlias("carried_over", "一、今年接收")),
    "of all forms and of one": (LabelAlias("new", "今年接收"), LabelAlias("carried_over", "今年接收", "2021")),
    "row and section": (LabelAlias("new", "今年接收"), LabelAlias("section.3", "今年接收")),
    "fields": (LabelAlias("metadata.published", "上网"), LabelAlias("metadata.publisher", "上网")),
}


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("case", PAIRS)
def test_a_wording_for_two_things_is_used_for_none(case, order):
    """Whoever came first: a number would go to the wrong cell, and nobody can tell to which."""
    one, other = PAIRS[case][::order]
    (fault,) = registry(one, other, one).faults
    assert f"given for {other.target!r}" in fault.message("en").replace("labels gives it for", "given for")
    assert registry(one, other, one).context.aliases == ()
    apart = Registry.builtin().with_plugins(Wordings((one,), "a"), Wordings((other,), "b"))
    assert [fault.message("en").partition(" failed: ")[0] for fault in apart.faults] == [
        "govinfo_labels of plugin a",
        "govinfo_labels of plugin b",
    ]
    assert apart.context.aliases == ()


def test_a_wording_may_mean_another_thing_in_another_form():
    given = (LabelAlias("new", "今年接收", "2019"), LabelAlias("carried_over", "今年接收", "2021"))
    assert registry(*given).faults == ()


@pytest.mark.parametrize("form", official_forms(), ids=lambda form: form.id)
def test_the_file_to_fill_in_has_every_id_and_the_official_wordings_change_nothing(tmp_path, form):
    path = tmp_path / "words.toml"
    path.write_text(skeleton(form).replace("# ", ""), "utf-8")
    aliases = read_wordings(path)
    assert {alias.target for alias in aliases} == targets(form)
    assert len(METADATA) == sum(alias.target.startswith("metadata.") for alias in aliases)
    refused = [alias for alias in aliases if misdirected(alias, (form,))]
    assert refused == []
    path.write_text(skeleton(form), "utf-8")
    with pytest.raises(ConfigurationError, match="no wordings"):
        read_wordings(path)


def test_a_label_that_several_rows_share_may_be_said_again():
    other = LabelAlias("results.other_handling.other", "3.其他")
    assert misdirected(other, official_forms()) is None


def test_a_row_and_a_column_may_be_worded_alike():
    given = (LabelAlias("results.other_handling.other", "另类"), LabelAlias("other_organization", "另类"))
    assert Registry.builtin().with_plugins(Wordings(given)).faults == ()
