import json

import jsonschema
import pytest
from tests.fixtures.layouts import Draft, bars

import govinfo
from govinfo.findings import catalogue


@pytest.mark.parametrize("rule", list(catalogue()))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_explain(run, rule, language):
    ran = run("explain", rule, "--lang", language)
    assert ran.code == 0
    assert ran.out.startswith(f"{rule}  {catalogue()[rule].title(language)}\n")


def test_explain_ignores_case(run):
    assert run("explain", "a01") == run("explain", "A01")


def test_explain_list(run):
    ran = run("explain", "--list", "--lang", "zh")
    assert [line.split()[0] for line in ran.out.splitlines()[:-1]] == list(catalogue())


@pytest.mark.parametrize("arguments", [[], ["A01", "--list"], ["Q77"], [""]])
def test_explain_refuses(run, arguments):
    ran = run("explain", *arguments)
    assert (ran.code, ran.out) == (2, "")


def test_explain_names_the_near_rules(run):
    ran = run("explain", "A99")
    assert "A01" in ran.err
    assert "M01" not in ran.err


@pytest.mark.parametrize("language", ["zh", "en"])
def test_forms(run, language):
    ran = run("forms", "--lang", language)
    assert ran.code == 0
    for part in ("2019–2020", "2021–", "198", "200", "国办公开办函〔2021〕30号"):
        assert part in ran.out


def test_forms_json(run):
    plain = json.loads(run("forms", "--output-format", "json").out)
    assert [(form["id"], len(form["cells"])) for form in plain] == [("2019", 198), ("2021", 200)]


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_cells_of_a_form(run, form):
    table = run("forms", form).out
    cells = json.loads(run("forms", form, "--output-format", "json").out)[0]["cells"]
    for cell in cells:
        assert cell["id"] in table
        assert {"id", "label", "unit"} <= set(cell)


def test_unknown_form(run):
    ran = run("forms", "2008")
    assert ran.code == 2
    assert "2021" in ran.err


def test_schema(run):
    plain = json.loads(run("schema").out)
    assert plain == govinfo.report_schema()
    jsonschema.Draft202012Validator.check_schema(plain)


def test_a_file_of_wordings_to_fill_in(run, tmp_path):
    words, report = tmp_path / "words.toml", tmp_path / "report.txt"
    ran = run("forms", "2021", "--output-format", "labels", "-o", words)
    assert (ran.code, ran.out) == (0, "")
    assert words.read_text("utf-8") == run("forms", "2021", "--output-format", "labels").out
    assert run("forms", "--output-format", "labels").code == 2
    label = "（一）予以公开"
    report.write_text(bars(Draft()).replace(label, "（一）准许提供副本"), "utf-8")
    assert run("check", report, "--labels", words).code == 2
    filled = words.read_text("utf-8").replace(
        f'# "results.granted" = ["{label}"]', '"results.granted" = ["准许提供副本"]'
    )
    words.write_text(filled, "utf-8")
    ran = run("check", report, "--labels", words, "--select", "A,X", "--output-format", "concise")
    assert (ran.code, ran.out) == (0, "")
    assert "X02" in run("check", report, "--select", "A,X", "--output-format", "concise").out


@pytest.mark.parametrize(("language", "words"), [("zh", "又用它表示"), ("en", "as well")])
def test_a_wording_that_two_files_give_for_two_rows(run, tmp_path, language, words):
    (tmp_path / "a.toml").write_text('[rows]\nnew = ["甲乙"]\n', "utf-8")
    (tmp_path / "b.toml").write_text('[rows]\ncarried_over = ["甲乙"]\n', "utf-8")
    (tmp_path / "report.txt").write_text(bars(Draft()), "utf-8")
    files = ("--labels", tmp_path / "a.toml", "--labels", tmp_path / "b.toml")
    ran = run("check", tmp_path / "report.txt", *files, "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert "b.toml" in ran.err
    assert run("check", tmp_path / "report.txt", *files[:2], *files[:2]).code == 0
