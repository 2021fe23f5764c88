"""Cases of rules as data: a report in a few lines of YAML, and what a rule must say of it.

A file holds a list of cases of one rule and is called after it, ``A01.yml``::

    - name: the total is one too large
      values: {applications.new.natural_person: 2, applications.new.total: 3}
      expect: found
      cells: [applications.new.total]
    - name: the total is right
      values: {applications.new.natural_person: 2, applications.new.total: 2}
      expect: passed

The report is `sample_report`, complete and free of faults, with what the case changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import attrs
import yaml

from govinfo.assessment import Outcome
from govinfo.checking import assess_all
from govinfo.errors import ConfigurationError, GovinfoError
from govinfo.findings import SEVERITIES, Finding
from govinfo.interchange import from_json, json_text, report_to_dict
from govinfo.registry import Registry
from govinfo.report import Report
from govinfo.testing.samples import sample_report
from govinfo.testing.together import report_of

_OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

RECIPE = ("form", "agency", "year", "values", "texts", "absent", "report")
"""Keys that make a report; see `recipe_report`."""

BESIDE = ("others", "listed")
"""Keys for a rule that compares reports; recipes of the others, and names of the agencies that have to report."""

EXPECTATIONS = ("expect", "severity", "cells", "says", "times")


@attrs.frozen
class RuleCase:
    """One report and what a rule must say of it.

    Attributes:
        rule: id of the rule, the name of the file.
        name: what the case is about.
        report: the report.
        others: the reports that it is checked with.
        listed: names of the agencies that have to report.
        expect: the outcome of the rule.
        severity: severity of every finding, where it is told.
        cells: cells that the findings name, where they are told.
        says: words of the Chinese or the English message, where they are told.
        times: number of findings, where it is told.
    """

    rule: str
    name: str
    report: Report
    expect: Outcome
    others: tuple[Report, ...] = ()
    listed: tuple[str, ...] = ()
    severity: str | None = None
    cells: tuple[str, ...] = ()
    says: str | None = None
    times: int | None = None


def load_rule_cases(path: Path) -> list[RuleCase]:
    """Read the cases of a file, or of all ``.yml`` files of a folder.

    Raises:
        ConfigurationError: a file is no list of cases, or a case has a key that is not known.
    """
    files = sorted(path.glob("*.yml")) if path.is_dir() else [path]
    return [case for file in files for case in _cases(file)]


def judge_rule_case(case: RuleCase, registry: Registry | None = None) -> list[str]:
    """Apply the rule of a case; tell everything that is otherwise than expected, in words."""
    together = (case.report, *case.others)
    assessment = assess_all(together, select=[case.rule], registry=registry, expected=case.listed)[0]
    outcome = assessment.outcomes[case.rule]
    findings = [finding for finding in assessment.findings if finding.rule == case.rule]
    if outcome != case.expect:
        said = "; ".join(finding.message() for finding in findings)
        return [f"{case.expect} is due, the rule says {outcome} ({said})"]
    return list(_differences(case, findings)) if findings else []


def _differences(case: RuleCase, findings: list[Finding]) -> Iterator[str]:
    if case.times is not None and len(findings) != case.times:
        yield f"{case.times} findings are due, there are {len(findings)}"
    if case.severity and {finding.severity for finding in findings} != {case.severity}:
        yield f"severity {case.severity} is due, found {', '.join(finding.severity for finding in findings)}"
    named = {cell for finding in findings for cell in finding.cells}
    if missing := [cell for cell in case.cells if cell not in named]:
        yield f"the findings do not name {', '.join(missing)}"
    texts = ((finding.message("zh"), finding.message("en"), finding.equation) for finding in findings)
    messages = [text for of_finding in texts for text in of_finding if text]
    if case.says and not any(case.says in message for message in messages):
        yield f"no message says {case.says!r}: {'; '.join(messages)}"


def _cases(path: Path) -> Iterator[RuleCase]:
    try:
        entries = yaml.safe_load(path.read_text("utf-8"))
    except yaml.YAMLError as error:
        raise ConfigurationError(f"{path}: it is not YAML: {error}", f"{path}：不是正确的YAML：{error}") from error
    if not isinstance(entries, list):
        raise ConfigurationError(f"{path}: a list of cases is due", f"{path}：应为案例的列表")
    for number, entry in enumerate(entries, start=1):
        yield _case(path, number, entry)


def _case(path: Path, number: int, entry: Any) -> RuleCase:
    place, zh = f"{path}: case {number}", f"{path}：第{number}个案例"
    if not isinstance(entry, Mapping):
        raise ConfigurationError(f"{place}: a mapping is due", f"{zh}应为键和值的映射")
    unknown = [key for key in entry if key not in ("name", *RECIPE, *BESIDE, *EXPECTATIONS)]
    if unknown:
        raise ConfigurationError(f"{place}: {unknown[0]!r} is not known", f"{zh}中的键“{unknown[0]}”不可用")
    expect: Outcome | None = next((word for word in _OUTCOMES if word == entry.get("expect")), None)
    if expect is None:
        raise ConfigurationError(
            f"{place}: 'expect' must be one of {', '.join(_OUTCOMES)}", f"{zh}的expect只能是{'、'.join(_OUTCOMES)}"
        )
    if entry.get("severity") not in (None, *SEVERITIES):
        raise ConfigurationError(
            f"{place}: 'severity' must be one of {', '.join(SEVERITIES)}",
            f"{zh}的severity只能是{'、'.join(SEVERITIES)}",
        )
    try:
        report = recipe_report({key: entry[key] for key in RECIPE if key in entry})
        others = tuple(recipe_report(other) for other in entry.get("others", ()))
    except (GovinfoError, KeyError) as error:
        said = error.zh if isinstance(error, GovinfoError) else error
        raise ConfigurationError(f"{place}: {error}", f"{zh}：{said}") from error
    return RuleCase(
        rule=path.stem,
        name=str(entry.get("name", number)),
        report=report,
        expect=expect,
        others=others,
        listed=tuple(entry.get("listed", ())),
        severity=entry.get("severity"),
        cells=tuple(entry.get("cells", ())),
        says=str(entry["says"]) if "says" in entry else None,
        times=entry.get("times"),
    )


def recipe_report(recipe: Mapping[str, Any]) -> Report:
    """Make the report of a recipe.

    Args:
        recipe: ``form`` (id), ``agency`` and ``year`` (title and dates follow), ``values`` (by cell id, None for a
            blank cell), ``texts`` (by section number), ``absent`` (ids of tables that the source does not have),
            ``report`` (keys of the report's JSON with what replaces them; ``sections`` and ``cells`` are merged by
            number and id).

    Raises:
        InterchangeError: the result is no report.
        KeyError: there is no such cell.
    """
    base = sample_report(str(recipe.get("form", "2021")), recipe.get("values"), recipe.get("texts"))
    if "agency" in recipe or "year" in recipe:
        base = report_of(base, recipe.get("agency", base.agency), recipe.get("year", base.year))
    plain = report_to_dict(base)
    for cell in plain["cells"]:
        if cell["id"].split(".", 1)[0] in recipe.get("absent", ()):
            cell.update(value=None, raw="", status="absent", source=None)
    for key, value in recipe.get("report", {}).items():
        if key in ("cells", "sections"):
            _merge(plain[key], value, "id" if key == "cells" else "number")
        else:
            plain[key] = value
    return from_json(json_text(json.loads(json.dumps(plain, default=str))))


def _merge(entries: list[dict[str, Any]], changes: list[dict[str, Any]], key: str) -> None:
    """Replace the parts of some entries that changes of the same key name."""
    by_key = {entry[key]: entry for entry in entries}
    for change in changes:
        by_key[change[key]].update(change)
