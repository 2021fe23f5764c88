"""Damaged reports: every number is right, or missing with a diagnostic; the share of right ones does not fall."""

from collections import Counter
from itertools import product

import pytest
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st

from govinfo.testing.damage import OPERATORS, judge, traced
from govinfo.testing.damage.__main__ import main
from govinfo.testing.damage.suite import FORMS, PRINTERS, RATES, SIZES, Case, alone, in_pairs, in_threes, run
from govinfo.testing.dumps import DUMPS
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS, printed

FLOOR = {"label": 0.97, "number": 0.85, "row": 0.9, "column": 0.8, "page": 0.95}
"""Least share of right cells by kind of damage, over all layouts and rates; may only rise."""

UNREAD = {
    "number footnoted": 0.78,
    "number misread": 0.79,
    "number beside label": 0.78,
    "row labels together": 0.58,
    "row labels behind": 0.54,
    "column years": 0.15,
    "page row cut": 0.94,
}
"""The same for damages of which most cells cannot be read; may only rise."""


def test_what_is_not_damaged_is_printed_as_ever():
    report = random_report("2021", 3, "county")
    for layout in LAYOUTS.values():
        assert layout(traced(report)) == layout(printed(report))


@pytest.mark.parametrize("name", OPERATORS)
def test_a_damage_changes_the_print_of_some_report(name):
    changed = 0
    for form in FORMS:
        for size in SIZES:
            parts = traced(random_report(form, 1, size))
            case = Case((name,), "page", form, size, 1, 0.4)
            changed += OPERATORS[name].apply(parts, 0.4, case.chance) != parts
    assert changed


@pytest.mark.parametrize("name", OPERATORS)
def test_every_layout_prints_what_a_damage_leaves(name):
    parts = OPERATORS[name].apply(
        traced(random_report("2019", 0, "zero")), 0.4, Case((name,), "page", "", "zero", 0, 0).chance
    )
    texts = {part for part in parts if isinstance(part, str)}
    for layout, print_as in PRINTERS.items():
        assert all(text in print_as(parts) for text in texts), layout


@pytest.mark.parametrize("name", OPERATORS)
def test_one_damage_leaves_no_wrong_number_in_silence(name):
    total: Counter[str] = Counter()
    for layout in LAYOUTS:
        for seed, (form, rate) in enumerate(product(FORMS, (min(RATES), max(RATES)))):
            case = Case((name,), layout, form, SIZES[1 + seed % 2], seed, rate)
            outcomes = run(case)
            assert outcomes["silent wrong"] == 0, case
            assert outcomes["silent missing"] == 0, case
            total += outcomes
    assert total["right"] / sum(total.values()) >= UNREAD.get(name, FLOOR[name.split()[0]])


@pytest.mark.parametrize("layout", DUMPS)
@pytest.mark.parametrize("name", OPERATORS)
def test_one_damage_leaves_no_wrong_number_in_silence_where_no_table_is_kept(name, layout):
    case = Case((name,), layout, FORMS[len(name) % 2], SIZES[len(name) % 3], len(name), RATES[1])
    assert not run(case).keys() & {"silent wrong", "silent missing"}


@st.composite
def cases(draw):
    one, other = draw(st.lists(st.sampled_from(sorted(OPERATORS)), min_size=2, max_size=2, unique=True))
    if other in OPERATORS[one].undone_by:
        other = "label misspelt once"
    return Case(
        (one, other),
        draw(st.sampled_from(sorted(PRINTERS))),
        draw(st.sampled_from(FORMS)),
        draw(st.sampled_from(SIZES)),
        draw(st.integers(0, 10**6)),
        draw(st.sampled_from(RATES)),
    )


@given(cases())
@example(Case(("label upright", "column doubled"), "columns", "2019", "province", 69, 0.1))
@settings(deadline=None, max_examples=150)
def test_two_damages_leave_no_wrong_number_in_silence(case):
    assert run(case)["silent wrong"] == 0


