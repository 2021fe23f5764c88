"""Findings as JSON and JSON Lines."""

import json

from tests.fixtures.results import HOSTILE, PATH, checked, faulty, full_finding, hostile, results, written

from govinfo.assessment import Unread
from govinfo.errors import SourceError


def plain(value):
    """A value as JSON gives it back."""
    return json.loads(json.dumps(value))


def escaped(text):
    """Lone surrogates as they are written, because JSON must not hold them."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def test_json_gives_the_findings_back():
    entry = checked(faulty(), "a.txt", [full_finding()])
    (found,) = json.loads(written("json", results(entry)))
    assert found["findings"] == plain([finding.to_dict() for finding in entry.findings])
    assert found["outcomes"] == entry.assessment.outcomes
    assert len(found["not_assessable"]) == len(entry.assessment.not_assessable)
    assert (found["path"], found["year"], found["form"]) == ("a.txt", entry.report.year, "2021")


def test_each_line_is_a_finding_with_its_fingerprint():
    entries = [checked(faulty(), "a.txt"), checked(faulty(), "b.txt", [full_finding()])]
    unread = [Unread("c.txt", SourceError("gone", "没有了"))]
    found = [json.loads(line) for line in written("jsonl", results(*entries, unread=unread)).splitlines()]
    assert [line["fingerprint"] for line in found[:-1]] == [
        finding.fingerprint for entry in entries for finding in entry.findings
    ]
    assert [line["path"] for line in found[:-1]] == [entry.path for entry in entries for _ in entry.findings]
    whole = {key: value for key, value in found[-2].items() if key not in ("path", "agency", "year", "fingerprint")}
    assert whole == plain(full_finding().to_dict())
    assert found[-1] == {"path": "c.txt", "error": "gone"}


def test_hostile_text_comes_back_as_it_was():
    run = hostile()
    (entry,) = run.checked
    lines = written("jsonl", run).decode("utf-8").splitlines()
    assert len(lines) == len(entry.findings) + 1
    first = json.loads(lines[0])
    assert (first["path"], first["agency"]) == (escaped(PATH), escaped(HOSTILE))
    assert json.loads(lines[-1])["error"] == escaped(HOSTILE)
    assert json.loads(written("json", run))[0]["agency"] == escaped(HOSTILE)
