"""Labelled passages beside tables that hold what the labels say: no rule finds a contradiction."""

from collections import Counter
from decimal import Decimal

import pytest
from tests.facts import passages

import govinfo
from govinfo.forms import official_form
from govinfo.rules.narrative.subjects import Subject, subject
from govinfo.testing.samples import sample_report

REGION = ("全县", "全市", "全区", "全省", "全州", "全旗", "全镇", "市本级", "县本级")
GOVERNMENT = "石桥县人民政府"

ERRORS = {"held out at first": 2, "held out": 2}
"""Findings of level error on the passages of which the labels alone fill the tables; may only fall."""

OTHERS = {"held out at first": 3, "held out": 5}
"""Other findings on them; may only fall."""


def beside_its_tables(passage):
    """A report whose text is the passage and whose tables hold its labels; all other cells are blank."""
    form = official_form(passage.form)
    region = any(word in passage.text for word in REGION)
    told = labels(passage, form, ("own", "unclear", "whole") if region else ("own", "unclear"))
    cells = dict.fromkeys((cell.id for cell in form.cells), None)
    for about, value in sorted(told.items(), key=lambda entry: len(entry[0].cells)):
        blank = [cell for cell in about.cells if cells[cell] is None]
        rest = value - sum(cells[cell] or 0 for cell in about.cells)
        cells.update(dict.fromkeys(blank, 0))
        if blank and rest > 0:
            cells[blank[0]] = rest if form.by_id[blank[0]].unit == "ten_thousand_yuan" else int(rest)
    changes = {"agency": GOVERNMENT} if region else {}
    return sample_report(form, cells, {passage.section: passage.text}, year=passage.year, **changes)


def labels(passage, form, scopes):
    """The number of this year for each topic that a table answers: of the region before the own, the greater first."""
    told: dict[Subject, list[tuple[tuple[bool, bool, Decimal], Decimal]]] = {}
    for label in passage.facts:
        if label.value is None or "reporting" not in label.year or not set(label.scope) & set(scopes):
            continue
        for about in filter(None, (subject(form, topic) for topic in label.topics)):
            money = form.by_id[about.cells[0]].unit == "ten_thousand_yuan"
            rank = ("whole" in label.scope and "whole" in scopes, "own" in label.scope, label.value)
            told.setdefault(about, []).append((rank, label.value / (Decimal(10_000) if money else 1)))
    return {about: max(ranked)[1] for about, ranked in told.items()}


def found_in(passage):
    findings = govinfo.check(beside_its_tables(passage), select=["N"])
    return [finding for finding in findings if finding.rule not in {"N14", "N26"}]


@pytest.mark.parametrize("passage", list(passages.load(passages.development())), ids=lambda passage: passage.id)
def test_no_contradiction(passage):
    assert [(finding.rule, finding.message("zh")) for finding in found_in(passage)] == []


@pytest.mark.parametrize("name", ERRORS)
def test_passages_that_were_held_out(name):
    severities = Counter(
        finding.severity for passage in passages.load(passages.SETS[name]()) for finding in found_in(passage)
    )
    assert severities["error"] <= ERRORS[name]
    assert severities.total() - severities["error"] <= OTHERS[name]
