"""A plugin that breaks its contract costs one diagnostic, and changes nothing else by a single byte."""

import json
import time

import attrs
import pytest
from tests.fixtures.layouts import Draft, bars, numbered
from tests.fixtures.misbehaving import GOOD, bad, module

import govinfo
from govinfo.isolation import FAULT
from govinfo.registry import Registry
from govinfo.testing.together import random_series

BAD = tuple(bad())
BASE = Registry.builtin()
BESIDE = BASE.with_plugins(module(GOOD, "good"))
WORDED = bars(Draft(texts=numbered())).replace("（一）予以公开", "（一）准许提供副本").encode()
SERIES = random_series(3, years=(2023, 2024))
OWN = frozenset({"V90", "Y90"})
"""Ids that are the bad plugin's own."""


def results(registry):
    """A report, what a check of it finds, and what a check of several finds, as bytes; and all diagnostics X23."""
    report = govinfo.parse(WORDED, filename="report.txt", registry=registry)
    faults = [doubt for doubt in report.diagnostics if doubt.rule == FAULT]
    plain = attrs.evolve(report, diagnostics=tuple(doubt for doubt in report.diagnostics if doubt not in faults))
    texts = [govinfo.to_json(plain).encode()]
    for assessment in (govinfo.assess(plain, registry=registry), *govinfo.assess_all(SERIES, registry=registry)):
        faults += [finding for finding in assessment.findings if finding.rule == FAULT]
        findings = [finding.to_dict() for finding in assessment.findings if finding.rule not in {FAULT, *OWN}]
        outcomes = {rule: outcome for rule, outcome in assessment.outcomes.items() if rule not in OWN}
        missing = [attrs.asdict(entry) for entry in assessment.not_assessable if entry.rule not in OWN]
        texts.append(json.dumps([findings, outcomes, missing], ensure_ascii=False).encode())
    return texts, list(dict.fromkeys(faults))


EXPECTED, NONE = results(BESIDE)


def test_the_good_plugin_is_seen_in_what_is_compared():
    assert NONE == []
    assert json.loads(EXPECTED[0])["diagnostics"] == []
    assert b"V80" in EXPECTED[1]
    assert b"Y80" in EXPECTED[2]
    assert results(BASE)[0] != EXPECTED


@pytest.mark.parametrize("found", BAD, ids=lambda found: found.case)
def test_a_bad_plugin_beside_a_good_one(found):
    registry = BESIDE.with_plugins(module(found.source, "wreck"))
    texts, faults = results(registry)
    assert texts == EXPECTED
    assert [fault.message("en").partition(" failed: ")[0] for fault in faults] == [
        f"{hook} of plugin wreck" for hook in (found.hook,) if hook
    ]
    assert bool(registry.faults) == (found.when == "registry")


@pytest.mark.parametrize("found", [found for found in BAD if found.when != "registry"], ids=lambda found: found.case)
def test_the_order_of_plugins_does_not_matter(found):
    registry = BASE.with_plugins(module(found.source, "wreck"), module(GOOD, "good"))
    assert results(registry)[0] == EXPECTED


@pytest.mark.parametrize("found", BAD[:8], ids=lambda found: found.case)
def test_the_same_fault_is_told_in_the_same_words(found):
    one, other = (BASE.with_plugins(module(found.source, "wreck")).faults for _ in range(2))
    assert [fault.fingerprint for fault in one] == [fault.fingerprint for fault in other]


def test_all_of_them_together():
    """Each under a name of its own; none of their own names or ids is used twice, so one diagnostic each is due."""
    wrecks = [module(found.source, f"wreck{number}") for number, found in enumerate(BAD) if found.when == "registry"]
    registry = BESIDE.with_plugins(*wrecks)
    texts, faults = results(registry)
    assert texts == EXPECTED
    named = [fault.message("en").split(" of plugin ")[1].split(" failed: ")[0] for fault in faults]
    assert sorted(named) == sorted(wreck.__name__ for wreck in wrecks)


