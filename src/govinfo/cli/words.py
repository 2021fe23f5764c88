"""Words that the command line puts around findings."""

from __future__ import annotations

from govinfo.findings import Severity, Text

SEVERITY_STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "info": "cyan"}

WORDS: dict[str, Text] = {
    "family": Text("类别：", "family: "),
    "severity": Text("程度：", "severity: "),
    "basis": Text("依据：", "basis: "),
    "applies": Text("适用：", "applies to: "),
    "every form": Text("各版本格式", "every form"),
    "form": Text("{}版格式", "form {}"),
    "kind": Text("{}类文件", "documents of the kind {}"),
    "from year": Text("{first}年度起", "from {first} on"),
    "until year": Text("至{last}年度止", "until {last}"),
    "years": Text("{first}至{last}年度", "{first} to {last}"),
    "message": Text("提示语：", "message: "),
    "why": Text("说明：", "why: "),
    "repair": Text("疑误：", "perhaps: "),
    "above": Text("同上", "as above"),
    "fix": Text("改法：", "remedy: "),
    "equation": Text("算式：", "equation: "),
    "related": Text("对照：", "compared with: "),
    "cells": Text("单元格：", "cells: "),
    "and": Text("、", ", "),
    "is": Text("：", ": "),
    "brackets": Text("（{}）", " ({})"),
    "in all": Text("等{number}个", " … {number} in all"),
    "local": Text(
        "仅依据地方做法，默认不启用，可用 --extend-select 选用", "rests on local practice alone; off unless selected"
    ),
    "not assessable": Text("未能判断：", "not assessable: "),
    "unread": Text("未读取", "not read"),
    "clean": Text("未发现问题", "nothing found"),
}
