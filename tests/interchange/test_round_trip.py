import copy
import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import attrs
import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fixtures.examples import EXAMPLES
from tests.fixtures.layouts import LAYOUTS, Draft

import govinfo
from govinfo.cells import Cell
from govinfo.errors import InterchangeError
from govinfo.findings import Finding, Text
from govinfo.interchange import SCHEMA_VERSION
from govinfo.report import Contact, HeadingLine, Observation, Origin, Period, SignOff
from govinfo.source import Source
from govinfo.testing.samples import sample_report

SCHEMA = govinfo.report_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
MAYBE_TEXT = st.none() | TEXT
DATES = st.none() | st.dates()
NUMBERS = st.none() | st.integers(0, 10**6)
SOURCES = st.none() | st.builds(
    Source, line=NUMBERS, column=NUMBERS, end_column=NUMBERS, table=NUMBERS, row=NUMBERS, cell=NUMBERS
)
VALUES = (
    st.none()
    | st.integers(-(10**12), 10**12)
    | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9)
)
STATUSES = st.sampled_from(["reported", "blank", "placeholder", "absent", "unreadable", "conflict"])
CELLS = st.builds(Cell, id=TEXT, value=VALUES, raw=TEXT, status=STATUSES, source=SOURCES)
TEXTS = st.builds(Text, zh=TEXT, en=TEXT)
FINDINGS = st.builds(
    Finding,
    rule=TEXT,
    severity=st.sampled_from(["error", "warning", "info"]),
    text=TEXTS,
    cells=st.lists(TEXT, max_size=3).map(tuple),
    source=SOURCES,
    equation=MAYBE_TEXT,
    basis=st.lists(TEXT, max_size=3).map(tuple),
    fix=st.none() | TEXTS,
)
OBSERVATIONS = st.builds(
    Observation,
    kind=st.sampled_from(["row_label", "missing_row", "figure", "normalized"]),
    table=TEXT,
    subject=TEXT,
    printed=TEXT,
    expected=TEXT,
    similarity=st.none() | st.floats(0, 1),
    how=TEXT,
    source=SOURCES,
)
HEADINGS = st.builds(
    HeadingLine,
    text=TEXT,
    level=st.integers(1, 4),
    number=NUMBERS,
    section=st.none() | st.integers(1, 6),
    within=st.integers(0, 6),
    source=SOURCES,
)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "title": MAYBE_TEXT,
        "agency": MAYBE_TEXT,
        "year": st.none() | st.integers(1990, 2100),
        "published": DATES,
        "period": st.none() | st.builds(Period, start=DATES, end=DATES, text=TEXT),
        "contact": st.none() | st.builds(Contact, phone=MAYBE_TEXT, email=MAYBE_TEXT),
        "signed": st.none() | st.builds(SignOff, agency=MAYBE_TEXT, date=DATES, source=SOURCES),
        "preamble": TEXT,
        "all_cells": st.lists(CELLS, max_size=4).map(tuple),
        "extras": st.lists(CELLS, max_size=2).map(tuple),
        "headings": st.lists(HEADINGS, max_size=2).map(tuple),
        "observations": st.lists(OBSERVATIONS, max_size=3).map(tuple),
        "sources": st.dictionaries(TEXT, SOURCES.filter(lambda source: source is not None), max_size=2),
        "diagnostics": st.lists(FINDINGS, max_size=3).map(tuple),
        "parser": st.builds(
            Origin,
            filename=MAYBE_TEXT,
            sha256=TEXT,
            reader=TEXT,
            parser=TEXT,
            score=st.integers(0, 100),
            reasons=st.lists(TEXT, max_size=2).map(tuple),
            encoding=MAYBE_TEXT,
        ),
    },
)


def exact(report):
    """Everything in a report, with the types of its numbers."""
    return attrs.asdict(report, value_serializer=lambda _, __, value: (type(value).__name__, value))


def round_trip(report):
    text = govinfo.to_json(report)
    again = govinfo.from_json(text)
    assert exact(again) == exact(report)
    assert again == report
    assert govinfo.to_json(again) == text
    VALIDATOR.validate(json.loads(text))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_examples(example):
    round_trip(govinfo.parse(example.path))


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_reports_with_doubts(form, layout):
    texts = {"applications.new.research": "若干", "proactive.fees.amount": "", "applications.new.total": "３"}
    report = govinfo.parse(LAYOUTS[layout](Draft(form, texts)).encode())
    assert report.diagnostics
    assert report.observations
    round_trip(report)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(["2019", "2021"]), CHANGES)
def test_any_report(form, changes):
    round_trip(sample_report(form, **changes))


