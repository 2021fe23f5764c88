import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from govinfo.text.fold import Numbering, fold, may_be_numbered, narrow, small_numeral, split_number


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("（一）予以公开", "予以公开"),
        ("(一) 予以公开", "予以公开"),
        ("㈠予以公开", "予以公开"),
        ("（一）、予以公开", "予以公开"),
        ("1.属于国家秘密", "属于国家秘密"),
        ("1．属于国家秘密", "属于国家秘密"),
        ("1、属于国家秘密", "属于国家秘密"),
        ("①属于国家秘密", "属于国家秘密"),
        ("1属于国家秘密", "属于国家秘密"),
        ("（1）属于国家秘密", "属于国家秘密"),
        ("3.危及“三安全一稳定”", "危及三安全一稳定"),
        ('3.危及"三安全一稳定"', "危及三安全一稳定"),
        ("一、总体情况", "总体情况"),
        ("一 、总体情况", "总体情况"),
        ("一 总体情况", "总体情况"),
        ("十二、其他", "其他"),
        ("四、政府信息公开行政复议、行政诉讼情况", "政府信息公开行政复议行政诉讼情况"),
        ("商业\n企业", "商业企业"),
        ("结 果 维 持", "结果维持"),
        ("\u3000总计\xa0", "总计"),
        ("总\u200b计", "总计"),
        ("本年增/减", "本年增减"),
        ("第二十条第（一）项", "第二十条第一项"),
        ("第二十条  第(一)项", "第二十条第一项"),
        ("本年收费金额（单位：万元）", "本年收费金额单位万元"),
        ("總計", "总计"),
        ("（二）部分公開", "部分公开"),
        ("覆議後起訴", "覆议后起诉"),
        ("", ""),
        ("。，、", ""),
    ],
)
def test_keys(printed, key):
    assert fold(printed) == key


@pytest.mark.parametrize(
    "text", ["一般情况", "三公经费", "十九届", "2024年工作", "12件", "3.5万元", "一", "五一劳动节"]
)
def test_what_is_no_number_in_front_stays(text):
    assert fold(text) == text.replace(".", "")
    assert split_number(text) == (None, text)


@pytest.mark.parametrize(
    ("text", "level", "number", "rest"),
    [
        ("一、总体情况", 1, 1, "总体情况"),
        ("六．其他", 1, 6, "其他"),
        ("十、其他", 1, 10, "其他"),
        ("十一、其他", 1, 11, "其他"),
        ("二十、其他", 1, 20, "其他"),
        ("二十三、其他", 1, 23, "其他"),
        ("（七）总计", 2, 7, "总计"),
        ("㈦总计", 2, 7, "总计"),
        ("8.属于行政查询事项", 3, 8, "属于行政查询事项"),
        ("⑧属于行政查询事项", 3, 8, "属于行政查询事项"),
        ("（3）平台建设", 4, 3, "平台建设"),
        ("⑶平台建设", 4, 3, "平台建设"),
        ("一、", 1, 1, ""),
    ],
)
def test_split_number(text, level, number, rest):
    assert split_number(text) == (Numbering(level, number), rest)


@pytest.mark.parametrize("text", ["3.14", "1.5", "2024.1.15", "10:30", "5%", "1，234"])
def test_figures_are_not_cut(text):
    assert split_number(text)[0] is None


def test_small_numerals():
    names = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十九", "二十", "二十一", "九十九"]
    assert [small_numeral(name) for name in names] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 19, 20, 21, 99]


@given(st.text())
def test_narrow_keeps_every_place(text):
    assert len(narrow(text)) == len(text)
    assert narrow(narrow(text)) == narrow(text)


@given(st.text())
def test_no_text_raises(text):
    fold(text)
    numbering, rest = split_number(text)
    assert numbering is None or numbering.level in (1, 2, 3, 4)
    assert rest == rest.strip()


@given(st.text("一二三四五六七八九十百()（）㈠㈩①⑳、.,:0123456789１２ \u3000年件", max_size=8))
def test_no_numbering_raises(text):
    fold(text)
    split_number(text)


@given(st.text("商业企业科研机构总计", min_size=1), st.sampled_from(["", " ", "\n", "\u3000", "\xa0", "\u200b"]))
def test_spaces_never_matter(text, space):
    assert fold(space.join(text)) == fold(text)


@given(st.text("一三十、（）()1２①⒈㈠. 　说a", max_size=5))
@example("㈠说")
@example("⼀、说")
def test_no_number_is_ruled_out_by_the_first_character(text):
    assert may_be_numbered(text) or split_number(text)[0] is None


def test_most_texts_are_ruled_out():
    assert not may_be_numbered("说明一")
    assert may_be_numbered("一、说明")
