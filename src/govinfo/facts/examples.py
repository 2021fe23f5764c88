"""Examples of what was published, behind which all of it is counted (公开会议、行政许可等各类信息80条)."""

from __future__ import annotations

import re

from govinfo.facts.tokens import Comma
from govinfo.facts.topics import Word, lexicon
from govinfo.facts.wording import Wording

_OF_ALL_KINDS = re.compile(
    r"等(?:各类|各种|各?方面|多方面)的?(?:政府|政务)?信息(?:总?[数量]|[共总合累]计|[共达有近约超逾])*$"
)
"""Before a number, what was listed before are examples of all that was published (公开通知、会议等各类信息80条)."""

_OF_SEVERAL = re.compile(r"等(?:有关|相关)?(?:政府|政务)?(?:信息)?(?:总?[数量]|[共总合累]计|[共达有近约超逾])*$")
"""The same where the examples before are of several kinds."""


def of_all_kinds(wording: Wording) -> int:
    """Where a list of examples ends of all that was published, which is what is counted; 0 where there is none."""
    etc = wording.text.rfind("等", wording.start, wording.stop)
    if etc < 0:
        return 0
    if _OF_ALL_KINDS.match(wording.text, etc, wording.stop):
        return etc
    return etc if _OF_SEVERAL.match(wording.text, etc, wording.stop) and _are_several(wording, etc) else 0


def _are_several(wording: Wording, end: int) -> bool:
    """Tell whether the members of a list behind the verb are of several kinds (公开公示公告、部门动态等85条)."""
    frames = lexicon().frames
    kinds, published = [""], False
    for token in wording.own:
        if token.start >= end:
            break
        if isinstance(token, Comma) and published:
            kinds.append("")
        elif isinstance(token, Word):
            published = published or "publish" in token.sense.roles
            name = token.sense.named or token.sense.hinted
            kinds[-1] = frames[name].group if name else kinds[-1]
    return published and len(set(kinds)) > 1
