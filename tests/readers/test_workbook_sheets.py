"""Workbooks of several sheets: reports of several years, tables on sheets of their own."""

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures.workbooks import book

import govinfo
from govinfo.document import Grid
from govinfo.testing.generate import random_report
from govinfo.testing.layouts import printed

FORMS = st.sampled_from(["2019", "2021"])
YEARS = {"2019": 2020, "2021": 2024}


def of_year(form, seed, year):
    """A report by chance that speaks of a year."""
    report = random_report(form, seed)
    return attrs.evolve(report, title=report.title.replace(str(report.year), str(year)), year=year, published=None)


def grids(report):
    return [part for part in printed(report) if isinstance(part, Grid)]


def parse(sheets, filename="report.xlsx"):
    return govinfo.parse(book(sheets), filename=filename)


def values(report):
    return {cell.id: cell.value for cell in report.cells()}


def rules(report):
    return {finding.rule for finding in report.diagnostics}


def differing(one, other):
    return {cell.id for cell in one.cells() if cell.value != other[cell.id].value}


def the_finding(report, rule):
    (found,) = [finding for finding in report.diagnostics if finding.rule == rule]
    return found


@given(
    FORMS,
    st.integers(0, 999),
    st.permutations([0, 1, 2]),
    st.sampled_from(
        [
            (("Sheet1", "Sheet2", "Sheet3"), True),
            (("{}", "{}", "{}"), True),
            (("{}", "{}", "{}"), False),
            (("{}年报", "年报{}", "{}年度（本年）"), False),
        ]
    ),
)
@settings(deadline=None, max_examples=25)
def test_of_reports_of_several_years_the_newest_is_read(form, seed, order, kind):
    names, whole = kind
    year = YEARS[form]
    reports = [of_year(form, seed + back, year - back) for back in order]
    named = [name.format(report.year) for name, report in zip(names, reports, strict=True)]
    content = printed if whole else grids
    read = parse([(name, content(report)) for name, report in zip(named, reports, strict=True)])
    newest = reports[order.index(0)]
    assert values(read) == values(newest)
    assert read.year == year
    assert read.title == (newest.title if whole else None)
    assert rules(read) == ({"X65"} if whole else {"X65", "X16", "X17"})
    finding = the_finding(read, "X65")
    taken, left_out = finding.message("en").split("left out")
    assert f"“{named[order.index(0)]}”" in taken
    assert all(f"“{name}”" in left_out for name in named if name != named[order.index(0)])
    assert set(finding.cells) >= differing(newest, reports[order.index(1)])


def test_the_name_of_the_file_or_a_cover_names_another_year():
    new, old = of_year("2021", 1, 2024), of_year("2021", 2, 2023)
    sheets = [("2024", printed(new)), ("2023", printed(old))]
    assert values(parse(sheets, "2023年年报.xlsx")) == values(old)
    assert values(parse(sheets, "/2023/年报.xlsx")) == values(new)
    assert values(parse(sheets, "2023-2024.xlsx")) == values(new)
    tables = [("2024", grids(new)), ("2023", grids(old))]
    read = parse([("封面", [old.title]), *tables])
    assert (values(read), read.title) == (values(old), old.title)


def test_reports_of_several_years_with_the_same_numbers():
    new, old = of_year("2021", 1, 2024), of_year("2021", 1, 2023)
    read = parse([("Sheet1", printed(old)), ("Sheet2", printed(new))])
    assert (read.year, read.title, values(read)) == (2024, new.title, values(new))
    assert rules(read) == {"X65"}


def test_a_title_on_a_sheet_counts_more_than_its_name():
    new, old = of_year("2021", 1, 2024), of_year("2021", 2, 2023)
    read = parse([("2024", printed(old)), ("2025", printed(new))])
    assert (read.year, values(read)) == (2024, values(new))


def test_reports_in_both_forms():
    old, new = of_year("2019", 1, 2020), of_year("2021", 2, 2021)
    for sheets in ([("2020", printed(old)), ("2021", printed(new))], [("2021", printed(new)), ("2020", printed(old))]):
        read = parse(sheets)
        assert (read.form, read.year, values(read)) == ("2021", 2021, values(new))
        assert "X65" in rules(read)


def test_sheets_without_a_year_are_named_and_not_read():
    one, other = of_year("2021", 1, 2024), of_year("2021", 2, 2023)
    read = parse([("Sheet1", grids(one)), ("Sheet2", grids(other))])
    told = {cell for finding in read.diagnostics for cell in finding.cells}
    assert differing(one, other) <= told
    assert all(read[cell].value is None for cell in differing(one, other))
    assert "Sheet1" in read.diagnostics[0].message("en")
    assert "Sheet2" in read.diagnostics[0].message("en")


def test_reports_of_two_agencies_are_not_told_apart_by_year():
    one = of_year("2021", 1, 2024)
    other = of_year("2021", 2, 2023)
    other = attrs.evolve(other, title=other.title.replace("青川市林业局", "白河县水利局"))
    read = parse([("甲", printed(other)), ("乙", printed(one))])
    assert "X65" not in rules(read)
    assert {cell for finding in read.diagnostics for cell in finding.cells} >= differing(one, other)


@given(FORMS, st.integers(0, 999), st.permutations([0, 1, 2]))
@settings(deadline=None, max_examples=12)
def test_a_table_on_each_sheet(form, seed, order):
    report = random_report(form, seed)
    tables = grids(report)
    sheets = [(f"表{number + 2}", [tables[number]]) for number in order]
    read = parse([("封面", [report.title]), *sheets])
    assert values(read) == values(report)
    assert rules(read) <= {"X25"}
    assert rules(read) == set() or order != [0, 1, 2]
