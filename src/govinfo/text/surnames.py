"""Names of persons: how they begin, and how they are masked."""

from __future__ import annotations

import re

CLEAR = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭林罗郑梁谢宋唐韩邓冯曹彭肖董潘袁蔡蒋杜叶魏苏吕丁卢姚沈钟姜崔"
    "谭范汪廖贾夏邹熊孟秦邱侯尹薛闫黎陶贺郝龚邵覃钱戴莫赖樊岳倪殷庞翟颜温葛洪芦柯俞聂詹欧阎"
)
"""Frequent surnames that seldom begin another word of a report; a choice of the common ones, not a register."""

AMBIGUOUS = "高何任付方许程陆余于万金段石江田龙史武严孔向常白毛雷曾康安易乔牛耿路关齐申鲁"
"""Frequent surnames that also begin common words (高度, 任何, 许可, 程序); they need a label before them."""

GIVEN = r"[\u4e00-\u9fff](?<![某的了和与及或为是在对向等人名件次个份共其中市县区镇乡村局厅委办山庄路街])"
"""A character of a given name: no masked one (某), no particle, no end of a place name."""

NO_NAME = re.compile(
    r"马上|周末|周边|周围|周期|张贴|罗列|雷同|林地|林权|黄金|夏季|秦岭|钱款|陈述|陈列"
    r"|谢绝|吴江|江苏|温州|郑州|徐州|苏州|杨梅|孟津|黎明|洪水|洪涝|马路|熊猫|杜绝|沈阳"
    r"|唐山|康复|安全|安置|易地|关于|关联|关系|方便|方式|方案|高度|高频|高校|任意|许可|程序"
    r"|陆续|金额|石材|江边|田地|龙头|史料|武装|严格|向我|常年|白天|路面|齐全|申请|余款"
    r"|于是|段落|何时|付费|付款|万元"
)
"""Words that begin like a name."""


def masked(name: str) -> str:
    """A name with all but its first character hidden."""
    return f"{name[:1]}{'*' * (len(name) - 1)}"
