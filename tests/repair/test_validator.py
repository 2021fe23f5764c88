"""The measurement of the validator notices what it is there to notice."""

from random import Random

import pytest
from click.testing import CliRunner

from govinfo import check
from govinfo.forms import official_form
from govinfo.testing.generate import random_report
from govinfo.testing.validator import measure
from govinfo.testing.validator.__main__ import main
from govinfo.testing.validator.measure import Case, cases, cells_told_apart, consistent, run
from govinfo.testing.validator.mistakes import FOUR, MISTAKES, THREE, rows_of
from govinfo.testing.validator.page import page


def written(tmp_path):
    path = tmp_path / "validator.md"
    result = CliRunner().invoke(main, ["--reports", "2", "--consistent", "2", "--output", str(path)])
    return result.exit_code, path.read_text("utf-8")


def test_the_page(tmp_path):
    code, text = written(tmp_path)
    assert code == 0
    assert "| 2021 | table three | 175 | 175 | 100.00 |" in text
    assert "| 2019 | table four | 15 | 0 | – |" in text
    for mistake in MISTAKES:
        assert f"| {mistake.cells} | {mistake.name} | 2021 |" in text


def test_findings_that_are_missing_are_noticed(monkeypatch, tmp_path):
    monkeypatch.setattr(measure, "check", lambda *_, **__: ())
    assert written(tmp_path)[0] == 1


def test_false_alarms_are_noticed(monkeypatch):
    (always, *_) = check(measure.with_values(random_report("2021", 1, "zero"), {"review.reconsideration.total": 1}))
    monkeypatch.setattr(measure, "check", lambda *_, **__: (always,))
    assert sum(clean.sums for clean in consistent(1)) == 6
    assert all(result.false == 1 for case in cases(1) if case.mistake.table == THREE and (result := run(case)))


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: f"{mistake.name}, {mistake.cells}")
def test_a_mistake_changes_as_many_cells_as_it_says(form, mistake):
    for seed in range(10):
        report = random_report(form, seed, "county")
        rows = rows_of(official_form(form), mistake.table)
        values = {cell: int(report.values[cell] or 0) for row in rows for cell in row}
        wrong = mistake.make(Random(seed), values, rows)  # noqa: S311 - a sample is no secret
        if wrong is not None:
            assert len(wrong) == mistake.cells
            assert all(number != values[cell] and number >= 0 for cell, number in wrong.items())


@pytest.mark.parametrize("mistake", [mistake for mistake in MISTAKES if mistake.cells == 1], ids=lambda one: one.name)
def test_one_wrong_cell_of_table_three_is_named_alone_and_one_of_table_four_among_others(mistake):
    for seed in range(5):
        result = run(Case(mistake, "2021", "county", seed))
        if result is not None:
            assert (result.missed, result.false) == (0, 0)
            assert result.due > 0
            assert result.named == "alone" or (mistake.table == FOUR and result.named in ("first", "among others"))


def test_rows_of_the_tables():
    form = official_form("2021")
    assert [len(row) for row in rows_of(form, THREE)] == [7] * 25
    assert [len(row) for row in rows_of(form, FOUR)] == [5] * 3


def test_told_apart():
    assert cells_told_apart(official_form("2019")) == {"applications": (161, 161), "review": (0, 15)}
    assert cells_told_apart(official_form("2021")) == {"applications": (175, 175), "review": (0, 15)}


def test_the_page_is_the_same_but_for_the_times():
    results = [(case, result) for case in cases(1) if (result := run(case))]
    clean = list(consistent(1))
    first, second = (page(clean, results, version="1", reports=1) for _ in range(2))
    assert first == second
