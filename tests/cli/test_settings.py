"""Settings files, rule sets, severities and known findings on the command line."""

import json
import tomllib

import pytest
from tests.fixtures.layouts import Draft, bars


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a report whose first row of table three does not add up."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "faulty.txt").write_text(bars(Draft(texts={"applications.new.total": "5"})), "utf-8")
    return tmp_path


def found(ran):
    return {finding["rule"]: finding["severity"] for entry in json.loads(ran.out) for finding in entry["findings"]}


def test_settings_are_the_defaults_of_options(run, folder):
    (folder / "govinfo.toml").write_text('select = ["A01"]\noutput-format = "json"\nfail-level = "never"', "utf-8")
    ran = run("check", "faulty.txt")
    assert found(ran) == {"A01": "error"}
    assert ran.code == 0
    assert run("check", "faulty.txt", "--fail-level", "error").code == 1
    assert found(run("check", "faulty.txt", "--select", "A03")) == {"A03": "error"}


def test_a_file_can_be_named_or_left_out(run, folder):
    (folder / "govinfo.toml").write_text('fail-level = "never"', "utf-8")
    (folder / "other.toml").write_text('select = ["A03"]\noutput-format = "json"', "utf-8")
    assert run("check", "faulty.txt", "--no-config").code == 1
    ran = run("check", "faulty.txt", "--config", "other.toml")
    assert (ran.code, found(ran)) == (1, {"A03": "error"})
    both = run("check", "faulty.txt", "--config", "other.toml", "--no-config")
    assert both.code == 2
    assert "exclude each other" in both.err
    assert run("check", "faulty.txt", "--no-config", "--config", "other.toml").code == 2


def test_the_language_holds_for_every_command(run, folder):
    (folder / "govinfo.toml").write_text('lang = "zh"', "utf-8")
    assert "依据" in run("explain", "A01").out
    assert "检查1份报告" in run("check", "faulty.txt").err


def test_severities(run, folder):
    ran = run(
        "check", "faulty.txt", "--select", "A01,A03", "--severity", "A01=info,A=warning", "--output-format", "json"
    )
    assert found(ran) == {"A01": "info", "A03": "warning"}
    assert ran.code == 0
    (folder / "govinfo.toml").write_text('[severity]\nA01 = "info"', "utf-8")
    ran = run("check", "faulty.txt", "--select", "A01", "--output-format", "json")
    assert found(ran) == {"A01": "info"}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("entry", ["A01", "A01=grave", "=error", "A01=error=warning"])
def test_a_severity_that_is_none(run, entry):
    ran = run("check", "faulty.txt", "--severity", entry)
    assert ran.code == 2
    assert "RULE=LEVEL" in ran.err


@pytest.mark.usefixtures("folder")
def test_a_severity_of_no_rule(run):
    ran = run("check", "faulty.txt", "--severity", "Q=error")
    assert ran.code == 2
    assert "no rule begins with 'Q'" in ran.err


def test_rule_sets(run, folder):
    text = 'select = ["A03"]\n[rule-sets.north]\nextend-select = ["A01"]\nseverity = { A01 = "info" }\n'
    (folder / "govinfo.toml").write_text(text, "utf-8")
    assert found(run("check", "faulty.txt", "--output-format", "json")) == {"A03": "error"}
    ran = run("check", "faulty.txt", "--rule-set", "north", "--output-format", "json")
    assert found(ran) == {"A01": "info", "A03": "error"}
    ran = run("check", "faulty.txt", "--rule-set", "south")
    assert ran.code == 2
    assert "govinfo.toml has north" in ran.err


def test_a_faulty_settings_file_ends_the_run(run, folder):
    (folder / "govinfo.toml").write_text('slect = ["A"]', "utf-8")
    ran = run("check", "faulty.txt")
    assert ran.code == 2
    assert "'select' is meant" in ran.err
    assert ran.out == ""


@pytest.mark.usefixtures("folder")
def test_known_findings_stay_quiet_once_there_is_a_reason(run):
    ran = run("baseline", "faulty.txt", "-o", "known.toml", "--select", "A")
    assert ran.code == 0
    assert "entries 2; new 2; left out 0; without a reason 2" in ran.err
    ran = run("check", "faulty.txt", "--select", "A", "--baseline", "known.toml")
    assert ran.code == 1
    assert "shown for want of a reason: 2" in ran.err
    ran = run("baseline", "faulty.txt", "-o", "known.toml", "--select", "A", "--reason", "two systems count apart")
    assert "entries 2; new 0; left out 0; without a reason 0" in ran.err
    ran = run("check", "faulty.txt", "--select", "A", "--baseline", "known.toml")
    assert ran.code == 0
    assert "nothing found" in ran.out
    assert "known findings kept quiet: 2" in ran.err
    ran = run("check", "faulty.txt", "--select", "A", "--baseline", "known.toml", "--output-format", "sarif")
    assert ran.code == 0
    kept = [result["suppressions"] for result in json.loads(ran.out)["runs"][0]["results"]]
    assert [entry["justification"] for (entry,) in kept] == ["two systems count apart"] * 2


def test_a_mended_report_prunes_the_list(run, folder):
    run("baseline", "faulty.txt", "-o", "known.toml", "--select", "A", "--reason", "x")
    (folder / "faulty.txt").write_text(bars(Draft()), "utf-8")
    ran = run("check", "faulty.txt", "--select", "A", "--baseline", "known.toml")
    assert "not found any more: 2" in ran.err
    ran = run("baseline", "faulty.txt", "-o", "known.toml", "--select", "A", "--prune")
    assert "entries 0; new 0; left out 2" in ran.err
    assert "known" not in tomllib.loads((folder / "known.toml").read_text("utf-8"))


def test_a_list_named_in_the_settings(run, folder):
    run("baseline", "faulty.txt", "-o", "known.toml", "--reason", "x")
    (folder / "govinfo.toml").write_text('baseline = "known.toml"', "utf-8")
    assert run("check", "faulty.txt").code == 0


@pytest.mark.usefixtures("folder")
def test_a_list_that_is_missing_or_is_the_report(run):
    assert run("check", "faulty.txt", "--baseline", "missing.toml").code == 2
    ran = run("baseline", "faulty.txt", "-o", "faulty.txt")
    assert ran.code == 2
    assert "overwritten" in ran.err
