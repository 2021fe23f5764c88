"""A form that is none of the annual report: its title, its units, a sheet without a header, its rules."""

from decimal import Decimal

import pytest

import govinfo
from govinfo.contracts import rule
from govinfo.errors import ConfigurationError
from govinfo.findings import load_catalogue
from govinfo.forms import load_forms
from govinfo.registry import Registry
from govinfo.rules.sums import identities_of

FORM = """
[[form]]
id = "website"
kind = "website"
zh = "门户网站运行情况表"
en = "Sheet of a website"
basis = "（依据）"
years = [2017]

[[table]]
id = "site"
zh = "运行表"
en = "sheet"

[[table.block]]
columns = [{ id = "", zh = "数量", en = "number" }]
rows = [
  { id = "views", measure = "次", zh = "页面访问总量", en = "views" },
  { id = "posts", measure = "条", zh = "全年发布信息", en = "posts" },
  { id = "posts.news", measure = "条", zh = "其中动态信息", en = "news" },
  { id = "posts.other", measure = "条", zh = "其中另外信息", en = "other posts" },
  { id = "cost", measure = "万元", unit = "ten_thousand_yuan", zh = "运行维护费用", en = "cost" },
]
[[table.identity]]
rule = "A91"
over = "table"
left = ["posts.*"]
right = ["posts"]
zh = "发布信息＝动态＋另外"
en = "posts = news + other"
"""
TEXTS = "\n".join(f'{name}_{tongue} = "…"' for name in ("title", "why", "fix") for tongue in ("zh", "en"))
ENTRY = f"""
severity = "warning"
basis = ["L"]
kinds = ["website"]
{TEXTS}
"""
CATALOGUE = load_catalogue(
    f'[A91]{ENTRY}message_zh = "{{name}}"\nmessage_en = "{{name}}"\n'
    f'[V91]{ENTRY}message_zh = "费用{{cost}}"\nmessage_en = "cost {{cost}}"\n'
)
PAGE = """<title>岭前县教育局{title}</title><h1>{title}</h1><table>
<tr><td>页面访问总量（单位：次）</td><td>410</td></tr>
<tr><td>全年发布信息（单位：条）</td><td>34</td></tr>
<tr><td>其中动态信息</td><td>30</td></tr>
<tr><td>其中另外信息</td><td>{other}</td></tr>
<tr><td>运行维护费用（单位：万元）</td><td>2.5</td></tr>
</table><p>填报日期：2024年1月9日</p>"""


@rule("V91")
def cost(report, form):
    del form
    yield CATALOGUE["V91"].finding(cost=report.value("site.cost"), cells=("site.cost",))


class Website:
    @govinfo.hookimpl
    def govinfo_forms(self):
        return load_forms(FORM)

    @govinfo.hookimpl
    def govinfo_rules(self):
        return [identities_of(CATALOGUE, "A91"), cost]

    @govinfo.hookimpl
    def govinfo_rule_specs(self):
        return CATALOGUE.values()


REGISTRY = Registry.builtin().with_plugins(Website())


def read(title="门户网站运行情况表（2023年度）", other=4):
    return govinfo.parse(PAGE.format(title=title, other=other).encode(), registry=REGISTRY)


@pytest.mark.parametrize(
    "title", ["门户网站运行情况表（2023年度）", "2023年门户网站运行情况表", "2023年度门户网站运行情况表"]
)
def test_agency_and_year_are_read_from_its_titles(title):
    report = read(title)
    assert REGISTRY.faults == ()
    assert (report.agency, report.year) == ("岭前县教育局", 2023)
    assert report.title == f"岭前县教育局{title}"


def test_units_behind_the_labels_and_a_missing_header_leave_no_doubt():
    report = read()
    assert list(report.values.values()) == [410, 34, 30, 4, Decimal("2.5")]
    assert report.diagnostics == ()


def test_its_identities_and_its_own_rule_are_of_one_catalogue():
    said = {other: [found.rule for found in govinfo.check(read(other=other), registry=REGISTRY)] for other in (4, 5)}
    assert said == {4: ["V91"], 5: ["A91", "V91"]}
    (found,) = govinfo.check(read(), select=["V91"], registry=REGISTRY)
    assert found.message("zh") == "费用2.5"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[A91", "not TOML"),
        ("a = " + "[" * 5000, "not TOML"),
        ("A91 = 3", "A91 lacks severity, basis"),
        (f"[A91]{ENTRY}message_zh = '甲'", "A91 lacks message_en"),
        (f"[A91]{ENTRY}message_zh = '甲'\nmessage_en = 'a'\nform = ['website']", "the key 'form', which is not known"),
    ],
)
def test_a_faulty_catalogue_is_refused(text, words):
    with pytest.raises(ConfigurationError, match=words) as caught:
        load_catalogue(text)
    assert caught.value.zh != str(caught.value)
