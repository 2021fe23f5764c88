from collections.abc import Iterator
from io import BytesIO
from types import ModuleType

import attrs
import pytest
from tests.fixtures.layouts import Draft, bars, lines

import govinfo
from govinfo import builtin, hooks
from govinfo.assessment import Checked, Results
from govinfo.contracts import (
    ComparingRule,
    FileReader,
    LabelAlias,
    Recognition,
    ReportWriter,
    ResultsWriter,
    Rule,
    rule,
)
from govinfo.document import Document, Paragraph
from govinfo.errors import SelectionError
from govinfo.findings import RuleSpec, Text, spec
from govinfo.forms import official_form
from govinfo.hooks import hookimpl
from govinfo.parsers.layout import LayoutParser
from govinfo.registry import Registry
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import page, printed
from govinfo.testing.samples import sample_report

HOOKS = [name for name in dir(hooks) if name.startswith("govinfo_")]
BASE = Registry.builtin()


def plugin(name="demo", **functions):
    """A plugin module with these hooks."""
    module = ModuleType(name)
    for hook, function in functions.items():
        setattr(module, hook, hookimpl(function))
    return module


def details(registry):
    return [fault.message("en") for fault in registry.faults]


def entry(rule_id="A91"):
    return RuleSpec(
        rule_id, "warning", ("X",), Text("题", "title"), Text("甲", "message"), Text("因", "why"), Text("改", "fix")
    )


@rule("A91")
def always(report, form):
    del report, form
    yield entry().finding()


@attrs.frozen
class Loud:
    """A parser that claims every document with content."""

    name: str = "loud"
    priority: int = 0

    def recognise(self, document, context):
        del context
        return Recognition(100, ("always",)) if len(document.blocks) > 2 else None

    def parse(self, document, context, recognition):
        del document, context, recognition
        return sample_report()


def test_builtins():
    assert {reader.name for reader in BASE.readers} == {
        "html",
        "mhtml",
        "docx",
        "doc",
        "odt",
        "pdf",
        "workbook",
        "delimited",
        "markdown",
        "text",
        "libreoffice",
    }
    layouts = {"grids", "bars", "drawn", "spaced", "tabbed", "copied", "tabs", "lines", "scattered", "separated"}
    assert {parser.name for parser in BASE.parsers} == layouts
    assert [form.id for form in BASE.forms] == ["2019", "2021"]
    assert {writer.name for writer in BASE.writers} == {"json", "csv", "html", "markdown", "docx", "xlsx"}
    assert {writer.name for writer in BASE.findings_writers} == {
        "json",
        "jsonl",
        "github",
        "sarif",
        "junit",
        "html",
        "xlsx",
        "docx",
    }
    assert BASE.faults == ()
    assert [found.name for found in BASE.plugins] == ["builtin"]


def test_builtins_use_the_public_hooks():
    given = {name for name in dir(builtin) if name.startswith("govinfo_")}
    assert given <= set(HOOKS)
    assert all(hasattr(getattr(builtin, name), "govinfo_impl") for name in given)


def test_every_rule_id_is_in_the_catalogue():
    ids = [name for found in BASE.rules for name in found.ids]
    assert set(ids) <= set(BASE.catalogue)
    assert len(ids) == len(set(ids))
    assert not [name for name in ids if name.startswith("X")]


def test_every_hook_is_documented():
    for name in HOOKS:
        assert getattr(hooks, name).__doc__


def test_the_default_is_made_once():
    assert Registry.default() is Registry.default()
    assert Registry.default().faults == ()


def test_a_registry_is_frozen():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        BASE.faults = ()  # type: ignore[misc]


def test_a_new_registry_leaves_the_old_one_alone():
    before = BASE.parsers
    new = BASE.with_plugins(plugin(govinfo_parsers=lambda: [Loud()]))
    assert BASE.parsers == before
    assert {parser.name for parser in new.parsers} == {parser.name for parser in BASE.parsers} | {"loud"}
    assert [found.name for found in new.plugins] == ["builtin", "demo"]
    assert new.faults == ()


