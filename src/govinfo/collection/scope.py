"""What a report is on: the body itself, or also the bodies below it."""

from __future__ import annotations

import re
from typing import Literal

from govinfo.report import Report

Scope = Literal["own", "whole", "unclear"]
"""``own``: the body itself (本级, 局机关).  ``whole``: with the bodies below it (全市, 系统).  ``unclear``: unsaid."""

_AREA = r"全(?:省|自治区|市|区|县|旗|州|盟|镇|乡|街道?|系统)"
_HANDLES = r"(?:收到|接收|接到|新收|受理|办理|处理|答复|办结|发生|被申请)"
_NAME_OF_WHOLE = re.compile(r"(?:系统|关区|气象部门|税务部门)$")
_NAME_OF_OWN = re.compile(r"(?:局|厅|委|部)机关$|[(（](?:机关)?本级[)）]|本级$")
_TOLD_WHOLE = re.compile(
    rf"{_AREA}[^。；，,\n]{{0,12}}{_HANDLES}[^。；，,\n]{{0,20}}申请[^。；，,\n]{{0,8}}\d"
    rf"|{_AREA}[^。；，,\n]{{0,12}}{_HANDLES}[^。；，,\n]{{0,6}}\d[^。；，,\n]{{0,16}}申请"
    r"|(?:本[年度]{0,2}报告|数据|统计)[^。；\n]{0,16}(?:涵盖|汇总|覆盖|包括|包含|含)[^。；\n]{0,16}"
    rf"(?:各|所属|下属|下辖|{_AREA})[^。；\n]{{0,12}}(?:部门|单位|机关|乡镇|镇街|街道|县区|区县|县[(（]市|数据)"
)
_SYSTEM_DATA = re.compile(r"(?:数据|统计)[^。；\n]{0,24}(?:系统|关区)")
_TOLD_OWN = re.compile(
    r"(?:本[年度]{0,2}报告|数据|统计)[^。；\n]{0,16}(?:仅|只)[^。；\n]{0,12}(?:本级|本机关|机关本身)"
    r"|(?:本[年度]{0,2}报告|数据|统计)[^。；\n]{0,16}(?:不含|不包括|未包括|不包含)[^。；\n]{0,16}"
    r"(?:部门|单位|乡镇|镇|街道|县|区|市)"
)


def tells_of_system(report: Report) -> bool:
    """Tell whether the name, or what the preamble says of the figures, makes a report one on a system of offices."""
    return bool(_NAME_OF_WHOLE.search(report.agency or "") or _SYSTEM_DATA.search(report.preamble))


def scope_of(report: Report) -> Scope:
    """Judge by the name first, then by what the preamble, section one or section six say of the figures."""
    name = report.agency or ""
    if _NAME_OF_OWN.search(name):
        return "own"
    if tells_of_system(report):
        return "whole"
    text = f"{report.preamble}\n{report.section(1).text}\n{report.section(6).text}"
    if _TOLD_OWN.search(text):
        return "own"
    return "whole" if _TOLD_WHOLE.search(text) else "unclear"
