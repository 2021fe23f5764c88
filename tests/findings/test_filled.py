"""Texts are filled when they are read, and nobody can tell it."""

import copy
import pickle

import attrs
import pytest

from govinfo.findings import Finding, Text, spec
from govinfo.forms import Label

TEMPLATE = Text("{row}为{n}，应为{due}", "{row} is {n}, {due} is due")
SAID = Text("合计为3，应为两项", "the total is 3, two is due")


def text():
    return Text.filled(TEMPLATE, {"row": Label("合计", "the total"), "n": 3, "due": Text("两项", "two")})


def test_it_says_what_its_template_says_of_the_values():
    assert (text().zh, text().en) == (SAID.zh, SAID.en)
    assert (text()("zh"), text()("en")) == (SAID.zh, SAID.en)


def test_it_is_equal_to_a_text_from_both_sides():
    assert text() == SAID
    assert text() == SAID
    assert text() == text()
    assert hash(text()) == hash(SAID)
    assert text() != Text(SAID.zh, "something else")
    assert text() != SAID.zh
    assert repr(text()) == repr(SAID)


def pickled(told):
    return pickle.loads(pickle.dumps(told))  # noqa: S301 - its own bytes


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickled])
def test_copies_are_equal(copied):
    assert copied(text()) == SAID


def test_it_can_be_taken_apart_and_changed_like_a_text():
    assert attrs.asdict(text()) == attrs.asdict(SAID)
    assert attrs.evolve(text(), en="two") == Text(SAID.zh, "two")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        text().zh = ""
    with pytest.raises(AttributeError):
        _ = text().fr


def test_a_language_that_nobody_reads_is_not_written():
    found = Text.filled(Text("{n}", "{missing}"), {"n": 1})
    assert found.zh == "1"
    with pytest.raises(KeyError):
        _ = found.en


def test_a_template_without_placeholders_is_the_text():
    plain = Text("无", "none")
    assert Text.filled(plain, {"n": 1}) is plain
    assert Text.filled(Text("{n}", "none"), {"n": 1}) == Text("1", "none")


def test_findings_are_equal_and_copied():
    found, same = (spec("V15").finding(cells=("a",), count="2") for _ in range(2))
    assert found == same
    assert hash(found) == hash(same)
    assert found.fingerprint == same.fingerprint
    assert found == attrs.evolve(found, text=Text(found.text.zh, found.text.en))
    plain = pickled(found)
    assert isinstance(plain, Finding)
    assert plain == found
    assert plain.to_dict() == found.to_dict()


def test_values_may_be_worked_out_when_they_are_read():
    asked = []

    def values():
        asked.append(1)
        return {"row": Label("合计", "the total"), "n": 3}

    found = Text.filled(Text("{row}为{n}", "{row} is {n}"), values)
    assert not asked
    assert (found.zh, found.zh, found.en) == ("合计为3", "合计为3", "the total is 3")
    assert len(asked) == 2


def test_further_values_stand_beside_those_that_are_worked_out():
    late = spec("M06").finding(lambda: {"day": "2024-01-20"}, end="2024-12-31")
    assert late == spec("M06").finding(day="2024-01-20", end="2024-12-31")
    assert late.fingerprint == spec("M06").finding({"day": "2024-01-20"}, end="2024-12-31").fingerprint
