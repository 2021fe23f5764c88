import json

import jsonschema
import pytest

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
