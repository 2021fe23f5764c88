"""Reports by chance that fit together: years of one agency, a region with its bodies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from random import Random

import attrs

from govinfo.cells import Cell, as_cells
from govinfo.forms import official_form, official_forms
from govinfo.report import Origin, Period, Report
from govinfo.testing.generate import Size, balance, fees, random_report

Values = dict[str, int | Decimal]

COLUMNS = (
    "natural_person",
    "commercial",
    "research",
    "public_welfare",
    "legal_services",
    "other_organization",
    "total",
)
DEPARTMENTS = ("教育局", "财政局", "林业局", "民政局", "水利局", "审计局", "统计局", "司法局")
TOWNS = ("石桥", "柳川", "双塔", "白水", "龙泉", "永安", "新丰", "大河")


def report_of(
    report: Report, agency: str, year: int, values: Mapping[str, int | Decimal | None] | None = None
) -> Report:
    """The same report of another agency, on another year, with other values; a name and digest of the file follow."""
    cells = report.all_cells
    if values is not None:
        cells = as_cells(tuple(_with_value(cell, values.get(cell.id, cell.value)) for cell in cells))
    return attrs.evolve(
        report,
        title=f"{agency}{year}年政府信息公开工作年度报告",
        agency=agency,
        year=year,
        published=dt.date(year + 1, 1, 20),
        period=Period(dt.date(year, 1, 1), dt.date(year, 12, 31), f"{year}年1月1日至{year}年12月31日"),
        all_cells=cells,
        parser=Origin(
            f"{agency}-{year}.html", f"{Random(f'{agency}/{year}').getrandbits(256):064x}", "sample", "sample", 100, ()
        ),
    )


def with_texts(report: Report, texts: Mapping[int, str]) -> Report:
    """The same report with other texts, by section number."""
    sections = (
        attrs.evolve(section, text=texts.get(section.number, section.text), places=()) for section in report.sections
    )
    return attrs.evolve(report, sections=tuple(sections))


def random_series(
    seed: int, years: Sequence[int] = (2022, 2023, 2024), size: Size = "county", agency: str = "青川市林业局"
) -> tuple[Report, ...]:
    """Reports of one agency whose stocks, matters, applications and cases carry over, each in the form of its year.

    Numbers change by no more than a quarter from year to year, texts are different each year.
    """
    chance = Random(f"series/{seed}/{agency}")
    series: list[Report] = []
    for year in years:
        form = next(form for form in official_forms() if form.is_for(year))
        report = random_report(form, chance.randrange(10**6), size)
        values: Values = {cell: value for cell, value in report.values.items() if value is not None}
        if series:
            _grow(values, series[-1], chance)
            _carry(values, series[-1])
        _review_first(values)
        balance(form, values)
        report = report_of(report, agency, year, values)
        series.append(with_texts(report, {**random_texts(chance), 6: fees(values)}))
    return tuple(series)


def _grow(values: Values, last: Report, chance: Random) -> None:
    """Last year's values, changed a little, where the cells count the same."""
    for cell in values:
        before = last.values.get(cell)
        if before is not None and not cell.endswith((".items_last_year", ".items_change")):
            values[cell] = before * chance.randint(75, 125) // 100


def _carry(values: Values, last: Report) -> None:
    """What last year's report ended with is what this year begins with."""
    for column in COLUMNS[:-1]:
        over = last.values[f"applications.carried_forward.{column}"] or 0
        values[f"applications.carried_over.{column}"] = over
        values[f"applications.results.granted.{column}"] += over
    for kind in ("reconsideration", "litigation_direct", "litigation_after_reconsideration"):
        values[f"review.{kind}.other"] += last.values[f"review.{kind}.pending"] or 0
    for cell in values:
        row = cell.rpartition(".")[0]
        if cell.endswith(".in_force") and cell in last:
            there_was = (last.values[cell] or 0) + values[f"{row}.issued"]
            values[f"{row}.repealed"] = min(values[f"{row}.repealed"], there_was)
            values[cell] = there_was - values[f"{row}.repealed"]
        if cell.endswith(".newly_published"):
            values[cell] = min(values[cell], values[f"{row}.total_published"])
        if cell.endswith(".items_last_year") and cell in last:
            values[cell] = (last.values[cell] or 0) + (last.values[f"{row}.items_change"] or 0)
            values[f"{row}.items_change"] = max(values[f"{row}.items_change"], -values[cell])


def _review_first(values: Values) -> None:
    """No more suits after reconsideration than reconsiderations."""
    results = ("upheld", "corrected", "other", "pending")
    suits = sum(values[f"review.litigation_after_reconsideration.{result}"] for result in results)
    reviews = sum(values[f"review.reconsideration.{result}"] for result in results)
    values["review.reconsideration.upheld"] += max(0, suits - reviews)


