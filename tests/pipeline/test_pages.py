"""Pages of government portals: every cell, the title, the agency, the dates and the text come out right."""
# ruff: noqa: E501 - markup is broken where a page breaks it

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures.pages import NOTES, TEMPLATES, body, markup, page

import govinfo
from govinfo.testing.generate import random_report

CASES = [("2019", "county"), ("2021", "county"), ("2021", "province"), ("2021", "zero")]


def values(report):
    return {cell.id: cell.value for cell in report.cells()}


@pytest.mark.parametrize(("form", "size"), CASES)
@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_page_reads_as_its_report(name, form, size):
    report = random_report(form, 11, size)
    read = govinfo.parse(TEMPLATES[name](report).encode(), filename="a.html")
    assert (read.form, values(read)) == (report.form, values(report))
    assert (read.title, read.agency, read.year) == (report.title, report.agency, report.year)
    assert read.published == report.published
    assert [section.heading for section in read.sections] == [section.heading for section in report.sections]
    assert [section.text for section in read.sections] == [section.text for section in report.sections]
    assert {finding.rule for finding in read.diagnostics} == NOTES.get(name, set())


BEFORE = (
    "<div>欢迎光临！</div>",
    "<div>2026年3月2日</div>",
    "<span>今天是2026年3月2日</span>",
    "<div class=left><ul><li onclick='go(1)'>青川市林业局2022年政府信息公开工作年度报告</li><li>青川市林业局2021年政府信息公开工作年度报告</li></ul></div>",
    "<div><a href='/1'>青川市林业局2019年政府信息公开工作年度报告</a> <i>2020-01-05</i></div>",
    "<h3><a href='/2'>青川市水务局2023年政府信息公开工作年度报告</a></h3><p>发布时间：2022-02-02</p>",
    "<ul><li>政府信息公开指南</li><li>政府信息公开年报</li><li>依申请公开</li></ul>",
    "<table><tr><td>年份</td><td>2023</td></tr><tr><td>访问量</td><td>12345</td></tr></table>",
    "<form><input type=text value='2023'><select><option>2022年</option></select></form>",
    "<img src=logo.png><img src=banner.png alt='青川市人民政府'>",
)
AFTER = (
    "<div><p>相关阅读</p><p>青川市林业局2022年政府信息公开工作年度报告</p><p>2023-01-20</p></div>",
    "<ul><li><a href='/3'>青川市林业局2023年政府信息公开工作年度报告</a></li><li><a href='/4'>通知</a></li></ul>",
    "<div>主办单位：青川市人民政府</div><div>2026年3月2日</div>",
    "<p>青川市数据中心</p>",
    "<table><tr><td>今日访问</td><td>12</td></tr><tr><td>总访问</td><td>99</td></tr></table>",
    "<div><img src=qr.png></div>",
)


@given(
    st.sampled_from(["2019", "2021"]),
    st.integers(0, 10**6),
    st.lists(st.sampled_from(BEFORE), max_size=4),
    st.lists(st.sampled_from(AFTER), max_size=4),
    st.integers(0, 3),
    st.booleans(),
    st.sampled_from(["发布日期：{}", "发布时间：{} 08:30", "{}", "（{}）", "日期：{}　来源：青川市林业局"]),
    st.sampled_from([None, "青川市人民政府门户网站", "政府信息公开年报"]),
)
@settings(deadline=None, max_examples=80)
def test_what_stands_around_a_report_does_not_get_into_it(form, seed, before, after, depth, inside, date, title):
    report = random_report(form, seed)
    head = f"<h1>{report.title}</h1><p>{date.format(report.published)}</p>"
    text = "<div>" * depth + f"<div class=text>{markup(body(report))}</div>" + "</div>" * depth
    inner = f"<div>{''.join(before)}</div><div>{head}{text}</div><div>{''.join(after)}</div>"
    if inside:
        inner = f"<div>{''.join(before)}{head}{text}{''.join(after)}</div>"
    read = govinfo.parse(page(report, inner, title=title).encode(), filename="a.html")
    assert values(read) == values(report)
    assert (read.title, read.agency, read.year) == (report.title, report.agency, report.year)
    alone = "发布时间" in "".join(before) and "日期" not in date and inside
    assert read.published == report.published or alone, "a field beside the title may well be that of the report"
    assert [section.text for section in read.sections] == [section.text for section in report.sections]
    assert {finding.rule for finding in read.diagnostics} <= {"X28"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("name", ["a.doc", "a.xls", "a.htm", "a.xhtml", "a.docx", "a"])
@pytest.mark.parametrize("kind", ["word_as_page", "excel_as_page", "bare_portal"])
def test_neither_the_suffix_nor_the_encoding_matters(kind, name, encoding):
    report = random_report("2021", 12)
    text = TEMPLATES[kind](report).replace("charset=utf-8", f"charset={encoding}")
    read = govinfo.parse(text.encode(encoding), filename=name)
    assert (values(read), read.title, read.parser.reader) == (values(report), report.title, "html")
