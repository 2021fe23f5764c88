import pytest

from govinfo.errors import ConfigurationError
from govinfo.toml_files import parse_toml, read_toml

FAULTY = {
    "a Chinese name": ('[本市]\nselect = ["A"]', "第1行第2列", "中文名称要加英文引号"),
    "a backslash": (r'reason = "一\二"', "第1行", "反斜杠要写两个"),
    "an open bracket": ('select = ["A"', "文件末尾", "方括号没有闭合"),
    "Chinese quotes": ("reason = “口径不同”", "第1行第10列", "英文引号"),
    "deep nesting": ("a = " + "[" * 5000 + "]" * 5000, "嵌套", "嵌套过深"),
    "a name given twice": ("a = 1\na = 2", "文件末尾", "请合并为一处"),
}


@pytest.mark.parametrize(("text", "place", "remedy"), FAULTY.values(), ids=FAULTY)
def test_a_fault_is_told_with_its_place_and_a_remedy(text, place, remedy):
    with pytest.raises(ConfigurationError) as caught:
        parse_toml(text, "govinfo.toml")
    assert place in caught.value.zh
    assert remedy in caught.value.zh
    assert "govinfo.toml" in str(caught.value)


def test_a_mark_at_the_beginning_does_not_count(tmp_path):
    path = tmp_path / "a.toml"
    path.write_bytes(b'\xef\xbb\xbfname = "\xe4\xb8\x80"')
    assert read_toml(path) == {"name": "一"}


@pytest.mark.parametrize("content", [None, "名 = 1".encode("gbk")], ids=["missing", "GBK"])
def test_files_that_are_no_text_in_utf_8(tmp_path, content):
    path = tmp_path / "a.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigurationError) as caught:
        read_toml(path)
    assert str(path) in caught.value.zh
    assert "请" in caught.value.zh
