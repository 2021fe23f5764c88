"""The labelled passages hold what they say, and the measure tells right from wrong."""

import re
from collections import Counter
from decimal import Decimal
from typing import get_args

import attrs
import pytest
from tests.facts.passages import (
    SETS,
    Choice,
    Passage,
    Span,
    development,
    entries,
    held_out,
    load,
    locate,
    occurrences,
    once_held_out,
)
from tests.facts.scoring import Judge, add_up, group

from govinfo.facts import model
from govinfo.facts.model import Breakdown, Fact, Facts, Place, Share, Trend
from govinfo.forms import official_forms

FILES = [path for files in SETS.values() for path in files()]

KEYS = {
    "facts": {"number", "topic", "value", "upper", "measure", "bound", "polarity", "scope", "span", "optional"},
    "breakdowns": {"total", "parts", "listing", "optional"},
    "shares": {"percent", "part", "whole", "optional"},
    "trends": {"direction", "current", "amount", "previous", "optional"},
}
WORDS = {
    "measure": get_args(model.Measure),
    "bound": get_args(model.Bound),
    "polarity": get_args(model.Polarity),
    "scope": get_args(model.Scope),
    "span": get_args(model.Span),
    "listing": get_args(model.Listing),
    "direction": get_args(model.Direction),
}

LEAST = 460
"""Least number of passages; may only rise."""

SOME = 4
"""Every fourth passage is enough to try the measure."""

FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def topics() -> set[str]:
    """Rows of the forms without their column, their groups, and what the forms have no row for."""
    cells = {cell.id.removesuffix(".total") for form in official_forms() for cell in form.cells}
    rows = {cell for cell in cells if not cell.startswith("applications.") or cell.rsplit(".", 1)[1] not in APPLICANTS}
    groups = {".".join(row.split(".")[:3]) for row in rows if row.startswith("applications.results.")}
    outcomes = {"total", "upheld", "corrected", "other", "pending"}
    kinds = ("reconsideration", "litigation", "litigation_direct", "litigation_after_reconsideration")
    return {
        *rows,
        *groups,
        "applications.open",
        "applications.results.total",
        *(f"applications.new.{applicant}" for applicant in (*APPLICANTS, "organization")),
        *(f"applications.channel.{way}" for way in ("online", "letter", "in_person", "email", "fax", "other")),
        *(f"review.{kind}.{outcome}" for kind in kinds for outcome in outcomes),
        "review.all.total",
        *(f"fees.{what}" for what in ("notices", "charged", "received")),
        *(f"disclosure.channel.{channel}" for channel in CHANNELS),
        *(f"disclosure.{kind}" for kind in DISCLOSED),
        "management.reviews",
        "platform.accounts",
        "platform.sites",
        *(f"supervision.{kind}" for kind in SUPERVISION),
        "",
    }


APPLICANTS = ("natural_person", "commercial", "research", "public_welfare", "legal_services", "other_organization")
CHANNELS = ("website", "wechat", "weibo", "app", "gazette", "board", "press", "other")
DISCLOSED = (
    *("total", "interpretations", "responses", "documents", "notices", "guides", "consultations", "proposals"),
)
SUPERVISION = ("trainings", "trained", "meetings", "inspections", "assessed", "accountability")


def several(value):
    return value if isinstance(value, list) else [value]


def test_there_are_enough_of_all_kinds():
    passages = list(load(FILES))
    assert len(passages) >= LEAST
    assert {passage.section for passage in passages} >= {1, 2, 3, 4, 5, 6}
    assert {passage.form for passage in passages} == {"2019", "2021"}
    for form, last in (("2019", 2020), ("2021", 2025)):
        assert all(passage.year <= last for passage in passages if passage.form == form)
    assert max(Counter(passage.id for passage in passages).values()) == 1
    assert max(Counter(passage.text for passage in passages).values()) == 1


def test_all_sets_have_the_same_themes():
    themes = [path.name for path in development()]
    assert [path.name for path in once_held_out()] == [f"held-{theme}" for theme in themes]
    assert [path.name for path in held_out()] == [f"held2-{theme}" for theme in themes]
    one, other = (len(list(load(half))) for half in (development(), once_held_out()))
    assert abs(one - other) <= len(development())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_holds_only_what_is_known(path):
    known = topics()
    for entry in entries(path):
        assert set(entry) <= {"id", "section", "year", "form", "text", *KEYS}
        assert entry["id"].startswith(path.stem.removeprefix("held-"))
        for kind, keys in KEYS.items():
            for label in entry.get(kind, ()):
                assert set(label) <= keys, label
                for name in WORDS.keys() & label.keys():
                    assert set(several(label[name])) <= set(WORDS[name]), label
        for label in entry.get("facts", ()):
            assert set(several(label["topic"])) <= known, label
            assert ("value" in label) != ("all" in several(label.get("polarity", "stated"))), label


def test_values_are_those_printed():
    for entry in (entry for path in FILES for entry in entries(path)):
        for label in entry.get("facts", ()):
            printed = label["number"].partition("#")[0].translate(FULL_WIDTH).replace(",", "")
            plain = re.fullmatch(r"近?(\d+(?:\.\d+)?)(万?)", printed)
            if plain:
                times = 10_000 if plain[2] else 1
                assert Decimal(plain[1]) * times == Decimal(str(label["value"])), (entry["id"], label)


def test_parts_and_totals_differ():
    for passage in load(FILES):
        for breakdown in passage.breakdowns:
            assert len({breakdown.total, *breakdown.parts}) == len(breakdown.parts) + 1, passage.id
        spans = [(fact.span, fact.topics) for fact in passage.facts]
        assert len(set(spans)) == len(spans), passage.id