def test_a_class_is_no_plugin():
    """Its hooks would lack their object."""
    kind = type(plugin(govinfo_parsers=lambda: [Loud()]))
    (fault,) = BASE.with_plugins(kind).faults
    assert "it is a class; give a module or an object" in fault.message("en")


def test_an_object_is_a_plugin():
    class Given:
        @hookimpl
        def govinfo_labels(self):
            return [LabelAlias("results.granted", "准予公开")]

    assert BASE.with_plugins(Given()).context.aliases == (LabelAlias("results.granted", "准予公开"),)


def test_hooks_may_be_generators():
    def govinfo_labels() -> Iterator[LabelAlias]:
        yield LabelAlias("results.granted", "准予公开")

    assert len(BASE.with_plugins(plugin(govinfo_labels=govinfo_labels)).context.aliases) == 1


def test_a_label_is_used():
    text = bars(Draft(texts={"applications.results.granted.total": "7"})).replace(
        "（一）予以公开", "（一）准许提供副本"
    )
    new = BASE.with_plugins(plugin(govinfo_labels=lambda: [LabelAlias("results.granted", "准许提供副本")]))
    report = govinfo.parse(text.encode(), registry=new)
    assert report["applications.results.granted.total"].value == 7
    assert report.diagnostics == ()


def test_a_label_for_another_form_is_not_used():
    new = BASE.with_plugins(plugin(govinfo_labels=lambda: [LabelAlias("results.granted", "准许提供副本", "2019")]))
    text = bars(Draft()).replace("（一）予以公开", "（一）准许提供副本")
    assert govinfo.parse(text.encode(), registry=new).diagnostics != ()


def test_a_parser_is_used():
    new = BASE.with_plugins(plugin(govinfo_parsers=lambda: [Loud(priority=1)]))
    assert govinfo.parse(bars(Draft()).encode(), registry=new).parser.parser == "loud"


def test_a_reader_is_used():
    def read(data, hint):
        del data, hint
        printed = enumerate(lines(Draft()).split("\n"), 1)
        return Document(tuple(Paragraph(line, govinfo.Source(number)) for number, line in printed if line))

    fake = FileReader("fake", (".fake",), lambda _, hint: 100 if hint.suffix == ".fake" else 0, read)
    new = BASE.with_plugins(plugin(govinfo_readers=lambda: [fake]))
    assert govinfo.parse(b"\x00\x01\x02", filename="a.fake", registry=new).parser.reader == "fake"


def test_a_rule_is_applied():
    new = BASE.with_plugins(plugin(govinfo_rules=lambda: [always], govinfo_rule_specs=lambda: [entry()]))
    report = sample_report()
    assert "A91" in {finding.rule for finding in govinfo.check(report, registry=new)}
    assert govinfo.check(report, registry=new, ignore=["A91"]) == govinfo.check(report, registry=BASE)
    assert govinfo.assess(report, registry=new).outcomes["A91"] == "found"


def test_a_rule_without_a_catalogue_entry_costs_nobody_else_anything():
    new = BASE.with_plugins(plugin(govinfo_rules=lambda: [always]))
    report = sample_report()
    assert govinfo.check(report, registry=new) == govinfo.check(report, registry=BASE)


def test_a_rule_that_raises_costs_nobody_else_anything():
    @rule("A91")
    def raising(report, form):
        yield entry().finding()
        raise ZeroDivisionError(report, form)

    new = BASE.with_plugins(plugin(govinfo_rules=lambda: [raising], govinfo_rule_specs=lambda: [entry()]))
    report = sample_report(values={"applications.new.total": 3})
    own = {finding.rule for finding in govinfo.check(report, registry=BASE)}
    assert own <= {finding.rule for finding in govinfo.check(report, registry=new)}


def test_a_rule_that_gives_an_undeclared_id_is_not_listened_to():
    @rule("A91")
    def wrong(report, form):
        del report, form
        yield spec("A01").finding(row="甲", sum=1, total=2)

    new = BASE.with_plugins(plugin(govinfo_rules=lambda: [wrong], govinfo_rule_specs=lambda: [entry()]))
    assert "A01" not in {finding.rule for finding in govinfo.check(sample_report(), registry=new)}


