import datetime as dt

import pytest
from tests.fixtures.layouts import SECTIONS, Draft, bars, html

import govinfo

TITLE = "云陵市林业局2024年政府信息公开工作年度报告"
DAY = dt.date(2025, 1, 20)


def read(*opening, layout=bars, **options):
    return govinfo.parse(layout(Draft(opening=(TITLE, *opening), **options)).encode())


@pytest.mark.parametrize(
    "opening",
    [
        ("发布日期：2025-01-20",),
        ("发布日期: 2025-01-20 17:12",),
        ("发布时间：2025年01月20日",),
        ("发文日期: | 2025-01-20 | 发布机构: | 云陵市林业局 |",),
        ("发布日期", "2025-01-20"),
        ("发布日期：", "2025-01-20"),
        ("时间：2025-01-20  来源：云陵市林业局  浏览次数：35",),
        ("日期：2025/01-20",),
        ("（2025年1月20日）",),
        ("2025-01-20 09:30",),
        ("【2025-01-20】",),
        ("2025-01-20 来源：云陵市林业局 浏览次数：2024",),
        ("2025-01-20 09:30  信息来源：云陵市林业局",),
        ("成文日期：2025-01-15  发布日期：2025-01-20",),
        ("发布日期：2025-01-20  更新时间：2025-06-30",),
        ("更新时间：2025-01-20 发布时间：",),
        ("更新时间：2025-01-20 发布时间： |  来源：云陵市林业局",),
        ("发布时间：近日 更新时间：2025-01-20",),
        ("来源：云陵市林业局 发布时间：2025-01-20 字号：[大 中 小]",),
        ("发 布 日 期：2025-01-20",),
        ("索引号：000014/2025-00007 公开日期：2025-01-20",),
    ],
)
@pytest.mark.parametrize("layout", [bars, html])
def test_publication(opening, layout):
    report = read(*opening, layout=layout)
    assert report.published == DAY
    assert (report.title, report.year) == (TITLE, 2024)


def test_publication_in_a_table_of_the_page():
    table = "<table><tr><td>索引号</td><td>000014/2025-00007</td><td>发布日期</td><td>2025-01-20</td></tr>"
    table += "<tr><td>发布机构</td><td>云陵市林业局</td><td>文号</td><td>云林〔2025〕3号</td></tr></table>"
    page = html(Draft(opening=(TITLE,))).replace(f"<p>{TITLE}</p>", f"{table}<p>{TITLE}</p>")
    report = govinfo.parse(page.encode())
    assert (report.published, report.publisher) == (DAY, "云陵市林业局")
    assert (report.index_number, report.document_number) == ("000014/2025-00007", "云林〔2025〕3号")


def test_publication_in_the_head_of_the_page():
    head = '<meta charset="utf-8"><meta name="PubDate" content="2025-01-20 08:00:00">'
    assert govinfo.parse(html(Draft(opening=(TITLE,)), head=head).encode()).published == DAY


@pytest.mark.parametrize("day", ["2019-05-01", "2024-12-30"])
def test_a_date_in_the_head_from_before_the_end_of_the_year_is_named_and_not_taken(day):
    head = f'<meta charset="utf-8"><meta name="PubDate" content="{day}">'
    alone = govinfo.parse(html(Draft(opening=(TITLE,)), head=head).encode())
    assert alone.published is None
    assert [finding.rule for finding in alone.diagnostics] == ["X68"]
    assert day in alone.diagnostics[0].message("zh")
    closing = ("云陵市林业局", "2025年1月20日")
    assert govinfo.parse(html(Draft(opening=(TITLE,), closing=closing), head=head).encode()).published == DAY


def test_the_sign_off_where_the_page_gives_no_date():
    report = read(closing=("云陵市林业局", "2025年1月20日"))
    assert report.published == DAY
    assert report.signed is not None
    assert (report.signed.agency, report.signed.date) == ("云陵市林业局", DAY)


def test_the_page_beats_the_sign_off():
    report = read("发布日期：2025-01-20", closing=("云陵市林业局", "2025年1月15日"))
    assert report.published == DAY
    assert report.signed is not None
    assert report.signed.date == dt.date(2025, 1, 15)


def test_no_date():
    assert read().published is None
    assert read("数据统计期限为2024年1月1日至2024年12月31日。").published is None


@pytest.mark.parametrize(
    ("line", "index", "number"),
    [
        (
            "索引号：11370305MB2855731K/2025-5502382 文号：云林〔2025〕3号",
            "11370305MB2855731K/2025-5502382",
            "云林〔2025〕3号",
        ),
        ("索引号: | /2025-5503452 | 文号: | 无文号 |", "/2025-5503452", None),
        ("索 引 号：014416330/2018-04736", "014416330/2018-04736", None),
        ("索引号：yllyj/2026-00017 发文字号：无", "yllyj/2026-00017", None),
        ("索引号： 文号：云林〔2025〕3号", None, "云林〔2025〕3号"),
        ("发文字号：云林发[2025]3号", None, "云林发[2025]3号"),
        ("文号：〔〕号", None, None),
        ("文号：—", None, None),
        ("文号：", None, None),
        ("文件编号：云林发﹝2025﹞3号", None, "云林发﹝2025﹞3号"),
    ],
)
def test_numbers(line, index, number):
    report = read(line)
    assert (report.index_number, report.document_number) == (index, number)


