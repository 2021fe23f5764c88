import pytest
from tests.fixtures.layouts import Draft, bars, html

import govinfo

TAIL = "政府信息公开工作年度报告"


def read(*opening, layout=bars, head=None):
    text = layout(Draft(opening=opening)) if head is None else html(Draft(opening=opening), head=head)
    return govinfo.parse(text.encode())


@pytest.mark.parametrize(
    ("title", "agency", "year"),
    [
        (f"云陵市林业局2024年{TAIL}", "云陵市林业局", 2024),
        (f"云陵市林业局2024年度{TAIL}", "云陵市林业局", 2024),
        (f"2024年云陵市林业局{TAIL}", "云陵市林业局", 2024),
        (f"2024年度云陵市林业局{TAIL}", "云陵市林业局", 2024),
        (f"云陵市林业局 2024 年{TAIL}", "云陵市林业局", 2024),
        (f"云陵市林业局二〇二四年{TAIL}", "云陵市林业局", 2024),
        (f"云陵市林业局２０２４年{TAIL}", "云陵市林业局", 2024),
        (f"云陵市林业局关于2024年{TAIL}", "云陵市林业局", 2024),
        ("云陵市林业局2024年政府信息公开年度报告", "云陵市林业局", 2024),
        ("云陵市林业局2024年政府信息公开工作报告", "云陵市林业局", 2024),
        ("云陵市林业局2024年度信息公开年度报告", "云陵市林业局", 2024),
        ("云陵市林业局2024年政务公开工作年度报告", "云陵市林业局", 2024),
        ("云陵市林业局2024年政府信息公开年报", "云陵市林业局", 2024),
        ("云陵市林业局2024年政府信息公开情况报告", "云陵市林业局", 2024),
        ("青梧镇人民政府2024年政府信息公开工作年度报告", "青梧镇人民政府", 2024),
        ("云陵市气象部门2024年政府信息公开工作年度报告", "云陵市气象部门", 2024),
        ("河埠街道办事处2024年政府信息公开工作年度报告", "河埠街道办事处", 2024),
        ("国家税务总局云陵市税务局2024年政府信息公开工作年度报告", "国家税务总局云陵市税务局", 2024),
        (
            "云陵市林业局（云陵市绿化委员会办公室）2024年政府信息公开工作年度报告",
            "云陵市林业局（云陵市绿化委员会办公室）",
            2024,
        ),
        (f"云陵市数据局（市政务公开办）2024年{TAIL}", "云陵市数据局（市政务公开办）", 2024),
        (f"云陵市政务公开中心2024年{TAIL}", "云陵市政务公开中心", 2024),
        ("云陵市林业局2024年政府信息公开和政务公开工作年度报告", "云陵市林业局", 2024),
        ("区应急管理局2023年政务公开工作年度报告", "区应急管理局", 2023),
        (f"2024年{TAIL}", None, 2024),
        (f"云陵市林业局{TAIL}（2024年）", "云陵市林业局", 2024),
        (f"云陵市林业局{TAIL}(2024年度)", "云陵市林业局", 2024),
    ],
)
def test_title(title, agency, year):
    report = read(title)
    assert (report.title, report.agency, report.year) == (title, agency, year)
    assert report.diagnostics == ()


@pytest.mark.parametrize("layout", [bars, html])
def test_over_two_lines(layout):
    report = read("云陵市林业局2024年", TAIL, layout=layout)
    assert (report.title, report.agency, report.year) == (f"云陵市林业局2024年{TAIL}", "云陵市林业局", 2024)


def test_over_two_lines_in_the_middle_of_a_word():
    report = read("云陵市林业局2024年政府信息公开", "工作年度报告")
    assert (report.title, report.year) == (f"云陵市林业局2024年{TAIL}", 2024)


def test_over_three_lines():
    report = read("云陵市林业局", "2024年", TAIL)
    assert (report.agency, report.year) == ("云陵市林业局", 2024)


@pytest.mark.parametrize(
    "above",
    [
        ("首页 > 政务公开 > 年度报告",),
        ("您当前的位置：首页 >> 政府信息公开 >> 政府信息公开年报",),
        ("政府信息公开年报", "云陵市林业局"),
        ("标题：云陵市林业局2024年政府信息公开工作年度报告",),
        ("名称：云陵市林业局2024年政府信息公开工作年度报告",),
        ("云陵市林业局2024年政府信息公开工作年度报告", "云陵市林业局2024年政府信息公开工作年度报告"),
        ("关于做好2023年度报告工作的通知",),
        ("政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报"),
        ("上一篇：云陵市林业局2022年工作总结",),
    ],
)
def test_what_stands_above(above):
    report = read(*above, f"云陵市林业局2024年{TAIL}", "根据有关规定编制本报告。")
    assert (report.title, report.agency, report.year) == (f"云陵市林业局2024年{TAIL}", "云陵市林业局", 2024)


