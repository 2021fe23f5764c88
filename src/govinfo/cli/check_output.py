"""Findings on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from govinfo.assessment import Assessment, Results, Unread
from govinfo.cli.files import unread_lines, why_unread
from govinfo.cli.words import SEVERITY_STYLES, WORDS
from govinfo.findings import BASES, SEVERITY_WORDS, Finding, Repair
from govinfo.findings.naming import gathered
from govinfo.forms import Form
from govinfo.interchange import json_text
from govinfo.source import Source
from govinfo.text.visible import visible, visible_path
from govinfo.writers.findings.words import related_words, repair_words

SHOWN_NAMES = 3
"""So many cells, or rows and columns of them, a finding names before it only counts the rest."""


def full(results: Results, console: Console) -> None:
    """Every finding with its place, equation, basis and remedy, report after report."""
    language = results.language
    for entry in results.checked:
        report = entry.assessment.report
        read = sum(cell.value is not None for cell in report.cells())
        head = f"{report.agency or '?'} {report.year or '?'} [{report.form}] {read}/{len(report.all_cells)}"
        _line(console, Text.assemble((visible_path(entry.path), "bold"), f"  {visible(head)}"), 0)
        told: set[Repair] = set()
        for finding in entry.assessment.findings:
            _line(console, _headline(finding, language), 2)
            for line in (*_details(finding, entry.form, language), *_repairs(finding, told, language)):
                _line(console, Text(visible(line), style="dim"), 6)
        if not entry.assessment.findings:
            _line(console, Text(WORDS["clean"](language)), 2)
        for line in _not_assessable(entry.assessment, language):
            _line(console, Text(line, style="dim"), 2)
    for unread in _unread(results):
        console.print(unread_lines(unread.path, unread.error, language), soft_wrap=not console.is_terminal)


def concise(results: Results, console: Console) -> None:
    """One line a finding: path, place, severity, rule, message."""
    for entry in results.checked:
        for finding in entry.assessment.findings:
            place = f":{_position(finding.source, results.language)}" if finding.source else ""
            severity = SEVERITY_WORDS[finding.severity](results.language)
            message = visible_path(finding.message(results.language))
            _whole(console, f"{visible_path(entry.path)}{place}: {severity} {finding.rule} {message}")
    for unread in _unread(results):
        why = why_unread(unread.path, unread.error, results.language)
        _whole(console, f"{visible_path(unread.path)}: {WORDS['unread'](results.language)}: {why}")


def _unread(results: Results) -> tuple[Unread, ...]:
    """The files that could not be read, where there are others beside; a single one is told of at once."""
    return results.unread if len(results.checked) + len(results.unread) > 1 else ()


def _position(source: Source, language: str) -> str:
    """A place that editors jump to, line and column, or else the place in words."""
    place = str(source)
    return place if place.replace(":", "").isdigit() else source.describe(language)


def statistics(results: Results, console: Console) -> None:
    """How often each rule found something, most frequent first, and how often it could not be assessed."""
    for rule, found, missing in _counts(results):
        title = results.catalogue[rule].title(results.language) if rule in results.catalogue else ""
        note = WORDS["brackets"](results.language) if missing else ""
        note = note.format(f"{WORDS['not assessable'](results.language)}{missing}")
        _whole(console, f"{found:>6}  {rule}  {title}{note}")


def statistics_as_json(results: Results, console: Console) -> None:
    """The same as an array with an object for each rule."""
    rows = [{"rule": rule, "findings": found, "not_assessable": missing} for rule, found, missing in _counts(results)]
    _whole(console, json_text(rows, indent=2))


def _counts(results: Results) -> Iterator[tuple[str, int, int]]:
    """Each rule with how often it found something and how often it could not be assessed."""
    found = Counter(finding.rule for _, finding in results.findings)
    missing = Counter(
        rule
        for entry in results.checked
        for rule, outcome in entry.assessment.outcomes.items()
        if outcome == "not_assessable"
    )
    for rule in sorted({*found, *missing}, key=lambda rule: (-found[rule], rule)):
        yield rule, found[rule], missing[rule]


def _line(console: Console, text: Text, indent: int) -> None:
    """A line that a terminal wraps below its own beginning, and that is never wrapped elsewhere."""
    if console.is_terminal:
        console.print(Padding(text, (0, 0, 0, indent)))
    else:
        console.print(Text(" " * indent) + text, soft_wrap=True)


def _whole(console: Console, text: str) -> None:
    console.out(text, highlight=False)


def _headline(finding: Finding, language: str) -> Text:
    place = f"  {finding.source.describe(language)}" if finding.source else ""
    return Text.assemble(
        (SEVERITY_WORDS[finding.severity](language), SEVERITY_STYLES[finding.severity]),
        f" {finding.rule}{place}  {visible_path(finding.message(language))}",
    )


def _details(finding: Finding, form: Form, language: str) -> Iterator[str]:
    if finding.equation:
        yield WORDS["equation"](language) + finding.equation
    if finding.cells:
        named = _names(finding.cells, form, language)
        more = WORDS["in all"](language).format(number=len(finding.cells)) if len(named) > SHOWN_NAMES else ""
        yield WORDS["cells"](language) + WORDS["and"](language).join(named[:SHOWN_NAMES]) + more
    for related in finding.related:
        yield WORDS["related"](language) + related_words(related, language)
    if finding.basis:
        names = (BASES[basis](language) if basis in BASES else basis for basis in finding.basis)
        yield WORDS["basis"](language) + WORDS["and"](language).join(names)
    if finding.fix:
        yield WORDS["fix"](language) + finding.fix(language)


def _repairs(finding: Finding, told: set[Repair], language: str) -> Iterator[str]:
    """The proposals which cells are wrong; those that stand below an earlier finding are not repeated."""
    if finding.repairs and told.issuperset(finding.repairs):
        yield WORDS["repair"](language) + WORDS["above"](language)
        return
    told.update(finding.repairs)
    for repair in finding.repairs:
        yield WORDS["repair"](language) + repair_words(repair, language)


def _names(cells: Sequence[str], form: Form, language: str) -> list[str]:
    """A few cells one by one, more of them by the tables, rows and columns in which they stand."""
    if len(cells) <= SHOWN_NAMES or any(cell not in form.by_id for cell in cells):
        return [_name(cell, form, language) for cell in cells]
    return [name(language).removesuffix(",") for name, _ in gathered(form, cells)]


def _name(cell: str, form: Form, language: str) -> str:
    """A cell by its printed labels in Chinese, by its id in English."""
    if language != "zh" or cell not in form.by_id:
        return cell
    return form.by_id[cell].label.zh


def _not_assessable(assessment: Assessment, language: str) -> Iterator[str]:
    """What could not be assessed, one line a reason."""
    by_reason: dict[str, Counter[str]] = {}
    for entry in assessment.not_assessable:
        by_reason.setdefault(entry.text(language), Counter())[entry.rule] += 1
    for reason, rules in by_reason.items():
        listed = WORDS["and"](language).join(f"{rule}×{count}" if count > 1 else rule for rule, count in rules.items())
        yield WORDS["not assessable"](language) + listed + WORDS["brackets"](language).format(reason)
