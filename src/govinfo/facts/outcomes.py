"""What is said only of requests for information, even where they are not named."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govinfo.facts.fitting import CASES, fit
from govinfo.facts.tokens import Token
from govinfo.facts.topics import lexicon
from govinfo.facts.wording import Wording, named, words_of

_RESULT = "applications.results."
_NEXT_YEAR = re.compile("[转年]")
"""Requests are carried forward to the next year; 正在办理 may be said of anything."""

_REASONS = _RESULT + "refused."
"""Grounds of refusal, such as 涉密 and 个人隐私, are said of any document."""

REACH = 40
"""So many characters in front of a clause are searched for what its numbers are of."""

_WITHDRAWN = "applications.results.other_handling.other"
MAX_LABEL = 12
"""Longest label of a row of the form in front of its number, in characters."""

_NEW = re.compile(r"新收到?(?:申请|件数|数量|总数|数|为|共)*[:\s]*$")
"""The first row of the form as a label (新收：12件)."""

_OWN = (_RESULT, "applications.carried_")


def is_of_requests(wording: Wording, own: Sequence[Token]) -> bool:
    """Tell whether words that name no thing are of requests, because nothing else has such an outcome.

    Behind numbers of things that are not known, they may be one of those (新收治安案件12件，结转下年2件).
    """
    if _elsewhere(wording, own):
        return False
    topic, _ = fit(lexicon().frames["application"], wording, own)
    if topic == _WITHDRAWN:
        return any("申请" in word.text for word in words_of(own))
    if topic == "applications.new":
        free = {wording.frame, wording.passage.heading, named(wording.pending)} <= {"", "application"}
        start = wording.quantity.start
        return free and _NEW.search(wording.text, max(0, start - MAX_LABEL), start) is not None
    if topic == "applications.carried_forward":
        return any(_NEXT_YEAR.search(word.text) for word in words_of(own) if "forward" in word.sense.roles)
    if topic == _RESULT + "total" or topic.startswith(_REASONS):
        return False
    return topic.startswith(_OWN)


def _elsewhere(wording: Wording, own: Sequence[Token]) -> bool:
    """Tell whether other things than requests are being counted."""
    if any(word.text in CASES for word in words_of(own)):
        return True
    unknown_before = wording.listed and not any(topic for topic, _ in wording.listed)
    return bool(unknown_before) and wording.frame != "application" and "申请" not in _before(wording)


def _before(wording: Wording) -> str:
    """The text in front of the words of a number."""
    return wording.text[max(0, wording.start - REACH) : wording.start]