@pytest.mark.parametrize(
    "case",
    [
        Case(("row contradicted", "number merged across"), "tabs", "2021", "zero", 722765, 0.4),
        Case(("number torn", "number emptied"), "pipes", "2019", "province", 178516, 0.4),
        Case(("number emptied", "column spacers"), "pipes", "2021", "county", 383958, 0.4),
        Case(("row contradicted", "label misspelt once"), "bars", "2019", "zero", 129339, 0.4),
        Case(("row swapped", "label truncated"), "bars", "2021", "province", 237405, 0.9),
        Case(("row swapped", "label broken"), "columns", "2021", "province", 122191, 0.4),
        Case(("row swapped", "row labels together"), "page", "2019", "county", 876997, 0.4),
        Case(("row empty", "label upright"), "columns", "2019", "province", 988497, 0.02),
        Case(("column doubled", "number placeholders"), "bars", "2021", "zero", 679938, 0.4),
        Case(("column numbers apart", "number glued"), "lines", "2021", "province", 599828, 0.1),
        Case(("column exchanged", "label broken"), "scattered", "2019", "county", 300122, 0.4),
        Case(("column reordered", "label broken"), "scattered", "2019", "county", 548916, 0.4),
        Case(("page cut", "row labels behind"), "lines", "2019", "province", 5146, 0.6),
        Case(("number torn", "number units", "page no header"), "bars", "2021", "province", 43628, 0.9),
        Case(("page page feet", "row labels behind", "number torn"), "bars", "2021", "county", 56915, 0.1),
        Case(("number torn", "page cut", "column serial"), "pipes", "2021", "county", 89469, 0.1),
        Case(("number merged across", "column numbers apart"), "bars_below", "2021", "county", 293234, 0.4),
        Case(("column numbers apart", "row merged down"), "numbers_below", "2021", "county", 952562, 0.4),
        Case(("column numbers apart", "number glued"), "bars_below", "2019", "province", 732217, 0.1),
        Case(("number blanked", "row labels behind"), "lines", "2021", "province", 144959, 0.4),
        Case(("number beside label", "row labels together"), "columns", "2021", "county", 880178, 0.02),
        Case(("row labels together", "page header again"), "rows_opened", "2019", "county", 506356, 0.4),
        Case(("column dropped", "column numbers apart"), "bars_below", "2019", "province", 153806, 0.1),
        Case(("row contradicted", "number blanked", "column zeros left out"), "tabs", "2021", "zero", 7460487, 0.4),
        Case(("number placeholders", "column doubled"), "bars", "2021", "zero", 249076, 0.02),
        Case(("number emptied", "row labels behind"), "bars_below", "2021", "county", 5058990, 0.02),
        Case(
            ("column reordered", "page header again", "number decimals"), "scattered", "2019", "province", 5548371, 0.02
        ),
        Case(("row labels together", "page header again"), "bars_below", "2021", "county", 680146, 0.1),
        Case(("row labels together", "column serial"), "numbers_below", "2021", "province", 954428, 0.4),
        Case(("row labels together", "page header again"), "bars", "2021", "province", 6261615, 0.4),
        Case(("column dropped", "column numbers apart"), "bars_below", "2019", "province", 6633843, 0.4),
        Case(("column zeros left out", "row labels behind"), "bars_below", "2019", "county", 7362964, 0.4),
        Case(
            ("row labels together", "label misspelt twice", "page page feet"), "tabs", "2019", "province", 2847808, 0.4
        ),
        Case(("column exchanged", "page row cut", "column spacers"), "numbers_below", "2019", "county", 2493852, 0.1),
        Case(
            ("column numbers apart", "number merged across", "column dropped"),
            "bars_below",
            "2019",
            "zero",
            4280388,
            0.02,
        ),
        Case(("column dropped", "row merged down"), "tabs", "2021", "province", 9688364, 0.4),
        Case(
            ("row contradicted", "number emptied", "number beside label"), "rows_opened", "2019", "county", 3364037, 0.4
        ),
        Case(("page page numbers", "row labels behind"), "bars_below", "2019", "county", 8497696, 0.4),
        Case(("number blanked", "number torn", "label spaced"), "columns", "2021", "county", 3949421, 0.4),
        Case(
            ("row labels together", "label renumbered", "number placeholders"),
            "rows_opened",
            "2021",
            "zero",
            9334653,
            0.4,
        ),
        Case(("column zeros left out", "number beside label"), "numbers_below", "2021", "province", 8436997, 0.4),
        Case(("page row cut", "number footnoted", "number torn"), "columns", "2019", "county", 3179160, 0.4),
        Case(("page page feet", "column serial", "number blanked"), "bars_below", "2021", "county", 5605358, 0.4),
        Case(("number merged across", "row labels together"), "bars", "2019", "county", 6421863, 0.4),
        Case(("row labels together", "page page numbers"), "columns", "2021", "county", 9737339, 0.4),
        Case(("row merged down", "row contradicted"), "columns", "2019", "county", 4236569, 0.4),
        Case(("row contradicted", "column doubled", "page row cut"), "page", "2019", "province", 950410, 0.4),
        Case(
            ("label truncated", "label misspelt once", "column zeros left out"),
            "numbers_below",
            "2021",
            "province",
            573767,
            0.4,
        ),
        Case(("number blanked", "row labels behind"), "bars_below", "2019", "county", 5429433, 0.7),
        Case(("column doubled", "column serial", "row labels together"), "tabs", "2021", "province", 6523372, 0.4),
        Case(
            ("row labels together", "label unnumbered", "page no header"), "rows_opened", "2021", "county", 2801283, 0.4
        ),
        Case(("number emptied", "row labels behind"), "numbers_below", "2021", "zero", 5045571, 0.9),
    ],
    ids=lambda case: " + ".join(case.damages),
)
def test_damages_that_once_left_a_wrong_number_in_silence(case):
    assert run(case)["silent wrong"] == 0


def test_the_truth_is_told_from_what_is_printed():
    report = random_report("2021", 2, "county")
    parts = traced(report)
    assert set(dict(judge(parts, report, report)).values()) == {"right"}
    none = [part for part in parts if isinstance(part, str)]
    assert set(dict(judge(tuple(none), report, report)).values()) == {"right"}


def test_the_same_seed_gives_the_same_cases():
    assert list(alone(5, 1)) == list(alone(5, 1))
    assert list(alone(5, 1)) != list(alone(6, 1))
    pairs = {case.damages for case in in_pairs(5, 1)}
    assert ("row missing", "label broken") in pairs
    assert ("number glued", "column doubled") not in pairs
    assert list(in_threes(5, 4)) == list(in_threes(5, 4)) != list(in_threes(6, 4))
    assert all(len(set(case.damages)) == 3 for case in in_threes(5, 4))


def test_the_command_writes_its_page(tmp_path, monkeypatch):
    monkeypatch.setattr("govinfo.testing.damage.suite.OPERATORS", {"row missing": OPERATORS["row missing"]})
    page = tmp_path / "damage.md"
    few = ["--alone", "1", "--pairs", "1", "--threes", "0", "--processes", "1"]
    done = CliRunner().invoke(main, [*few, "--output", str(page)])
    assert done.exit_code == 0, done.output
    text = page.read_text("utf-8")
    assert "| row missing | A row left out. |" in text
    assert f"{len(PRINTERS) * len(RATES)} documents" in text
