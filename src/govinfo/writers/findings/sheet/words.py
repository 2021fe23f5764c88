"""The words of the check sheet."""

from __future__ import annotations

from collections.abc import Mapping

from govinfo.findings import Text

WORDS: Mapping[str, Text] = {
    "title": Text("政府信息公开工作年度报告核对单", "Check sheet: annual reports on government information disclosure"),
    "summary": Text("总览", "Summary"),
    "file": Text("文件", "file"),
    "agency": Text("机关", "agency"),
    "year": Text("年度", "year"),
    "form": Text("格式", "form"),
    "read as": Text("读取方式", "read as"),
    "completeness": Text("读出单元格", "cells read"),
    "missing": Text("未能判断的规则", "rules not assessable"),
    "findings": Text("问题", "Findings"),
    "clean": Text("未发现问题。", "Nothing was found."),
    "printed": Text("报告", "The report"),
    "not assessable": Text("未能判断", "Not assessable"),
    "not assessable note": Text(
        "下列规则因缺少可比对的内容而未能判断，不等于已通过。",
        "These rules could not be applied, because something that they compare is missing. They did not pass.",
    ),
    "unread": Text("未能读取的文件", "Files that could not be read"),
    "place": Text("位置", "place"),
    "as printed": Text("原文", "as printed"),
    "value": Text("读作", "read as"),
    "cell": Text("单元格", "cell"),
    "zeros": Text("其余所涉单元格均为0，个数：", "further cells concerned, all of them 0: "),
    "fingerprint": Text("指纹", "fingerprint"),
    "demand": Text("要求", "demand"),
    "why": Text("说明", "why"),
    "to finding": Text("见问题", "see finding"),
    "legend": Text("图例", "Legend"),
    "suspect": Text("有问题的单元格，带问题序号", "faulty cell, with the number of the finding"),
    "concerned": Text("算式涉及的单元格", "cell that takes part in the equation"),
    "doubts": Text(
        "X开头的问题是读取时的疑问，请对照原文；其余是报告本身的问题。",
        "Findings that begin with X are doubts of the reading, to be compared with the source; "
        "the others are faults of the report.",
    ),
    "empty": Text("（无正文）", "(no text)"),
    "made by": Text(
        "由govinfo在本机生成，未联网；只供核对，不改动报告。",
        "Made by govinfo on this computer, without network; for checking only, the report is not changed.",
    ),
    "top": Text("回到总览", "back to the summary"),
    "none": Text("—", "—"),
}