def test_the_list_of_other_years_is_no_title():
    others = [f"云陵市林业局{year}年{TAIL}" for year in (2023, 2022)]
    text = html(Draft(closing=("上一篇：" + others[0], "相关文章", *others)))
    assert govinfo.parse(text.encode()).year == 2024


def test_a_title_in_the_head_of_the_page_alone():
    head = '<meta charset="utf-8"><meta name="ArticleTitle" content="云陵市林业局2024年政府信息公开工作年度报告">'
    report = govinfo.parse(html(Draft(opening=("根据规定编制本报告。",)), head=head).encode())
    assert (report.title, report.agency, report.year) == (f"云陵市林业局2024年{TAIL}", "云陵市林业局", 2024)


@pytest.mark.parametrize(
    "site", ["_云陵市人民政府", "-云陵市林业局", " - 政府信息公开", "_年度报告_云陵市人民政府门户网站"]
)
def test_the_title_of_the_window(site):
    page = html(Draft(opening=("根据规定编制本报告。",)))
    page = page.replace("<title>根据规定编制本报告。</title>", f"<title>云陵市林业局2024年{TAIL}{site}</title>")
    report = govinfo.parse(page.encode())
    assert (report.title, report.agency, report.year) == (f"云陵市林业局2024年{TAIL}", "云陵市林业局", 2024)


def test_no_title():
    report = read("根据规定编制本报告。")
    assert report.title is None
    assert {doubt.rule for doubt in report.diagnostics} == {"X17", "X18"}


def test_the_year_of_the_period_where_the_title_has_none():
    report = read(f"云陵市林业局{TAIL}", "数据统计期限为2023年1月1日至2023年12月31日。")
    assert report.year == 2023
    assert [doubt.rule for doubt in report.diagnostics] == ["X16"]


def test_the_year_before_publication_where_there_is_nothing_else():
    report = read(f"云陵市林业局{TAIL}", "发布日期：2024-01-20")
    assert report.year == 2023
    assert [doubt.rule for doubt in report.diagnostics] == ["X16"]


def test_the_title_beats_period_and_publication():
    report = read(f"云陵市林业局2022年{TAIL}", "发布日期：2025-01-20", "数据统计期限为2021年1月1日至12月31日。")
    assert report.year == 2022


@pytest.mark.parametrize(
    ("title", "publisher", "agency"),
    [
        (f"市林业局2024年{TAIL}", "云陵市林业局", "云陵市林业局"),
        (f"云陵市林业2024年{TAIL}", "云陵市林业局", "云陵市林业局"),
        (f"2024年{TAIL}", "云陵市林业局", "云陵市林业局"),
        (f"云陵市林业局2024年{TAIL}", "市林业局", "云陵市林业局"),
        (f"云陵市林业局2024年{TAIL}", "云陵市人民政府办公室", "云陵市林业局"),
        (f"云陵市人民政府2024年{TAIL}", "云陵市人民政府办公室", "云陵市人民政府"),
        (f"青梧镇2024年{TAIL}", "青梧镇人民政府", "青梧镇人民政府"),
    ],
)
def test_the_publisher_completes_the_agency(title, publisher, agency):
    assert read(title, f"发布机构：{publisher}").agency == agency


@pytest.mark.parametrize(
    "above",
    [
        "上一篇：云陵市林业局2023年政府信息公开工作年度报告",
        "下一篇：云陵市林业局2025年政府信息公开工作年度报告",
        "云陵市林业局2023年政府信息公开工作年度报告",
        "· 云陵市林业局2023年政府信息公开工作年度报告",
    ],
)
def test_a_report_of_another_year_named_above_is_never_taken_in_silence(above):
    report = read("首页", above, f"云陵市林业局2024年{TAIL}", "发布日期：2025-01-20")
    assert report.year == 2024 or report.diagnostics


@pytest.mark.parametrize(
    "printed",
    [
        f"【年度报告】云陵市林业局2024年{TAIL}",
        f"[年报]云陵市林业局2024年{TAIL}",
        f"《云陵市林业局2024年{TAIL}》",
        f"附件1：云陵市林业局2024年{TAIL}",
        f"云陵市林业局2024年{TAIL} 2025-01-20",
        f"云陵市林业局2024年{TAIL}（全文）",
    ],
)
def test_what_surrounds_the_title_is_no_part_of_the_agency(printed):
    report = read(printed)
    assert (report.agency, report.year) == ("云陵市林业局", 2024)


