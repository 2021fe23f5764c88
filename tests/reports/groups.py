"""A county with its departments and towns over several years, in which all numbers agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
from tests.reports.written import Written, entered

from govinfo.report import Report

COUNTY = "平川县"
YEARS = (2021, 2022, 2023, 2024)

Rows = dict[str, list[int]]

DEPARTMENTS = ("教育局", "水利局", "自然资源局")
TOWNS = ("大王庄乡", "红岩镇")
MEMBERS = (*DEPARTMENTS, *TOWNS)

OPENINGS = (
    "{year}年，{self}把信息公开作为转变作风的抓手，围绕群众关心的{matter}安排公开工作。",
    "一年来，{self}对照目录查漏补缺，{matter}方面的信息公开更加及时。",
    "{self}在{year}年继续推进{matter}领域的公开，重点解决查找不便的问题。",
    "按照上级部署，{self}{year}年从制度、队伍和平台三个方面改进公开工作，突出{matter}这一重点。",
)
HANDLING = (
    "新收申请{new}件，上年结转{over}件，办结{handled}件，结转下年度{forward}件。",
    "共接到公开申请{new}件，另有上年结转{over}件；年内办结{handled}件，{forward}件转入下年度办理。",
    "收到政府信息公开申请{new}件。加上上年结转的{over}件，全年办结{handled}件，未办结的{forward}件结转下年度。",
    "年内收到申请{new}件（上年结转{over}件未计入），答复办结{handled}件，结转下一年度{forward}件。",
)
PLATFORMS = (
    "网站栏目由{a}个调整为{b}个。",
    "新媒体推送{b}篇，阅读{a}万次。",
    "更新办事指南{a}份，制作图解{b}张。",
    "答复网上留言{b}条，处理时间平均{a}天。",
)
PROBLEMS = (
    "公开内容与群众期待有距离，部分科室主动性不够。今后将加强统筹，逐月核对目录，补充{matter}方面的内容。",
    "业务人员轮换较快，答复文书质量参差不齐。已安排{b}人跟班学习，并请法律顾问把关。",
    "解读偏少，形式不够活泼。针对这一情况，{self}组织科室负责人撰稿{a}篇，录制短片{b}部。",
    "栏目归类不够清楚，查找{matter}信息费时。下一步重新编排目录，增加检索入口。",
)
MATTERS = ("入学和收费", "水费水价", "征地补偿", "村务财务", "低保救助")


@attrs.frozen
class Filled:
    """What one member has to report for one year."""

    rows: Mapping[str, list[int]]
    issued: int
    repealed: int
    in_force: int
    penalties: int


def _member(place: int, year: int, over: int, in_force: int) -> Filled:
    """Numbers that differ from year to year and agree with those of the year before."""
    step = year - YEARS[0]
    new = 5 + 3 * place + (step * (place + 2)) % 7
    forward = (place + step) % 3
    handled = new + over - forward
    held = handled // 3
    rows = {"new": [new], "over": [over], "granted": [handled - held], "not_held": [held]}
    issued, repealed = ((step + place) % 3, step % 2) if place < len(DEPARTMENTS) else (0, 0)
    return Filled(rows, issued, repealed, in_force + issued - repealed, 11 * place + 4 + 5 * step)


def group() -> Iterator[Report]:
    """All reports, year by year: the members, and the county with the sums of the members and of its office."""
    over = dict.fromkeys((*MEMBERS, "office"), 1)
    stock = dict.fromkeys((*MEMBERS, "office"), 9)
    for year in YEARS:
        sums: Rows = {}
        proactive = [0, 0, 0, 0]
        for place, name in enumerate((*MEMBERS, "office")):
            filled = _member(place, year, over[name], stock[name])
            for row, numbers in filled.rows.items():
                sums[row] = [sums.get(row, [0])[0] + numbers[0]]
            added = (filled.issued, filled.repealed, filled.in_force, filled.penalties)
            proactive = [one + other for one, other in zip(proactive, added, strict=True)]
            over[name] = _forward(filled.rows)
            stock[name] = filled.in_force
            if name != "office":
                agency = f"{COUNTY}{name}" + ("人民政府" if name in TOWNS else "")
                yield _written(agency, place, year, filled).report()
        whole = Filled(sums, proactive[0], proactive[1], proactive[2], proactive[3])
        yield _written(f"{COUNTY}人民政府", len(MEMBERS), year, whole).report()


def _forward(rows: Mapping[str, list[int]]) -> int:
    return rows["new"][0] + rows["over"][0] - rows["granted"][0] - rows["not_held"][0]


def _written(agency: str, place: int, year: int, filled: Filled) -> Written:
    turn = (place + year) % 4
    government = agency.endswith("县人民政府")
    words = {
        "year": year,
        "self": "全县" if government else agency.removeprefix(COUNTY).removesuffix("人民政府"),
        "matter": MATTERS[(place + 2 * year) % len(MATTERS)],
        "new": filled.rows["new"][0],
        "over": filled.rows["over"][0],
        "handled": filled.rows["granted"][0] + filled.rows["not_held"][0],
        "forward": _forward(filled.rows),
        "a": 3 + place + year - YEARS[0],
        "b": 12 + 5 * place + 2 * (year - YEARS[0]),
    }
    scope = "全县" if government else ""
    one = (
        f"（一）主动公开。{OPENINGS[turn]}\n（二）依申请公开。{scope}{HANDLING[(turn + place) % 4]}"
        f"没有发生行政复议和行政诉讼。\n（三）政府信息管理。专人登记，定期归档。\n（四）平台建设。{PLATFORMS[turn]}\n"
        "（五）监督保障。接受考核和社会评议，未发生责任追究。"
    )
    documents = [filled.issued, filled.repealed, filled.in_force]
    return entered(
        {
            "name": f"{agency}{year}",
            "form": "2021",
            "head": f"{agency}{year}年政府信息公开工作年度报告\n发布日期：{year + 1}-01-{10 + place}\n"
            f"统计期限为{year}年1月1日至{year}年12月31日。",
            "proactive": {"normative_documents": documents, "penalties": filled.penalties},
            "requests": filled.rows,
            "one": one.format(**words),
            "five": PROBLEMS[(turn + 1) % 4].format(**words),
            "six": "发出收费通知0件，应收信息处理费0元，实际收取0元。",
        }
    )
