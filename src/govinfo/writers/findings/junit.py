"""Writer: findings as JUnit XML, which most build servers show as tests.

There is no standard; elements and attributes are those that Jenkins, GitLab and Azure Pipelines read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import IO

from lxml import etree

from govinfo.assessment import Checked, Results, Unread
from govinfo.findings import Finding
from govinfo.text.visible import visible, visible_path
from govinfo.writers.findings.words import AND, detail_lines

_COUNTED = {"failure": "failures", "error": "errors", "skipped": "skipped"}
"""Outcomes of a test case, and the attributes of its suite that count them."""


def write(results: Results, stream: IO[bytes]) -> None:
    """Write a test suite for each file.

    Every rule that was applied is a test case: a finding at or above the fail level is a failure, one below it
    passes with its message as output, a rule that could not be assessed is skipped.  A file that was not read is a
    suite with one error.
    """
    root = etree.Element("testsuites", name="govinfo")
    for entry in results.checked:
        root.append(_suite(entry.path, list(_cases(entry, results))))
    for unread in results.unread:
        root.append(_suite(unread.path, [_unread(unread, results.language)]))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    stream.write(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def _suite(path: str, cases: list[etree._Element]) -> etree._Element:
    outcomes = Counter(child.tag for case in cases for child in case)
    suite = etree.Element("testsuite", name=visible_path(path), tests=str(len(cases)))
    for tag, name in _COUNTED.items():
        suite.set(name, str(outcomes[tag]))
    suite.extend(cases)
    return suite


def _cases(entry: Checked, results: Results) -> Iterator[etree._Element]:
    """Findings, rules that could not be assessed, rules that held; in this order."""
    for finding in entry.findings:
        yield _found(entry, finding, results)
    reasons: dict[str, dict[str, None]] = {}
    for missing in entry.assessment.not_assessable:
        reasons.setdefault(missing.rule, {})[missing.text(results.language)] = None
    for rule, texts in reasons.items():
        case = _case(entry.path, rule, results)
        etree.SubElement(case, "skipped", message=visible(AND(results.language).join(texts)))
        yield case
    for rule, outcome in entry.assessment.outcomes.items():
        if outcome == "passed":
            yield _case(entry.path, rule, results)


def _found(entry: Checked, finding: Finding, results: Results) -> etree._Element:
    case = _case(entry.path, finding.rule, results, f" [{finding.fingerprint}]")
    language = results.language
    place = f"{finding.source.describe(language)} " if finding.source else ""
    text = "\n".join([place + finding.message(language), *detail_lines(finding, entry.form, language)])
    if results.fails(finding):
        failure = etree.SubElement(case, "failure", type=finding.severity)
        failure.set("message", visible(finding.message(language)))
        failure.text = visible(text)
    else:
        etree.SubElement(case, "system-out").text = visible(f"{finding.severity}: {text}")
    return case


def _unread(entry: Unread, language: str) -> etree._Element:
    case = etree.Element("testcase", name="read", classname=visible_path(entry.path))
    error = etree.SubElement(case, "error", type=type(entry.error).__name__)
    error.set("message", visible(entry.error.message(language)))
    return case


def _case(path: str, rule: str, results: Results, more: str = "") -> etree._Element:
    entry = results.catalogue.get(rule)
    title = f" {entry.title(results.language)}" if entry else ""
    return etree.Element("testcase", name=visible(f"{rule}{title}{more}"), classname=visible_path(path))
