"""Workflow commands, read as the runner of GitHub Actions reads them."""

import re

import pytest
from tests.fixtures.results import NEW, PATH, checked, faulty, full_finding, hostile, results, written

from govinfo.assessment import Unread
from govinfo.errors import SourceError
from govinfo.findings import spec
from govinfo.source import Source
from govinfo.testing.samples import sample_report

COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>[^\n]*?)::(?P<message>.*)")


def unescaped(text):
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def commands(run):
    """Name, properties and message of each line; every line is a command."""
    for line in written("github", run).decode("utf-8").splitlines():
        found = COMMAND.fullmatch(line)
        assert found, line
        properties = dict(part.split("=", 1) for part in found["properties"].split(","))
        yield found["name"], {key: unescaped(value) for key, value in properties.items()}, unescaped(found["message"])


def test_severity_place_and_message():
    entry = checked(sample_report("2021"), "dir/a.txt", [full_finding()])
    *_, (name, properties, message) = commands(results(entry))
    assert name == "error"
    assert properties == {"file": "dir/a.txt", "line": "3", "col": "5", "endColumn": "6", "title": "A01"}
    assert message.startswith(full_finding().message())
    assert message.endswith("12")


@pytest.mark.parametrize(("severity", "command"), [("error", "error"), ("warning", "warning"), ("info", "notice")])
def test_commands_for_severities(severity, command):
    finding = spec("M01").finding(x="甲", missing="乙", severity=severity)
    entry = checked(sample_report("2021"), "a.txt", [finding])
    assert [name for name, *_ in commands(results(entry))][-1] == command


def test_a_place_without_a_line_has_none():
    finding = spec("M01").finding(x="甲", missing="乙", source=Source(table=2, row=3, cell=4))
    *_, (_, properties, _) = commands(results(checked(sample_report("2021"), "a.docx", [finding])))
    assert properties.keys() == {"file", "title"}


def test_files_that_were_not_read_are_errors():
    run = results(unread=[Unread("no:such,file", SourceError("100% gone\nfor ever", "没有了"))])
    assert list(commands(run)) == [("error", {"file": "no:such,file"}, "100% gone\nfor ever")]


def test_hostile_text_forges_no_command():
    run = hostile()
    found = list(commands(run))
    assert len(found) == len(run.checked[0].findings) + 1
    for _, properties, _ in found[:-1]:
        assert properties["file"].startswith(PATH[: PATH.index("\x1b")])
        assert properties["file"].endswith("\\x1b\\udcff\\u202e.txt")


def test_a_clean_report_gives_nothing():
    entry = checked(faulty())
    assert len(list(commands(results(entry)))) == len(entry.findings)
    assert NEW in entry.findings[0].cells
