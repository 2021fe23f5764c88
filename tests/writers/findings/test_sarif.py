"""SARIF 2.1.0: valid by the standard, and everything in it agrees with the findings."""

import json
import os
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

import attrs
import pytest
from jsonschema import Draft7Validator
from jsonschema.validators import validator_for
from tests.fixtures.results import NEW, PATH, checked, faulty, full_finding, hostile, results, written
from tests.fixtures.sarif import SCHEMA

from govinfo.assessment import Suppressed, Unread
from govinfo.errors import SourceError, UnsupportedFormat
from govinfo.findings import catalogue
from govinfo.testing.generate import random_report
from govinfo.testing.samples import sample_report
from govinfo.writers.findings.sarif import FINGERPRINT, uri

REFERENCE = re.compile(r"(file:///)?[A-Za-z0-9_.~/%-]*")
LEVELS = {"error": "error", "warning": "warning", "info": "note"}

OFFICIAL = os.environ.get("GOVINFO_SARIF_SCHEMA")
"""Path of the schema of the standard, where it is at hand."""


def log(run):
    plain = json.loads(written("sarif", run))
    if OFFICIAL:
        schema = json.loads(Path(OFFICIAL).read_text("utf-8"))
        assert not [error.message for error in validator_for(schema)(schema).iter_errors(plain)]
    Draft7Validator.check_schema(SCHEMA)
    assert not [error.message for error in Draft7Validator(SCHEMA).iter_errors(plain)]
    (found,) = plain["runs"]
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_results_agree_with_the_findings(language):
    entries = [checked(faulty(), "a.txt", [full_finding()]), checked(random_report("2019", 1), "dir/b.txt")]
    run = results(*entries, language=language)
    found = log(run)
    rules = found["tool"]["driver"]["rules"]
    for result, (entry, finding) in zip(found["results"], run.findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        assert result["level"] == LEVELS[finding.severity]
        assert result["message"]["text"] == finding.message(language)
        assert result["partialFingerprints"] == {FINGERPRINT: finding.fingerprint}
        (place,) = result["locations"]
        file = place["physicalLocation"]["artifactLocation"]
        assert file["uri"] == entry.path
        assert found["artifacts"][file["index"]]["location"]["uri"] == entry.path
        assert [cell["fullyQualifiedName"] for cell in place.get("logicalLocations", ())] == list(finding.cells)
        assert result["properties"].get("fix") == (finding.fix(language) if finding.fix else None)


def test_the_place_is_a_region():
    *_, result = log(results(checked(sample_report("2021"), "a.txt", [full_finding()])))["results"]
    (place,) = result["locations"]
    assert place["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 5, "endColumn": 7}
    cells = [place for place in result["relatedLocations"] if "logicalLocations" in place]
    assert [place["logicalLocations"][0]["fullyQualifiedName"] for place in cells] == list(full_finding().cells)
    assert cells[0]["logicalLocations"][0]["name"] == NEW.rpartition(".")[2]


def test_every_rule_has_help_in_both_languages():
    rules = log(results(checked(sample_report("2021"))))["tool"]["driver"]["rules"]
    assert len(rules) > 50
    for rule in rules:
        entry = catalogue()[rule["id"]]
        for text in (entry.title, entry.why):
            assert text.zh in rule["help"]["text"]
            assert text.en in rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] == LEVELS[entry.severity]


def test_what_was_not_read_or_not_assessed_is_told():
    entry = checked(sample_report("2021"))
    unread = [Unread("x y.pdf", UnsupportedFormat("a picture", "图片")), Unread("gone", SourceError("no file", "没有"))]
    (invocation,) = log(results(entry, unread=unread, language="zh"))["invocations"]
    assert invocation["executionSuccessful"] is False
    errors = [told for told in invocation["toolExecutionNotifications"] if told["level"] == "error"]
    assert [told["message"]["text"] for told in errors] == ["图片", "没有"]
    assert errors[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "x%20y.pdf"
    notes = [told for told in invocation["toolExecutionNotifications"] if told["level"] == "note"]
    assert [told["associatedRule"]["id"] for told in notes] == [
        missing.rule for missing in entry.assessment.not_assessable
    ]
    assert log(results(entry))["invocations"][0]["executionSuccessful"] is True


def test_a_rule_without_a_catalogue_entry_is_still_listed():
    finding = attrs.evolve(full_finding(), rule="Z99")
    found = log(results(checked(sample_report("2021"), "a.txt", [finding])))
    assert found["tool"]["driver"]["rules"][found["results"][-1]["ruleIndex"]] == {"id": "Z99"}


def test_the_same_file_twice_is_one_artifact():
    found = log(results(checked(faulty(), "a.txt"), checked(faulty(), "a.txt")))
    assert len(found["artifacts"]) == 1


def test_hostile_text_stays_text():
    found = log(hostile())
    files = {place["location"]["uri"] for place in found["artifacts"]}
    assert all(REFERENCE.fullmatch(file) for file in files)
    if os.name != "nt":
        assert unquote_to_bytes(min(files)) == os.fsencode(PATH)


def test_absolute_paths_have_a_scheme(tmp_path):
    assert uri(str(tmp_path / "a b.txt")).startswith("file:///")
    assert uri(str(tmp_path / "a b.txt")).endswith("/a%20b.txt")
    assert uri("-") == "-"
    assert uri("年报/甲.txt") == "%E5%B9%B4%E6%8A%A5/%E7%94%B2.txt"


def test_findings_kept_quiet_are_suppressed_results_with_the_reason():
    entry = checked(faulty(), "a.txt", [full_finding()])
    first, *others = entry.findings
    left = attrs.evolve(entry.assessment, findings=tuple(others))
    known = attrs.evolve(entry, assessment=left, suppressed=(Suppressed(first, "两个系统口径不同\x1b"),))
    other = checked(faulty(), "b.txt")
    found = log(results(known, other))
    *told, suppressed = [result for result in found["results"] if place_of(result) == "a.txt"]
    assert suppressed["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "两个系统口径不同\\x1b"}
    ]
    rules = found["tool"]["driver"]["rules"]
    assert rules[suppressed["ruleIndex"]]["id"] == suppressed["ruleId"] == first.rule
    assert suppressed["partialFingerprints"] == {FINGERPRINT: first.fingerprint}
    assert suppressed["message"]["text"] == first.message("en")
    unsuppressed = [*told, *(result for result in found["results"] if place_of(result) == "b.txt")]
    assert len(unsuppressed) == len(others) + len(other.findings)
    assert all(result["suppressions"] == [] for result in unsuppressed)


def test_nothing_is_said_of_suppression_where_nothing_is_kept_quiet():
    assert all("suppressions" not in result for result in log(results(checked(faulty(), "a.txt")))["results"])


def place_of(result):
    (place,) = result["locations"]
    return place["physicalLocation"]["artifactLocation"]["uri"]
