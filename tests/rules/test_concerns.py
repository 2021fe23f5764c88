"""Rules that are left out by one look at a report would have said nothing of it."""

from random import Random

import pytest

import govinfo
from govinfo.builtin import RULES
from govinfo.contracts import CheckRule
from govinfo.findings import load_catalogue
from govinfo.forms import official_form
from govinfo.registry import Registry
from govinfo.testing.damage import OPERATORS, traced
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import LAYOUTS
from govinfo.testing.samples import sample_report

LOOKING = [rule for rule in RULES if isinstance(rule, CheckRule) and rule.concerns is not None]


def damaged(name, form, seed):
    chance = Random(f"{name}{form}{seed}")  # noqa: S311 - the same in every run
    return LAYOUTS["page"](OPERATORS[name].apply(traced(random_report(form, seed, "county")), 0.1, chance)).encode()


def concerns(rule, report):
    return rule.concerns is None or rule.concerns(report)


def test_there_are_some():
    assert {"A13", "V04", "V08", "S07", "S09"} <= {rule_id for rule in LOOKING for rule_id in rule.ids}


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("name", sorted(OPERATORS))
def test_what_does_not_concern_them_they_do_not_find(name, form):
    try:
        report = govinfo.parse(damaged(name, form, 5))
    except govinfo.GovinfoError:
        pytest.skip("nothing was read")
    for rule in LOOKING:
        assert concerns(rule, report) or not tuple(rule.check(report, official_form(report.form)))


@pytest.mark.parametrize("rule", LOOKING, ids=lambda rule: rule.ids[0])
def test_a_faultless_report_concerns_none_of_them(rule):
    report = sample_report()
    assert not concerns(rule, report)
    assert not tuple(rule.check(report, official_form(report.form)))


def test_a_rule_of_a_plugin_is_always_asked():
    class Plugin:
        @govinfo.hookimpl
        def govinfo_rules(self):
            return [CheckRule(("V90",), lambda _report, _form: [entry.finding()], lambda _: False)]

        @govinfo.hookimpl
        def govinfo_rule_specs(self):
            return [entry]

    entry = make_entry()
    registry = Registry.builtin().with_plugins(Plugin())
    assert "V90" in {found.rule for found in govinfo.check(sample_report(), registry=registry)}


def make_entry():
    names = ("title", "message", "why", "fix")
    texts = "\n".join(f'{name}_{tongue} = "…"' for name in names for tongue in ("zh", "en"))
    return load_catalogue(f'[V90]\nseverity = "info"\nbasis = ["L"]\n{texts}')["V90"]