@pytest.mark.parametrize("mark", ["== {}", "== {} ==", "# {}", "**{}**", ":CUSTOM_ID: {}"])
def test_the_marks_of_a_heading_are_no_part_of_the_title(mark):
    title = f"云陵市林业局2024年{TAIL}"
    report = read(mark.format(title))
    assert (report.title, report.agency) == (title, "云陵市林业局")


def test_the_office_of_an_agency_is_not_the_agency():
    assert read(f"云陵市林业局2024年{TAIL}", "发布机构：云陵市林业局办公室").agency == "云陵市林业局"
    closing = ("云陵市林业局办公室", "2025年1月20日")
    assert govinfo.parse(bars(Draft(closing=closing)).encode()).agency == "云陵市林业局"


@pytest.mark.parametrize("place", range(10, 22))
def test_a_title_broken_at_the_end_of_a_line_is_one(place):
    title = f"云陵市林业局2024年{TAIL}"
    report = read(title[:place], title[place:], "发布日期：2025-01-20")
    assert (report.title, report.agency, report.year) == (title, "云陵市林业局", 2024)


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        (f"云陵市林业局法治政府建设暨2024年{TAIL}", "云陵市林业局"),
        (f"云陵市林业局2024年度法治政府建设情况暨{TAIL}", "云陵市林业局"),
        (f"法治政府建设暨云陵市林业局2024年{TAIL}", "云陵市林业局"),
        (f"云陵市林业局年度总结和述法工作暨2024年{TAIL}", "云陵市林业局"),
        (f"暨南新区林业局2024年{TAIL}", "暨南新区林业局"),
        (f"云陵市政务服务和数据管理局2024年{TAIL}", "云陵市政务服务和数据管理局"),
        (f"关于云陵市林业局2024年{TAIL}的公示", "云陵市林业局"),
        (f"关于公布云陵市林业局2024年{TAIL}的公告", "云陵市林业局"),
        (f"云陵市林业局2024年{TAIL}公示", "云陵市林业局"),
        (f"公告：云陵市林业局2024年{TAIL}", "云陵市林业局"),
        (f"云陵市林业局办公室关于2024年{TAIL}", "云陵市林业局"),
        (f"云陵市林业局办公室关于公布云陵市林业局2024年{TAIL}的公告", "云陵市林业局"),
        (f"云陵市人民政府办公室关于2024年{TAIL}", "云陵市人民政府办公室"),
        (f"云陵市绿化委员会办公室关于2024年{TAIL}", "云陵市绿化委员会办公室"),
    ],
)
def test_the_body_that_reports_in_titles_that_say_more(title, agency):
    report = read(title)
    assert (report.agency, report.year) == (agency, 2024)
    assert report.diagnostics == ()
    assert {finding.rule for finding in govinfo.check(report)} & {"M01", "M02", "M12"} == set()


def test_the_title_of_the_report_goes_before_that_of_the_announcement():
    report = read(f"关于云陵市林业局2024年{TAIL}的公示", f"云陵市林业局2024年{TAIL}")
    assert report.title == f"云陵市林业局2024年{TAIL}"


@pytest.mark.parametrize(
    "field", ["发布时间：2021-01-20   录入：石桥乡", "来源：石桥乡 浏览次数：31", "发布日期: 2021-01-20 编辑:林区"]
)
def test_a_line_of_fields_above_a_short_title_is_no_part_of_it(field):
    report = read(f"石桥乡2020年{TAIL}", field, f"关于2020年{TAIL}", "根据有关规定编制本报告。")
    assert (report.title, report.agency, report.year) == (f"石桥乡2020年{TAIL}", "石桥乡", 2020)


def test_the_body_above_an_office_is_named_on_the_line_above_the_rest_of_a_title():
    tail = f"卫生健康办公室2024年{TAIL}"
    report = read(f"云陵市松湖景区管理委员会 {tail}", "更新时间：2025-01-16", "云陵市松湖景区管理委员会", tail)
    assert (report.agency, report.year) == ("云陵市松湖景区管理委员会卫生健康办公室", 2024)
    assert "M01" not in {found.rule for found in govinfo.check(report)}


@pytest.mark.parametrize("page", ["首页 ", "政府信息公开 ", "松湖 "])
def test_words_of_the_page_are_no_body_above_an_office(page):
    tail = f"卫生健康局2024年{TAIL}"
    assert read(f"{page}{tail}", tail).agency == "卫生健康局"