INTERRUPTED = {
    "hook": "@govinfo.hookimpl\ndef govinfo_parsers():\n    raise KeyboardInterrupt\n",
    "parser": "class Odd(Claiming):\n    def parse(self, *_):\n        raise KeyboardInterrupt\n"
    "@govinfo.hookimpl\ndef govinfo_parsers():\n    return [Odd()]\n",
    "reader": "class Odd(Reading):\n    def read(self, *_):\n        raise KeyboardInterrupt\n"
    "@govinfo.hookimpl\ndef govinfo_readers():\n    return [Odd()]\n",
}


@pytest.mark.parametrize("place", INTERRUPTED)
def test_an_interrupt_of_the_user_passes(place):
    with pytest.raises(KeyboardInterrupt):
        govinfo.parse(WORDED, registry=BASE.with_plugins(module(INTERRUPTED[place], "wreck")))


def test_what_has_no_end_is_given_up_soon():
    endless = next(found for found in BAD if found.case == "rule gives findings without end")
    registry = BASE.with_plugins(module(endless.source, "wreck"))
    start = time.process_time()
    assessment = govinfo.assess(SERIES[0], select=["V90"], registry=registry)
    assert time.process_time() - start < 5
    assert [finding.rule for finding in assessment.findings] == [FAULT]
    assert assessment.outcomes == {"V90": "not_assessable"}


def test_a_long_message_is_cut():
    source = "@govinfo.hookimpl\ndef govinfo_labels():\n    raise ValueError('x\\n' * 10**6)\n"
    (fault,) = BASE.with_plugins(module(source, "wreck")).faults
    assert len(fault.message("en")) < 600
    assert "\n" not in fault.message("en")


def test_a_rival_that_fails_is_told():
    """It ranks behind a built-in by less than the margin, so that both are asked and their results compared."""
    source = (
        "class Odd(Claiming):\n    name, priority = 'zz', -1\n    def parse(self, *_):\n        return None\n"
        "@govinfo.hookimpl\ndef govinfo_parsers():\n    return [Odd()]\n"
    )
    report = govinfo.parse(WORDED, registry=BESIDE.with_plugins(module(source, "wreck")))
    assert report.parser.parser == "bars"
    assert report.parser.score == 100
    assert [doubt.message("en").partition(" failed")[0] for doubt in report.diagnostics] == ["zz.parse of plugin wreck"]


def test_a_parser_that_writes_into_the_document_writes_into_its_own():
    emptying = next(found for found in BAD if found.case == "parser: empties the paragraphs of its document")
    looking = (
        "class Looking(Claiming):\n    name = 'looking'\n    def recognise(self, document, context):\n"
        "        texts = tuple(block.text for block in document.blocks)\n"
        "        return Recognition(1, texts) if len(texts) > 2 else None\n"
        "@govinfo.hookimpl\ndef govinfo_parsers():\n    return [Looking()]\n"
    )
    alone = BASE.with_plugins(module(looking, "looking"))
    beside = BASE.with_plugins(module(emptying.source, "wreck"), module(looking, "looking"))
    seen, seen_beside = (
        next(asked for asked in govinfo.explain(WORDED, registry=registry).parsers if asked.name == "looking")
        for registry in (alone, beside)
    )
    assert any(seen.reasons)
    assert seen_beside.reasons == seen.reasons


def test_a_reader_that_fails_is_told_where_no_other_can_read():
    """Not that the format is unknown, which is not why the file was not read."""
    source = "class Odd(Reading):\n    def read(self, *_):\n        return b''[1]\n"
    source += "@govinfo.hookimpl\ndef govinfo_readers():\n    return [Odd()]\n"
    registry = BASE.with_plugins(module(source, "odd"))
    with pytest.raises(govinfo.UnsupportedFormat) as caught:
        govinfo.parse(b"\x89PNG\r\n\x1a\n" + bytes(99), filename="a.png", registry=registry)
    assert "a.png: reading.read of plugin odd failed: IndexError" in str(caught.value)
    assert "插件odd的reading.read出错：IndexError" in caught.value.zh
    assert "what can be read" not in str(caught.value)
