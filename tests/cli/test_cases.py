import json

import pytest
from tests.fixtures.layouts import Draft, bars


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "report.txt").write_text(bars(Draft()), "utf-8")
    return tmp_path


def test_generate_then_check(run, folder):
    ran = run("cases", "generate", folder)
    assert ran.code == 0
    assert "written (parser bars, form 2021, cells with a value 200/200, doubts: none); read it through" in ran.out
    assert len(json.loads((folder / "report.expected.json").read_text("utf-8"))["cells"]) == 200
    ran = run("cases", "check", folder)
    assert (ran.code, ran.out) == (0, "")
    assert run("cases", "generate", folder).code == 0


def test_an_expectation_is_not_overwritten_silently(run, folder):
    run("cases", "generate", folder)
    path = folder / "report.expected.json"
    other = path.read_text("utf-8").replace('"applications.new.total": 0', '"applications.new.total": 7')
    path.write_text(other, "utf-8")
    ran = run("cases", "generate", folder)
    assert ran.code == 2
    assert "not overwritten" in ran.out
    assert "7 is due, found 0" in ran.out
    assert path.read_text("utf-8") == other
    ran = run("cases", "check", folder, "--lang", "zh")
    assert ran.code == 1
    assert "1个与预期不符" in ran.err
    assert run("cases", "generate", folder, "--force").code == 0
    assert run("cases", "check", folder).code == 0


def test_a_reading_that_went_wrong_is_seen_when_its_expectation_is_written(run, folder):
    text = bars(Draft()).replace("（一）予以公开", "（一）予亿公开")
    (folder / "report.txt").write_text("\n".join(text.splitlines()[:-12]), "utf-8")
    ran = run("cases", "generate", folder, "--lang", "zh")
    assert "，有值单元格1" in ran.out
    assert "存疑：X01" in ran.out


def test_what_cannot_be_read_gets_no_expectation(run, folder):
    (folder / "weather.txt").write_text("今天天气很好。", "utf-8")
    ran = run("cases", "generate", folder)
    assert ran.code == 2
    assert "weather.txt" in ran.err
    assert not (folder / "weather.expected.json").exists()


def test_without_expectations_and_without_files(run, folder, tmp_path_factory):
    assert run("cases", "check", folder).code == 1
    assert run("cases", "check", tmp_path_factory.mktemp("empty")).code == 2
    assert run("cases", "check", folder / "missing.txt").code == 2