@pytest.mark.parametrize("hook", ["recognise", "parse"])
def test_a_parser_that_raises_costs_one_diagnostic(hook):
    class Raising(Loud):
        pass

    def fail(*arguments):
        raise ZeroDivisionError(arguments)

    setattr(Raising, hook, fail)
    new = BASE.with_plugins(plugin(govinfo_parsers=lambda: [Raising("raising", priority=1)]))
    report = govinfo.parse(bars(Draft()).encode(), registry=new)
    assert report.parser.parser == "bars"
    assert [doubt.rule for doubt in report.diagnostics] == ["X23"]
    assert "raising" in report.diagnostics[0].message()


def test_a_reader_that_raises_costs_one_diagnostic():
    def fail(*arguments):
        raise ZeroDivisionError(arguments)

    new = BASE.with_plugins(plugin(govinfo_readers=lambda: [FileReader("raising", (".x",), fail, fail)]))
    report = govinfo.parse(bars(Draft()).encode(), registry=new)
    assert [doubt.rule for doubt in report.diagnostics] == ["X23"]


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_that_raises_costs_one_fault(hook):
    def fail():
        raise ZeroDivisionError("division by zero")

    new = BASE.with_plugins(
        plugin("broken", **{hook: fail}), plugin(govinfo_labels=lambda: [LabelAlias("results.granted", "y")])
    )
    (fault,) = new.faults
    assert fault.rule == "X23"
    assert {"broken", hook, "ZeroDivisionError"} <= set(fault.message("en").replace("(", " ").replace(":", " ").split())
    assert new.parsers == BASE.parsers
    assert new.context.aliases == (LabelAlias("results.granted", "y"),)


def test_a_generator_that_raises_late_gives_nothing():
    def govinfo_labels():
        yield LabelAlias("results.granted", "准予公开")
        raise KeyError("late")

    new = BASE.with_plugins(plugin(govinfo_labels=govinfo_labels))
    assert new.context.aliases == ()
    assert "KeyError" in details(new)[0]


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize("answer", [[5], ["text"], [None], [object()], 5, [Loud]])
def test_wrong_types_are_refused(hook, answer):
    if hook == "govinfo_parsers" and answer == [Loud]:
        pytest.skip("see test_a_class_is_no_parser")
    new = BASE.with_plugins(plugin(**{hook: lambda: answer}))
    assert len(new.faults) == 1
    assert new.contributions == BASE.contributions


def test_a_class_is_no_parser():
    """A forgotten pair of brackets: the class has all the members, but it is no instance."""
    new = BASE.with_plugins(plugin(govinfo_parsers=lambda: [Loud]))
    assert len(new.faults) == 1


@pytest.mark.parametrize("answer", [None, [], ()])
@pytest.mark.parametrize("hook", HOOKS)
def test_nothing_to_give(hook, answer):
    assert BASE.with_plugins(plugin(**{hook: lambda: answer})).contributions == BASE.contributions


def test_a_taken_name_is_refused_and_both_owners_are_named():
    new = BASE.with_plugins(plugin("one", govinfo_parsers=lambda: [Loud("bars", priority=99), Loud("fresh")]))
    assert {parser.name for parser in new.parsers} == {parser.name for parser in BASE.parsers} | {"fresh"}
    assert isinstance(new.parser("bars"), LayoutParser)
    (message,) = details(new)
    assert "'bars'" in message
    assert "one" in message
    assert "builtin" in message


def test_a_taken_rule_id_is_refused():
    @rule("A01")
    def rival(report, form):
        del report, form
        yield spec("A01").finding(row="甲", sum=1, total=2)

    new = BASE.with_plugins(plugin(govinfo_rules=lambda: [rival]))
    assert len(new.faults) == 1
    assert "A01" in details(new)[0]
    report = sample_report()
    assert govinfo.check(report, registry=new) == govinfo.check(report, registry=BASE)