@pytest.mark.parametrize("value", ["0", "0.00", "12.50", "-3.5", "1E+3", "0.0001", "123456789.123456"])
def test_money_is_exact(value):
    report = sample_report(values={"proactive.fees.amount": Decimal(value)})
    again = govinfo.from_json(govinfo.to_json(report))["proactive.fees.amount"].value
    assert isinstance(again, Decimal)
    assert str(again) == value
    VALIDATOR.validate(json.loads(govinfo.to_json(report)))


def test_counts_stay_whole_numbers():
    again = govinfo.from_json(govinfo.to_json(sample_report(values={"applications.new.total": 10**11})))
    assert type(again["applications.new.total"].value) is int


def test_the_text_is_readable():
    text = govinfo.to_json(sample_report(), indent=2)
    assert "青川市林业局" in text
    assert text.startswith('{\n  "schema_version": 1')


def test_bytes_are_read_too():
    report = sample_report()
    assert govinfo.from_json(govinfo.to_json(report).encode()) == report


def test_lone_surrogates_become_escapes():
    report = attrs.evolve(sample_report(), parser=Origin("a\udcff.txt", "", "", "", 0, ()))
    text = govinfo.to_json(report)
    text.encode("utf-8")
    assert govinfo.from_json(text).parser.filename == "a\\udcff.txt"


GOOD = json.loads(govinfo.to_json(sample_report(signed=SignOff("甲", dt.date(2025, 1, 2), None))))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "{",
        "null",
        "[]",
        "5",
        '"text"',
        "{}",
        '{"schema_version": 2}',
        '{"schema_version": "1"}',
        b"\xff\xfe\x00",
        "[" * 100_000,
    ],
)
def test_what_is_no_report(text):
    with pytest.raises(InterchangeError):
        govinfo.from_json(text)


@pytest.mark.parametrize("key", sorted(set(GOOD) - {"schema_version"}))
def test_missing_keys(key):
    data = copy.deepcopy(GOOD)
    del data[key]
    assert not VALIDATOR.is_valid(data)
    with pytest.raises(InterchangeError):
        govinfo.from_json(json.dumps(data))


WRONG: list[tuple[str, object]] = [
    ("unknown", 5),
    ("form", None),
    ("form", 2021),
    ("year", "2024"),
    ("year", 2024.5),
    ("year", True),
    ("title", 5),
    ("title", ["甲"]),
    ("published", "gestern"),
    ("published", "2025-02-30"),
    ("published", 5),
    ("cells", None),
    ("cells", {}),
    ("cells", "text"),
    ("cells", [5]),
    ("sections", [{}]),
    ("sources", []),
    ("diagnostics", [{"rule": "X01"}]),
    ("parser", "bars"),
    ("contact", {"telephone": "5"}),
    ("preamble", None),
]


@pytest.mark.parametrize(("key", "value"), WRONG)
def test_wrong_values(key, value):
    data = GOOD | {key: value}
    assert not VALIDATOR.is_valid(data)
    with pytest.raises(InterchangeError) as caught:
        govinfo.from_json(json.dumps(data))
    assert "report" in str(caught.value)


@pytest.mark.parametrize("value", ["1_000", "१२", "NaN", "Infinity", "abc", "", " 5", 1.5, True, [], {}])
def test_wrong_cell_values(value):
    data = copy.deepcopy(GOOD)
    data["cells"][3]["value"] = value
    assert not VALIDATOR.is_valid(data)
    with pytest.raises(InterchangeError):
        govinfo.from_json(json.dumps(data))


@pytest.mark.parametrize(
    ("key", "value"), [("status", "unknown"), ("status", None), ("id", None), ("raw", 5), ("source", 5)]
)
def test_wrong_cells(key, value):
    data = copy.deepcopy(GOOD)
    data["cells"][3][key] = value
    assert not VALIDATOR.is_valid(data)
    with pytest.raises(InterchangeError):
        govinfo.from_json(json.dumps(data))


def test_the_schema_is_valid():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"].endswith(f":{SCHEMA_VERSION}")


def test_the_schema_names_every_attribute():
    names = {attribute.name for attribute in attrs.fields(govinfo.Report)} - {"all_cells"} | {"cells", "schema_version"}
    assert set(SCHEMA["properties"]) == names


def test_the_schema_is_a_new_one_each_time():
    govinfo.report_schema()["properties"].clear()
    assert govinfo.report_schema() == SCHEMA


def test_the_published_schema_is_up_to_date():
    published = Path(__file__).parents[2] / "docs" / "schema" / "report-1.json"
    assert json.loads(published.read_text("utf-8")) == govinfo.report_schema()
