"""The forms as data: the public ids, and descriptions that are faulty."""

import json
from pathlib import Path

import pytest

import govinfo
from govinfo.errors import FormError, SelectionError
from govinfo.forms import load_forms, official_forms

DATA = (Path(govinfo.__file__).parent / "forms" / "data" / "official.toml").read_text("utf-8")
DOMAIN = Path(__file__).parents[3] / "shared" / "domain" / "forms.json"


@pytest.mark.parametrize(("form", "cells", "rows"), [("2019", 198, 32), ("2021", 200, 32)])
def test_sizes(form, cells, rows):
    entry = govinfo.official_form(form)
    assert (len(entry.cells), len(entry.rows)) == (cells, rows)
    assert len({cell.id for cell in entry.cells}) == cells
    assert sum(len(place.cells) for place in entry.rows) == cells


@pytest.mark.skipif(not DOMAIN.is_file(), reason="the table of public ids is not beside the repository")
@pytest.mark.parametrize("number", [0, 1])
def test_ids_labels_and_articles_are_the_public_ones(number):
    public = json.loads(DOMAIN.read_text("utf-8"))["forms"][number]
    form = official_forms()[number]
    assert (form.id, form.basis, form.title.zh) == (public["id"], public["basis"], public["title_zh"])
    assert [(cell.id, cell.label.zh, cell.label.en, cell.article) for cell in form.cells] == [
        (cell["id"], cell["label_zh"], cell["label_en"], cell.get("article")) for cell in public["cells"]
    ]
    assert [heading.label.zh for heading in form.headings] == public["sections"]


@pytest.mark.parametrize(("form", "count"), [("2019", 23 + 7 + 7 + 3), ("2021", 25 + 7 + 7 + 3)])
def test_identities(form, count):
    entry = govinfo.official_form(form)
    assert len(entry.identities) == count
    for identity in entry.identities:
        assert {*identity.left, *identity.right} <= set(entry.by_id)
        assert not set(identity.left) & set(identity.right)


def test_years():
    old, new = official_forms()
    assert [year for year in range(2015, 2030) if old.is_for(year)] == [2019, 2020]
    assert [year for year in range(2015, 2030) if new.is_for(year)] == list(range(2021, 2030))


def test_an_unknown_form_is_an_error_that_names_the_known_ones():
    with pytest.raises(SelectionError, match="'2019', '2021'"):
        govinfo.official_form("2008")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("not toml", "not valid TOML"),
        ("a = " + "[" * 5000, "not valid TOML"),
        ("[[form]]\nid = 'x'", "lacks the key"),
        ("form = 5", "a list is due"),
        ("form = [5]", "a table is due"),
        (DATA.replace("[[heading]]", "[[headings]]"), "no key 'headings'; 'heading' is meant?"),
        (DATA.replace("article = ", "artikle = "), "no key 'artikle'; 'article' is meant?"),
        (DATA.replace("years = [2021]", "years = 2021"), "years: a list is due"),
        (DATA.replace("years = [2021]", "years = []"), "the first year is due"),
        (DATA.replace('"ten_thousand_yuan"', '"yuan"'), "'yuan' is none of count, change"),
        (DATA.replace('over = "row"', 'over = "rows"'), "'rows' is none of row, column, table"),
        (DATA.replace('forms = ["2021"]', 'forms = ["2022"]', 1), "there is no form '2022'"),
        (DATA.replace('right = ["total"]', 'right = ["totl"]', 1), "names 'totl', which table"),
        (DATA.replace('right = ["total"]', "right = []", 1), "a side without cells"),
        (DATA.replace('rule = "A01"', "rule = 1"), "rule: a str is due"),
        (DATA.replace('"自然人"', "true"), "zh: a str is due"),
        (DATA.replace('id = "coercion"', 'id = "penalties"'), "occur twice"),
    ],
)
def test_faulty_descriptions(text, message):
    assert text != DATA
    with pytest.raises(FormError, match=message) as caught:
        load_forms(text)
    assert caught.value.zh != str(caught.value)


def test_a_description_saved_with_a_byte_order_mark_is_the_same():
    assert [form.id for form in load_forms("\ufeff" + DATA)] == [form.id for form in official_forms()]
