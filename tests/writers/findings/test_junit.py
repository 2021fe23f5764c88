"""JUnit XML: suites, counts and outcomes agree with the findings."""

import pytest
from lxml import etree
from tests.fixtures.results import checked, faulty, full_finding, hostile, results, written

from govinfo.assessment import Unread
from govinfo.errors import SourceError
from govinfo.findings import SEVERITIES


def suites(run):
    root = etree.fromstring(written("junit", run))
    assert root.tag == "testsuites"
    for suite in root:
        assert suite.tag == "testsuite"
        assert {case.tag for case in suite} <= {"testcase"}
        assert all(len(case) <= 1 and {"name", "classname"} <= {*case.attrib} for case in suite)
        for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(name, "")) == len(suite.findall(f"testcase/{tag}"))
        assert int(suite.get("tests", "")) == len(suite)
    for name in ("tests", "failures", "errors"):
        assert int(root.get(name, "")) == sum(int(suite.get(name, "")) for suite in root)
    return list(root)


@pytest.mark.parametrize("level", [*SEVERITIES, None])
def test_findings_at_or_above_the_fail_level_are_failures(level):
    entry = checked(faulty(), "a.txt", [full_finding()])
    (suite,) = suites(results(entry, fail_level=level))
    failing = [] if level is None else SEVERITIES[: SEVERITIES.index(level) + 1]
    expected = [finding for finding in entry.findings if finding.severity in failing]
    assert [failure.get("type") for failure in suite.iter("failure")] == [found.severity for found in expected]
    assert [failure.get("message") for failure in suite.iter("failure")] == [found.message() for found in expected]
    below = [finding for finding in entry.findings if finding not in expected]
    assert len(suite.findall("testcase/system-out")) == len(below)


def test_every_applied_rule_is_a_case():
    entry = checked(faulty())
    (suite,) = suites(results(entry))
    named = {case.get("name").split()[0] for case in suite}
    applied = {rule for rule, outcome in entry.assessment.outcomes.items() if outcome != "not_applicable"}
    assert named == applied
    passed = [case for case in suite if len(case) == 0]
    assert len(passed) == entry.assessment.count("passed")
    reasons = {missing.text.en for missing in entry.assessment.not_assessable}
    assert all(any(reason in skipped.get("message") for reason in reasons) for skipped in suite.iter("skipped"))


def test_names_of_cases_are_told_apart():
    (suite,) = suites(results(checked(faulty(), "a.txt", [full_finding()])))
    names = [case.get("name") for case in suite if case.find("skipped") is None]
    assert len(names) == len(set(names))


def test_a_file_that_was_not_read_is_an_error():
    run = results(checked(faulty(), "a.txt"), unread=[Unread("b.txt", SourceError("gone", "没有"))], language="zh")
    *_, suite = suites(run)
    assert suite.get("name") == "b.txt"
    (error,) = suite.iter("error")
    assert (error.get("type"), error.get("message")) == ("SourceError", "没有")


def test_the_details_are_in_the_text():
    (suite,) = suites(results(checked(faulty(), "a.txt", [full_finding("七")]), language="zh"))
    text = [failure.text for failure in suite.iter("failure")][-1]
    assert "算式：1＋七" in text
    assert "改法：七" in text


def test_hostile_text_stays_text():
    run = hostile()
    read, unread = suites(run)
    assert len([case for case in read if case.find("skipped") is None]) >= len(run.checked[0].findings)
    assert not list(read.iter("script"))
    assert "<script>alert(1)</script>&amp;" in next(unread.iter("error")).get("message")
