"""Texts that are alike are found among many, and only such texts are compared piece by piece."""

import random

import pytest
from tests.fixtures.beside import one

from govinfo.collection import Collection
from govinfo.collection.likeness import ALIKE, LEAST
from govinfo.collection.shingles import SHINGLE, Shingles, shingles

LETTERS = [chr(code) for code in range(ord("一"), ord("一") + 3000)]
TOWNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥东南西北上中下左右前后金木水火土天地玄黄宇宙洪荒"


def seeded(seed):
    return random.Random(seed)  # noqa: S311 - samples, no secrets


def text(chance, length):
    """Letters by chance, so that no piece of it stands in another text."""
    return "".join(chance.choices(LETTERS, k=length))


def together(*texts):
    return Collection.of(
        [one(2024, agency=f"{TOWNS[place]}山县林业局", texts={1: said}) for place, said in enumerate(texts)]
    )


def alike(collection):
    """Which reports are alike, by their places."""
    order = {id(report): place for place, report in enumerate(collection.reports)}
    return [{order[id(like.report)] for like in collection.alike(report)} for report in collection.reports]


@pytest.mark.parametrize("seed", range(150))
def test_texts_that_share_enough_are_found_wherever_they_stand(seed):
    """All of them: a text that shares four fifths is missed once in some thousand times."""
    chance = seeded(seed)
    shared = text(chance, 1000)
    one_text, other = shared + text(chance, 90), shared + text(chance, 90)
    found = together(one_text, *(text(chance, 600) for _ in range(2)), other)
    assert alike(found) == [{3}, set(), set(), {0}]


@pytest.mark.parametrize(("own", "same"), [(100, True), (140, False)])
def test_less_than_the_least_share_is_not_enough(own, same):
    """Of 1,000 letters that two texts share and as many of their own, so much is shared of what either has."""
    chance = seeded(1)
    shared = text(chance, 1000)
    texts = [shared + text(chance, own) for _ in range(2)]
    share = (1000 - SHINGLE + 1) / (1000 - SHINGLE + 1 + 2 * own)
    assert (share >= ALIKE) == same
    assert alike(together(*texts)) == ([{1}, {0}] if same else [set(), set()])


@pytest.mark.parametrize(("pieces", "same"), [(LEAST, True), (LEAST - 1, False)])
def test_short_texts_are_not_compared(pieces, same):
    short = text(seeded(2), pieces + SHINGLE - 1)
    collection = together(short, short)
    assert len(shingles(collection.reports[0], (1, 5))) == pieces
    assert alike(collection) == ([{1}, {0}] if same else [set(), set()])


def test_a_text_that_many_share_is_compared_with_the_next_eight():
    many = 30
    same = text(seeded(3), 600)
    found = alike(together(*[same] * many))
    pairs = sum(min(8, many - 1 - place) for place in range(many))
    assert sum(map(len, found)) == 2 * pairs
    assert min(map(len, found)) == 8


@pytest.fixture
def compared(monkeypatch):
    """A list with an entry for each exact comparison."""
    calls = []
    shared = Shingles.shared

    def counted(one_text, other):
        calls.append(other)
        return shared(one_text, other)

    monkeypatch.setattr(Shingles, "shared", counted)
    return calls


def test_texts_that_have_nothing_in_common_are_not_compared(compared):
    chance = seeded(4)
    assert alike(together(*(text(chance, 800) for _ in TOWNS))) == [set()] * len(TOWNS)
    assert compared == []
    same = text(chance, 800)
    alike(together(same, *(text(chance, 800) for _ in range(20)), same))
    assert len(compared) == 1


def test_of_texts_that_share_a_half_two_thirds_are_compared(compared):
    """Sixteen bands of four numbers: 1 - (1 - 0.5 ** 4) ** 16 is 0.64."""
    pairs = 150
    for seed in range(pairs):
        chance = seeded(seed)
        shared = text(chance, 600)
        assert alike(together(shared + text(chance, 300), shared + text(chance, 300))) == [set(), set()]
    assert 0.55 * pairs <= len(compared) <= 0.75 * pairs


def test_reports_on_other_years_are_not_compared():
    same = text(seeded(5), 600)
    reports = [
        one(year, agency=f"{letter}山县林业局", texts={1: same}) for year, letter in ((2023, "甲"), (2024, "乙"))
    ]
    assert alike(Collection.of(reports)) == [set(), set()]
