"""Whatever is typed wrongly is told in the language asked for, with what to do about it."""

import pytest
from tests.fixtures.examples import FORESTRY, TRANSPORT

WRONG = {
    "a command": (["chekc"], ["没有命令“chekc”", "是否为check"]),
    "an option": (["check", "x", "--selct", "A"], ["没有选项--selct", "--select"]),
    "no file": (["check"], ["缺少参数PATH"]),
    "no list": (["baseline", "x"], ["缺少选项--output"]),
    "a choice": (["check", "x", "--fail-level", "erorr"], ["选项--fail-level只能是error、warning、info、never"]),
    "a severity": (["check", "x", "--severity", "M07=严重"], ["“M07=严重”应写成“规则=程度”"]),
    "a severity as it was written": (["check", "x", "--severity", "a=none，B＝x"], ["“a=none”应写成"]),
    "a rule as it was written": (["check", FORESTRY.path, "--select", "q9"], ["没有以“q9”开头的规则"]),
    "a rule with a severity": (["check", FORESTRY.path, "--severity", "q9=info"], ["没有以“q9”开头的规则"]),
    "a folder": (["check", "x", "--output", "/"], ["选项--output所指的是文件夹"]),
    "a flag": (["check", "x", "--statistics=3"], ["选项--statistics后面不能有内容"]),
    "too much": (["explain", "A01", "A02"], ["多出的内容：A02"]),
    "too little": (["explain"], ["A01", "--list"]),
    "two that exclude each other": (["forms", "--no-config", "--config", "govinfo.toml"], ["不能同时使用"]),
    "a list of agencies": (["check", "x", "--expected", "没有.txt"], ["无法读取没有.txt"]),
    "a rule": (["check", FORESTRY.path, "--select", "Q"], ["没有以“Q”开头的规则"]),
    "a settings file": (["check", "x", "--config", "没有.toml"], ["没有这个文件"]),
    "a list of known findings": (["check", "x", "--baseline", "没有.toml"], ["govinfo baseline"]),
    "no rule that is left": (["check", FORESTRY.path, "--select", "A", "--ignore", "A"], ["没有剩下可用的规则"]),
    "a device as settings": (["check", "x", "--config", "/dev/zero"], ["不是文件"]),
    "a device as list of known findings": (["baseline", FORESTRY.path, "-o", "/dev/zero"], ["不是文件"]),
    "a device as list of agencies": (["check", FORESTRY.path, "--expected", "/dev/zero"], ["每行一个机关名称"]),
    "a suffix": (["check", "x", "-o", "x.pdf"], [".jsonl .sarif"]),
}


@pytest.mark.parametrize(("arguments", "words"), WRONG.values(), ids=WRONG)
def test_wrong_usage_in_chinese(run, monkeypatch, arguments, words):
    monkeypatch.setenv("GOVINFO_LANG", "zh")
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert all(word in ran.err for word in words), ran.err
    assert not any(word in ran.err for word in ("Error", "Usage", "Invalid", "No such"))


@pytest.mark.parametrize("asked", [["--lang", "zh"], ["--lang=ZH"]])
def test_the_language_asked_for_counts_for_every_message(run, asked):
    assert "没有选项" in run("check", "x", "--selct", "A", *asked).err
    assert "没有以“Q”开头的规则" in run("check", FORESTRY.path, "--select", "Q", *asked).err
    assert "no rule begins" in run("check", FORESTRY.path, "--select", "Q").err


def test_the_language_of_the_settings_counts_too(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "govinfo.toml").write_text('lang = "zh"', "utf-8")
    assert "没有以“Q”开头的规则" in run("check", FORESTRY.path, "--select", "Q").err


def test_an_option_without_what_belongs_to_it(run):
    assert "要有内容" in run("check", "x", "--lang", "zh", "--severity").err
    assert "requires an argument" in run("check", "x", "--severity").err


def test_a_result_in_a_folder_that_is_not_there(run, tmp_path):
    ran = run("check", FORESTRY.path, "-o", tmp_path / "a" / "b.txt", "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert "所在的文件夹不存在" in ran.err


@pytest.mark.parametrize("rules", ["A01,A02", "a01，a02", "Ａ０１、A02", " A01 , A02 ,"])
def test_rules_as_people_type_them(run, rules):
    plain = run("check", TRANSPORT.path, "--select", "A01", "--select", "A02")
    assert "A01" in plain.out
    assert "A02" in plain.out
    assert run("check", TRANSPORT.path, "--select", rules).out == plain.out


@pytest.mark.parametrize(
    "levels", [["A01=info,a02=Info"], ["ａ０１＝ＩＮＦＯ", "A02=info"], ["a=info"], ["A=error、a=info"]]
)
def test_severities_as_people_type_them(run, levels):
    options = [option for level in levels for option in ("--severity", level)]
    ran = run("check", TRANSPORT.path, "--select", "A01,A02", "--output-format", "concise", *options)
    assert ran.code == 0
    assert {line.partition("info A0")[2][:1] for line in ran.out.splitlines()} == {"1", "2"}


def test_files_that_office_keeps_beside_open_ones_are_passed_over(run, tmp_path):
    (tmp_path / "report.txt").write_bytes(FORESTRY.path.read_bytes())
    (tmp_path / "~$report.docx").write_bytes(b"\x05owner")
    ran = run("check", tmp_path, "--fail-level", "never")
    assert ran.code == 0, ran.err
    assert "~$" not in ran.err


def test_an_empty_name_is_no_folder(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_bytes(FORESTRY.path.read_bytes())
    assert run("check", "").code == 2


def test_the_format_of_checks_is_not_that_of_other_commands(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "govinfo.toml").write_text('output-format = "github"\nlabels = []', "utf-8")
    assert run("check", TRANSPORT.path).out.startswith("::")
    for others in (["parse", FORESTRY.path], ["plugins"], ["doctor"], ["forms"]):
        ran = run(*others)
        assert ran.code == 0, ran.err


def test_the_suffix_tells_what_parse_writes(run, tmp_path):
    run("parse", FORESTRY.path, "-o", tmp_path / "cells.csv")
    shown = run("parse", FORESTRY.path, "--output-format", "csv")
    assert (tmp_path / "cells.csv").read_text("utf-8").replace("\r\n", "\n") == shown.out.replace("\r\n", "\n")
    assert run("parse", FORESTRY.path, "--explain", "-o", tmp_path / "how.csv").code == 2