def test_occurrences_are_whole_numbers():
    text = "2024年收到2件、12件，2.5万件，另2件；统一受理十二件"
    assert [text[at:][:3] for at in occurrences(text, "2")] == ["2件、", "2件；"]
    assert occurrences(text, "二") == []
    assert len(occurrences(text, "一")) == 1
    assert locate(text, "2#2").start > locate(text, "12").start
    with pytest.raises(LookupError, match="'2#3' is not in"):
        locate(text, "2#3")


def oracle(passage: Passage) -> Facts:
    """Facts as the labels have them, in the first of the ways allowed."""

    def place(span: Span) -> Place:
        before = passage.text[: span.start]
        start = span.start - (before.rfind("\n") + 1)
        return Place(passage.section, before.count("\n"), start, start + span.end - span.start)

    def number(span: Span) -> Fact:
        return Fact("", Decimal(0), "count", "", "", place(span))

    def chosen(choice: Choice) -> Fact | None:
        return number(choice[0]) if choice and choice[0] else None

    told = tuple(
        Fact(
            topic=label.topics[0],
            value=label.value,
            measure=label.measure,  # type: ignore[arg-type]
            unit="",
            text="",
            place=place(label.span),
            bound=label.bound,  # type: ignore[arg-type]
            polarity=label.polarity[0],  # type: ignore[arg-type]
            scope=label.scope[0],  # type: ignore[arg-type]
            span=label.year[0],  # type: ignore[arg-type]
        )
        for label in passage.facts
    )
    return Facts(
        told,
        tuple(
            Breakdown(number(label.total), tuple(map(number, label.parts)), label.listing[0])  # type: ignore[arg-type]
            for label in passage.breakdowns
        ),
        tuple(Share(number(label.percent), chosen(label.part), chosen(label.whole)) for label in passage.shares),
        tuple(
            Trend(chosen(label.current), label.direction, chosen(label.amount), chosen(label.previous), "", place)  # type: ignore[arg-type]
            for label in passage.trends
            for place in [Place(passage.section, 0, 0, 1)]
        ),
    )


def test_the_labels_themselves_are_all_right():
    judges = [Judge(passage, oracle(passage)) for passage in load(FILES)]
    assert [slip for judge in judges for slip in judge.slips] == []
    score = add_up(judge.score for judge in judges)
    assert all(tally.precision == tally.recall == 1 for tally in score.values())


def test_nothing_is_found_in_nothing():
    score = add_up(Judge(passage, Facts()).score for passage in load(FILES))
    assert not any(tally.found or tally.told for tally in score.values())


def test_a_wrong_value_or_topic_is_noticed():
    for passage in list(load(FILES))[::SOME]:
        facts = oracle(passage)
        named = [fact for fact in facts.facts if fact.topic and fact.value is not None]
        for fact in named:
            other = attrs.evolve(fact, value=fact.value + Decimal("0.5"))
            judge = Judge(passage, Facts((other,)))
            assert judge.wrong == {"value": 1}
            assert judge.score[group(fact.topic)].right == 0
            other = attrs.evolve(fact, topic="supervision.awards")
            tally = Judge(passage, Facts((other,))).score[group(other.topic)]
            assert (tally.told, tally.right) == (1, 0)


def test_telling_the_same_twice_is_wrong_once():
    passage = next(load(development()))
    facts = oracle(passage).facts
    score = add_up([Judge(passage, Facts((*facts, facts[0]))).score])
    assert score["all facts"].told - score["all facts"].right == 1


def test_a_wrong_relation_is_noticed():
    for passage in list(load(FILES))[::SOME]:
        facts = oracle(passage)
        for trend in facts.trends:
            other = attrs.evolve(trend, direction="down" if trend.direction == "up" else "up")
            assert Judge(passage, Facts(trends=(other,))).score["trends: direction and number"].right == 0
        for share in facts.shares:
            of_itself = attrs.evolve(share, part=share.percent)
            assert Judge(passage, Facts(shares=(of_itself,))).score["shares"].right == 0
        for breakdown in facts.breakdowns:
            more = attrs.evolve(breakdown, parts=(*breakdown.parts, breakdown.total))
            swapped = attrs.evolve(breakdown, total=breakdown.parts[0], parts=(breakdown.total, *breakdown.parts[1:]))
            for wrong in (more, swapped):
                assert Judge(passage, Facts(breakdowns=(wrong,))).score["breakdowns"].right == 0


@pytest.mark.parametrize(
    ("attribute", "value", "kind"),
    [
        ("bound", "about", "bound"),
        ("polarity", "all", "polarity"),
        ("scope", "whole", "scope"),
        ("span", "other", "span"),
    ],
)
def test_a_wrong_attribute_is_noticed(attribute, value, kind):
    (passage,) = (one for one in load(development()) if one.id == "requests-01")
    facts = Facts(tuple(attrs.evolve(fact, **{attribute: value}) for fact in oracle(passage).facts))
    score = add_up([Judge(passage, facts).score])
    assert (score[kind].told, score[kind].right) == (len(facts.facts), 0)
    assert score["all facts"].precision == 1


def test_a_place_in_another_section_is_no_match():
    passage = next(load(development()))
    moved = tuple(
        attrs.evolve(fact, place=attrs.evolve(fact.place, section=fact.place.section + 1))
        for fact in oracle(passage).facts
    )
    assert add_up([Judge(passage, Facts(moved)).score])["all facts"].right == 0