def test_a_bulleted_list_of_fields():
    report = read(
        "· 索引号：000014/2025-00007",
        "· 主题分类：林业",
        "· 发文机关：云陵市林业局",
        "· 成文日期：2025年1月20日",
        "· 文号：云林〔2025〕3号",
    )
    assert report.index_number == "000014/2025-00007"
    assert report.document_number == "云林〔2025〕3号"
    assert report.publisher == "云陵市林业局"
    assert report.published == DAY


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("发布机构：云陵市林业局", "云陵市林业局"),
        ("信息来源：市林业局 发布时间：2025-01-20", "市林业局"),
        ("来源：云陵市林业局 作者：办公室", "云陵市林业局"),
        ("没有字段的一行文字。", None),
    ],
)
def test_publisher(line, publisher):
    assert read(line).publisher == publisher


@pytest.mark.parametrize(
    "sentence",
    [
        "本报告数据的统计期限从2024年1月1日起，至2024年12月31日止。",
        "统计期限为2024年1月1日至12月31日。",
        "本报告起止时间：2024年1月1日—2024年12月31日。",
        "统计时限从2024年1月1日至12月31止。",
    ],
)
@pytest.mark.parametrize("place", ["preamble", "first section"])
def test_period(sentence, place):
    report = read(sentence) if place == "preamble" else read(sections=(sentence, *SECTIONS[1:]))
    assert report.period is not None
    assert (report.period.start, report.period.end) == (dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert report.period.text in sentence


def test_a_campaign_is_no_period():
    report = read(sections=("2024年3月1日至3月31日开展植树宣传月活动。", *SECTIONS[1:]))
    assert report.period is None


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "如有疑问，请与云陵市林业局办公室联系（地址：云陵市松岭大道18号；邮编：000118；联系电话：0000-3318025；传真：0000-3318026；电子邮箱：lyj@example.gov.cn）。",
            {
                "unit": "云陵市林业局办公室",
                "address": "云陵市松岭大道18号",
                "postcode": "000118",
                "phone": "0000-3318025",
                "fax": "0000-3318026",
                "email": "lyj@example.gov.cn",
            },
        ),
        (
            "联系电话:0000-3318025,地址:云陵市松岭大道18号,邮编:000118。",
            {"phone": "0000-3318025", "address": "云陵市松岭大道18号", "postcode": "000118"},
        ),
        ("电话：（0000）3318025。", {"phone": "(0000)3318025"}),
        ("咨询电话：0000—3318025。", {"phone": "0000—3318025"}),
        (
            "邮政编码：000118，通讯地址：松岭大道18号林业大厦。",
            {"postcode": "000118", "address": "松岭大道18号林业大厦"},
        ),
        ("地址：云陵市松岭大道18号邮编：000118。", {"address": "云陵市松岭大道18号", "postcode": "000118"}),
        (
            "如有問題，請與云陵市林業局辦公室聯繫（地址：云陵市松嶺大道18號；郵編：000118；聯繫電話：0000-3318025；傳真：0000-3318026）。",
            {
                "unit": "云陵市林業局辦公室",
                "address": "云陵市松嶺大道18號",
                "postcode": "000118",
                "phone": "0000-3318025",
                "fax": "0000-3318026",
            },
        ),
        ("請與林業局聯(lián)系，電(diàn)話：0000-3318025。", {"unit": "林業局", "phone": "0000-3318025"}),
        ("请联系云陵市林业局，邮编：000118。", {"unit": "云陵市林业局", "postcode": "000118"}),
        ("请联系：云陵市林业局办公室，电话：0000-3318025。", {"unit": "云陵市林业局办公室", "phone": "0000-3318025"}),
    ],
)
def test_contact(sentence, parts):
    contact = read(sentence).contact
    assert contact is not None
    for name in ("address", "postcode", "phone", "fax", "email"):
        assert (name, getattr(contact, name)) == (name, parts.get(name))
    if "unit" in parts:
        assert contact.unit == parts["unit"]


def test_no_contact():
    assert read("根据规定编制本报告，全年答复电话咨询35次。").contact is None


def test_the_preamble_holds_neither_title_nor_fields():
    report = read("发布日期：2025-01-20", "本报告根据规定编制。", "报告由六个部分组成。")
    assert report.preamble == "本报告根据规定编制。\n报告由六个部分组成。"


def test_places():
    report = read("发布日期：2025-01-20", "索引号：000014/2025-00007", "统计期限为2024年1月1日至12月31日。")
    places = {name: source.line for name, source in report.sources.items()}
    assert places == {"title": 1, "published": 2, "index_number": 3, "period": 4, "preamble": 4}