def test_a_taken_catalogue_entry_is_refused():
    new = BASE.with_plugins(plugin(govinfo_rule_specs=lambda: [entry("A01")]))
    assert new.catalogue["A01"] == BASE.catalogue["A01"]
    assert len(new.faults) == 1


@pytest.mark.parametrize("name", ["Z1", "a01", "A1", "", "X99"])
def test_an_id_that_is_none_is_refused(name):
    """Ids are a family letter and two digits; X is kept for the reading."""
    new = BASE.with_plugins(plugin(govinfo_rule_specs=lambda: [entry(name)]))
    assert len(new.faults) == 1


def test_a_taken_form_id_is_refused():
    form = attrs.evolve(govinfo.official_form("2021"), basis="rival")
    new = BASE.with_plugins(plugin(govinfo_forms=lambda: [form]))
    assert new.form("2021").basis != "rival"
    assert len(new.faults) == 1


def test_two_plugins_of_one_name():
    first = plugin("same", govinfo_labels=lambda: [LabelAlias("results.granted", "甲")])
    second = plugin("same", govinfo_labels=lambda: [LabelAlias("results.granted", "乙")])
    new = BASE.with_plugins(first, second)
    assert new.context.aliases == (LabelAlias("results.granted", "甲"),)
    assert "same" in details(new)[0]


def test_the_same_plugin_twice():
    module = plugin(govinfo_parsers=lambda: [Loud()])
    new = BASE.with_plugins(module).with_plugins(module)
    assert [parser.name for parser in new.parsers].count("loud") == 1
    assert len(new.faults) == 1


def test_faults_are_not_told_twice():
    broken = plugin("broken", govinfo_labels=lambda: [5])
    new = BASE.with_plugins(broken).with_plugins(plugin("other", govinfo_labels=lambda: ()))
    assert len(new.faults) == 1


def test_order_of_loading_does_not_matter():
    one = plugin("one", govinfo_parsers=lambda: [Loud("a")])
    two = plugin("two", govinfo_parsers=lambda: [Loud("b")])
    data = bars(Draft()).encode()
    assert (
        govinfo.parse(data, registry=BASE.with_plugins(one, two)).parser
        == govinfo.parse(data, registry=BASE.with_plugins(two, one)).parser
    )


def test_a_misspelt_hook_is_told():
    new = BASE.with_plugins(plugin(govinfo_parsrs=lambda: [Loud()]))
    assert len(new.faults) == 1
    assert "govinfo_parsrs" in details(new)[0]


def test_two_plugins_with_misspelt_hooks_are_both_told():
    new = BASE.with_plugins(plugin("one", govinfo_parsrs=lambda: ()), plugin("two", govinfo_rulez=lambda: ()))
    told = " ".join(details(new))
    assert "govinfo_parsrs" in told
    assert "govinfo_rulez" in told


def test_a_hook_with_arguments_is_refused():
    new = BASE.with_plugins(plugin("needy", govinfo_parsers=lambda _: [Loud()]))
    assert "needy" in details(new)[0]
    assert new.parsers == BASE.parsers


def test_a_hook_without_the_marker_is_told():
    module = ModuleType("unmarked")
    module.govinfo_parsers = lambda: [Loud()]  # type: ignore[attr-defined]
    new = BASE.with_plugins(module)
    assert "@govinfo.hookimpl" in details(new)[0]
    assert new.parsers == BASE.parsers


def test_faults_reach_the_report():
    new = BASE.with_plugins(plugin("broken", govinfo_labels=lambda: [5]))
    report = govinfo.parse(bars(Draft()).encode(), registry=new)
    assert [doubt.rule for doubt in report.diagnostics] == ["X23"]


def test_rivals_are_told():
    new = BASE.with_plugins(plugin(govinfo_parsers=lambda: [Loud()]))
    data = page(printed(random_report("2021", 1))).encode()
    report = govinfo.parse(data, registry=new)
    [doubt] = report.diagnostics
    assert doubt.rule == "X22"
    other = sample_report()
    assert set(doubt.cells) == {cell.id for cell in report.cells() if other[cell.id].value != cell.value}
    assert doubt.cells


