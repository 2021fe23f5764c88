"""How well facts are read of the labelled passages does not fall."""

from functools import cache

import pytest
from tests.facts.narratives import BEGIN, END, PAGE, judge, main, tables
from tests.facts.passages import development, held_out, load
from tests.facts.scoring import Judge, Score, add_up

HALVES = {"development": development, "held out": held_out}

FLOORS: dict[str, dict[str, tuple[int, int]]] = {
    "development": {
        "all facts": (93, 91),
        "breakdowns": (87, 89),
        "parts of breakdowns": (95, 93),
        "shares": (85, 75),
        "trends": (95, 95),
        "trends: direction and number": (100, 100),
        "bound": (100, 100),
        "polarity": (100, 100),
        "scope": (100, 80),
        "span": (63, 66),
    },
    "held out": {
        "all facts": (89, 83),
        "breakdowns": (81, 73),
        "parts of breakdowns": (95, 82),
        "shares": (33, 33),
        "trends": (65, 54),
        "trends: direction and number": (90, 75),
        "bound": (100, 100),
        "polarity": (100, 100),
        "scope": (84, 66),
        "span": (72, 85),
    },
}
"""Least precision and recall in per cent, by half and kind; may only rise."""

WRONG_VALUES = {"development": 0, "held out": 0}
"""Most facts with the right topic at the right place and another value than the printed one; may only fall."""

WRONG_TOPICS = {"development": 10, "held out": 24}
"""Most numbers with a topic that were read with another one; may only fall."""


@cache
def judges(half: str) -> tuple[Judge, ...]:
    return tuple(judge(load(HALVES[half]())))


@cache
def score(half: str) -> Score:
    return add_up(one.score for one in judges(half))


@pytest.mark.parametrize(("half", "kind"), [(half, kind) for half, kinds in FLOORS.items() for kind in kinds])
def test_precision_and_recall_do_not_fall(half, kind):
    precision, recall = FLOORS[half][kind]
    tally = score(half)[kind]
    assert 100 * tally.precision >= precision
    assert 100 * tally.recall >= recall


@pytest.mark.parametrize("half", HALVES)
def test_hardly_a_number_is_taken_for_another(half):
    assert sum(one.wrong["value"] for one in judges(half)) <= WRONG_VALUES[half]
    assert sum(one.wrong["topic"] for one in judges(half)) <= WRONG_TOPICS[half]


def test_the_page_has_tables_of_both_halves():
    text = PAGE.read_text("utf-8")
    inside = text.partition(BEGIN)[2].partition(END)[0]
    rows = [line.split("|")[1] for line in inside.splitlines() if line.startswith("|")]
    assert rows == [line.split("|")[1] for line in _rows()]


def _rows():
    return [line for line in tables(judges("development"), judges("held out")).splitlines() if line.startswith("|")]


def test_a_file_is_listed_with_what_is_missed(capsys):
    path = development()[0]
    main([str(path)])
    slips = [slip for one in judge(load([path])) for slip in one.slips]
    assert len(capsys.readouterr().out.splitlines()) == len(slips)