def random_tree(
    seed: int, departments: int = 4, towns: int = 3, year: int = 2024, region: str = "青云县"
) -> tuple[Report, ...]:
    """The report of a county with those of its office, departments and towns, whose sum it is; it comes first."""
    chance = Random(f"tree/{seed}/{region}")
    form = next(form for form in official_forms() if form.is_for(year))
    bodies = [f"{region}人民政府办公室", *(f"{region}{name}" for name in DEPARTMENTS[:departments])]
    bodies += [f"{region}{name}镇人民政府" for name in TOWNS[:towns]]
    members = []
    for body in bodies:
        report = report_of(random_report(form, chance.randrange(10**6)), body, year)
        members.append(with_texts(report, random_texts(chance)))
    return (rolled_up(members, f"{region}人民政府", year, chance), *members)


def rolled_up(members: Sequence[Report], agency: str, year: int, chance: Random) -> Report:
    """A report on a whole region: the sum of its members' cases, and documents of its own."""
    form = official_form(members[0].form)
    own = random_report(form, chance.randrange(10**6))
    values: Values = {}
    for cell in form.cells:
        if cell.table != "proactive" or cell.column == "decisions":
            values[cell.id] = sum(member.values[cell.id] or 0 for member in members)
    own_values = {cell: value for cell, value in own.values.items() if value is not None}
    report = report_of(own, agency, year, values)
    received = values["applications.new.total"]
    texts = random_texts(chance)
    scope = "全市" if agency.endswith("市人民政府") else "全县"
    whole = f"{texts[1]}\n（六）申请办理。{scope}共收到政府信息公开申请{received}件。"
    return with_texts(report, {**texts, 1: whole, 6: f"{_DUTIES}\n{fees({**own_values, **values})}"})


_DUTIES = "年内开展了工作考核和社会评议，没有需要责任追究的情形。"
_WHO = ("主动", "及时", "逐月", "分批", "按季", "定期", "专人", "会同各股室", "线上线下", "依托平台", "对照目录")
_DID = ("梳理", "更新", "解读", "整理", "推送", "公示", "归集", "复核", "编排", "录入", "汇编", "校对", "清查")
_WHAT = (
    *("苗木检疫流程", "护林员补助名单", "防火巡查安排", "校舍维修进度", "河道清淤计划", "低保复审结果", "预算执行表"),
    *("采购合同要点", "普查公告", "法律援助指南", "招生划片说明", "养老设施分布", "用水定额标准", "审计整改清单"),
)
_SO = ("群众查阅更方便", "咨询电话明显减少", "栏目保持常新", "办事少跑路", "各方反映良好", "错漏随时纠正")


def random_texts(chance: Random) -> dict[int, str]:
    """Narrative of sections one and five in sentences by chance, and without numbers."""

    def sentence() -> str:
        parts = (chance.choice(pool) for pool in (_WHO, _DID, _WHAT, _SO))
        who, did, what, so = parts
        return f"{who}{did}{what}，{so}。"

    topics = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")
    numbers = "一二三四五"
    first = (f"（{number}）{topic}。" + sentence() + sentence() for number, topic in zip(numbers, topics, strict=True))
    return {1: "\n".join(first), 5: "仍有不足，下一步：" + "".join(sentence() for _ in range(4))}


def _with_value(cell: Cell, value: int | Decimal | None) -> Cell:
    if value is None:
        return attrs.evolve(cell, value=None, raw="", status="blank")
    return attrs.evolve(cell, value=value, raw=str(value), status="reported")


def changed(report: Report, values: Mapping[str, int | Decimal | None]) -> Report:
    """The same report with other values in some cells, balanced or not."""
    return attrs.evolve(
        report,
        all_cells=tuple(_with_value(cell, values[cell.id]) if cell.id in values else cell for cell in report.all_cells),
    )


def tree_of_agencies(count: int, year: int = 2024, city: str = "青川市") -> tuple[Report, ...]:
    """So many reports of one city: its own, those of its counties, and of their offices, departments and towns."""
    counties: list[tuple[Report, ...]] = []
    while 1 + sum(map(len, counties)) < count:
        name = f"{city}{chr(ord('一') + len(counties))}山县"
        counties.append(random_tree(len(counties), len(DEPARTMENTS), len(TOWNS), year, name))
    whole = rolled_up([county[0] for county in counties], f"{city}人民政府", year, Random(f"city/{count}"))
    return (whole, *(report for county in counties for report in county))[:count]