def test_rivals_that_read_different_forms_put_the_form_in_doubt():
    new = BASE.with_plugins(plugin(govinfo_parsers=lambda: [Loud()]))
    data = page(printed(random_report("2019", 1))).encode()
    report = govinfo.parse(data, registry=new)
    assert report.form == "2021"
    [doubt] = report.diagnostics
    assert doubt.rule == "X15"
    assert set(doubt.cells) == {cell.id for cell in report.cells()}


@pytest.mark.parametrize("kind", ["form", "parser", "writer", "findings_writer"])
def test_unknown_names(kind):
    with pytest.raises(SelectionError, match="nonsense"):
        getattr(BASE, kind)("nonsense")


def test_a_writer_is_used(tmp_path):
    def save(reports, stream, context):
        stream.write(f"{len(reports)} {context.form('2021').id}".encode())

    new = BASE.with_plugins(plugin(govinfo_writers=lambda: [ReportWriter("count", ".txt", save)]))
    with (tmp_path / "out").open("wb") as stream:
        new.writer("count").write([sample_report()], stream, new.context)
    assert (tmp_path / "out").read_text() == "1 2021"


def test_a_writer_of_findings_is_used():
    def save(results, stream):
        stream.write(",".join(finding.rule for _, finding in results.findings).encode())

    new = BASE.with_plugins(plugin(govinfo_findings_writers=lambda: [ResultsWriter("rules", ".rules", save)]))
    stream = BytesIO()
    report = sample_report(values={"review.reconsideration.total": 1})
    checked = Checked("a.txt", govinfo.assess(report, select=["A"], registry=new), official_form("2021"), bytes)
    new.findings_writer("rules").write(Results((checked,), (), new.catalogue), stream)
    assert stream.getvalue() == b"A04"


def test_a_writer_of_reports_is_no_writer_of_findings():
    def save(*_):
        raise AssertionError

    new = BASE.with_plugins(plugin(govinfo_findings_writers=lambda: [ReportWriter("count", ".txt", save)]))
    assert len(new.faults) == 1
    assert new.findings_writers == BASE.findings_writers
    assert "FindingsWriter" in details(new)[0]


def test_writers_of_reports_and_of_findings_may_share_a_name():
    names = {writer.name for writer in BASE.writers} & {writer.name for writer in BASE.findings_writers}
    assert "html" in names
    assert {type(BASE.writer("html")), type(BASE.findings_writer("html"))} == {ReportWriter, ResultsWriter}


def test_a_form_of_a_plugin_is_written_too():
    regional = attrs.evolve(official_form("2021"), id="regional")
    new = BASE.with_plugins(plugin(govinfo_forms=lambda: [regional]))
    stream = BytesIO()
    new.writer("html").write([sample_report(regional)], stream, new.context)
    assert govinfo.parse(stream.getvalue()).year == sample_report(regional).year
    with pytest.raises(SelectionError, match="regional"):
        BASE.writer("html").write([sample_report(regional)], BytesIO(), BASE.context)


def test_a_built_in_rule_is_of_one_kind():
    kinds = [(isinstance(rule, Rule), isinstance(rule, ComparingRule)) for rule in BASE.rules]
    assert kinds
    assert all(one != other for one, other in kinds)


def test_a_rule_needs_its_entry():
    @rule("A91", "A93")
    def both(_report, _form):
        yield from ()

    given = plugin(govinfo_rules=lambda: [both], govinfo_rule_specs=lambda: [entry("A91")])
    (lonely,) = details(BASE.with_plugins(given))
    assert "no catalogue entry for A93" in lonely


def test_an_identity_that_no_rule_evaluates_is_told():
    form = attrs.evolve(
        official_form("2021"),
        id="mine",
        identities=(attrs.evolve(official_form("2021").identities[0], rule="A99"),),
    )

    class Mine:
        @hookimpl
        def govinfo_forms(self):
            return [form]

    (found,) = Registry.builtin().with_plugins(Mine()).faults
    assert "A99, which no rule gives" in found.message("en")
