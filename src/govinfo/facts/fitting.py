"""The topic that some words make of a thing that is counted."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from govinfo.facts.examples import of_all_kinds
from govinfo.facts.openness import POSTS
from govinfo.facts.quantities import Mark
from govinfo.facts.tokens import Token, unknown
from govinfo.facts.topics import CHANNELS, VERBS, Frame, Word
from govinfo.facts.wording import Wording, strange, verbs, words_of

MAX_TAIL = 4
"""So many unknown characters between the last known word and a number leave it open what the number counts."""

PEOPLE = frozenset({"人次", "人", "名", "位"})
"""Units of people."""

_TELLING = frozenset({"others", "column", "matters"})
_OWN_CASES = frozenset(
    {"政府信息公开", "信息公开", "被", "因", "引起", "引发", "被申请", "被申请行政复议", "被提起行政诉讼"}
)
"""Words that show a case to be one against the agency, about disclosure."""

_OTHER_HANDLING = "applications.results.other_handling."
_ALONE = re.compile(r"(?:^|[,;。:、]|其中)\s*公开类?$")
_OPENED = (frozenset({"publish"}), frozenset({"publish", "website"}))
"""What is said of requests whose answer is that all can read it (不予公开3件、已在网站公开1件)."""

_SITE = frozenset({"online", "website"})
_WAYS = _SITE | {"letter", "in_person", "email", "fax", "other_channel"}
"""The ways in which requests come; several named together (通过网络、信函等渠道) are those of all requests."""

_DUE = frozenset({"due"})
_NOT_YET = frozenset({"sum", "due"})
"""What is said of requests that are still to be dealt with, or that came and were left over together."""

_WITH_OLD = re.compile(r"[(,]?\s*(?:其中)?(?:含|包括|包含)[^,;。)]{0,6}(?:结转|转结|上年|去年|往年)")
"""Behind a number of requests that were dealt with: those from the year before are among them."""

_HANDLED = frozenset({"handle", "make", "reply"})
_SHOWN = frozenset({"publish", "views", "upgrade", "column"})
_ASKED = frozenset({"asked", "receive"})
_NO_KINDS = ("disclosure.total", "disclosure.channel.", "applications.", "review.", "fees.")
"""Beginnings of topics that are no kinds of what was published."""

_POSTED = frozenset({"条", "篇", "期", "次", ""})
DIVIDING = ("applications.new.", "applications.channel.")
"""Parts of what was received; a year before that is named behind them is compared with all of it."""

_RECEIVED = frozenset({"applications.new", "applications.open", "applications.new.commercial"})
_SHOWN_BY = frozenset({"website", "wechat", "weibo", "app", "board"})
_MADE = frozenset({"rules", "normative"})
CASES = frozenset({"案件", "案"})
"""What others than requests are called of which the same is said (年初结转案件)."""

_CASES = frozenset({"reconsideration", "litigation", "review"})
_POSTS = frozenset({"", "disclosure"})
_UNITS = {**dict.fromkeys(PEOPLE, ("people",)), "个": ("holders",), "家": ("holders",)}
"""What the units of people, and those of accounts and offices, say by themselves."""

_RESULT = "applications.results."


def fit(frame: Frame, wording: Wording, own: Sequence[Token]) -> tuple[str, str]:
    """The topic that some words make of a thing."""
    quantity = wording.quantity
    measure = {"money": "元", "percent": "", "times": ""}.get(quantity.measure, quantity.unit)
    if measure not in frame.units:
        return "", frame.name
    words = words_of(own)
    said = roles(frame, words, own, wording)
    if frame.name in _MADE and quantity.unit in POSTS and "publish" in wording.verbs:
        said |= wording.verbs
    if _is_carried_too_far(frame, words, said):
        return "", frame.name
    topic = frame.topic(said, wording.passage.form)
    if topic is None and "others" in said and frame.name == "application":
        return "", frame.name
    if topic is None and not verbs(words) and "views" not in said:
        topic = frame.topic(said | wording.verbs, wording.passage.form)
        if topic is None and "named" in said and not wording.verbs and quantity.unit != "条":
            topic = frame.bare
    if topic == "applications.new" and not verbs(words) and _is_one_of_them(words, wording):
        return "", frame.name
    if topic and _ends_elsewhere(wording, words):
        return "", frame.name
    return topic or "", frame.name


def _is_carried_too_far(frame: Frame, words: Sequence[Word], said: Collection[str]) -> bool:
    """Tell whether a thing that is only understood is not meant: documents by channel, requests that are cases."""
    if "named" in said:
        return False
    if frame.name in _MADE:
        return not CHANNELS.isdisjoint(said)
    if frame.name == "documents":
        return "hints" not in said and not _SHOWN_BY.isdisjoint(said)
    return frame.name == "application" and any(word.text in CASES for word in words)


def roles(frame: Frame, words: Sequence[Word], own: Sequence[Token], wording: Wording) -> frozenset[str]:
    """All that some words and the number itself say of a thing."""
    said: set[str] = set()
    for word in words:
        sense = word.sense
        said |= sense.roles
        if sense.marks:
            said |= sense.marks & _TELLING
        if sense.named == frame.name:
            said.add("named")
        if sense.hinted:
            said |= _hinted(sense.hinted, frame.name)
    said |= set(_seen(frame, words, said, wording))
    if frame.name == "application" and len(said & _WAYS) > 1 and said & _WAYS != _SITE:
        said -= _WAYS
    return frozenset(said | _turned(own, wording) if "turned" in said else said)


def _is_one_of_them(words: Sequence[Word], wording: Wording) -> bool:
    """Tell whether only some of the requests that were told are counted: one way or subject (申请公开预算的7件)."""
    if "applications.new" in wording.topics or _is_a_column(wording):
        return True
    if wording.listed and wording.topic.startswith(DIVIDING):
        return not any(word.sense.named or "besides" in word.sense.marks for word in words)
    named = next((word.stop for word in reversed(words) if word.sense.named), wording.stop)
    return wording.text[wording.stop - 1] == "的" and unknown(wording.text, named, wording.stop, wording.own) > 1


def _is_a_column(wording: Wording) -> bool:
    """Tell whether requests are only named as one of the kinds of what was published (年报1条、依申请公开4条)."""
    if not wording.listed or "publish" not in wording.verbs or wording.quantity.unit not in POSTS:
        return False
    topic, unit = wording.listed[-1]
    return unit == wording.quantity.unit and not topic.startswith(_NO_KINDS)


def _seen(frame: Frame, words: Sequence[Word], said: Collection[str], wording: Wording) -> Iterator[str]:
    """Yield what the number itself and what was told before it say of a thing."""
    yield from _of_the_number(wording)
    if said == {"citizen"} and wording.topics & _RECEIVED:
        yield "natural_person"
    if "publish" in said and _general(words, wording):
        yield "general"
    if frame.name == "application":
        yield from _seen_of_requests(words, said, wording)
    elif frame.group == "review" and not _own_case(wording):
        if "handle" in said:
            yield "hear"
        if _beside_heard(said, wording):
            yield "elsewhere"
    elif frame.name == "processing_fee" and "amount" in said and "received" in wording.verbs:
        yield "received"


def _of_the_number(wording: Wording) -> Iterator[str]:
    """Yield what a number says whatever it counts."""
    yield from _UNITS.get(wording.quantity.unit, ())
    if wording.quantity.measure == "money":
        yield "money"
    if not wording.quantity.value:
        yield from ("zero",) if wording.quantity.unit else ("zero", "nil")
    if wording.behind and _column(wording.behind[0]):
        yield "column"
    if wording.topic.startswith(_OTHER_HANDLING):
        yield "beneath"


def _seen_of_requests(words: Sequence[Word], said: Collection[str], wording: Wording) -> Iterator[str]:
    """Yield the same where requests are counted."""
    if "others" in said and _divides_results(wording):
        yield "other_handling"
    if wording.behind and _next_year(wording):
        yield "forward"
    if "handle" in said and _were_received(said, wording):
        yield "finish"
    if "publish" in said and _published(words, wording):
        yield "granted"
    if "website" in said and _came_by_site(said, wording):
        yield "online"


def _were_received(said: Collection[str], wording: Wording) -> bool:
    """Tell whether requests are dealt with that the sentence received before, and no others (收到9件,办理7件)."""
    alone = _HANDLED.issuperset(said) and not strange(wording)
    if not alone or "applications.new" not in wording.topics or _WITH_OLD.match(wording.text, wording.quantity.stop):
        return False
    together = _NOT_YET if "applications.carried_over" in wording.topics else _DUE
    return not any(not word.sense.marks.isdisjoint(together) for word in wording.words)


def _beside_heard(said: Collection[str], wording: Wording) -> bool:
    """Tell whether suits are told beside cases that were handled for others (办理行政复议146件，行政应诉23件)."""
    heard = not wording.topic and "handle" in wording.verbs and wording.frame in _CASES
    return heard and VERBS.isdisjoint(said)


def _divides_results(wording: Wording) -> bool:
    """Tell whether the list is one of outcomes, so that the others are those of the form."""
    return wording.theme == "results" or wording.topic.startswith(_OTHER_HANDLING)


def _column(token: Token) -> bool:
    """Tell whether columns of a site are counted."""
    return isinstance(token, Word) and "column" in token.sense.marks


def _own_case(wording: Wording) -> bool:
    """Tell whether a case that was handled is one against the agency, not one that it decides for others."""
    words = words_of((*wording.pending, *wording.own))
    return wording.passage.section == 4 or any(word.text in _OWN_CASES for word in words)


def _next_year(wording: Wording) -> bool:
    """Tell whether something is put off to the next year."""
    year = wording.passage.year
    marks = [token for token in wording.behind[:6] if isinstance(token, Mark)]
    return year is not None and any(mark.text.startswith(str(year + 1)) for mark in marks)


def _published(words: Sequence[Word], wording: Wording) -> bool:
    """Tell whether 公开 alone is said, of applications that were counted before in the sentence."""
    said = [word.text for word in words if word.sense.roles]
    if wording.topic.startswith(_RESULT) and wording.quantity.unit not in _POSTED:
        return frozenset().union(*(word.sense.roles for word in words)) in _OPENED
    alone = (
        wording.quantity.unit not in _POSTED
        and _ALONE.search(wording.text, max(0, wording.stop - 6), wording.stop) is not None
    )
    before = wording.before if alone else ""
    told = any(topic.startswith("applications.") for topic in (before, *wording.topics))
    return said == ["公开"] and (told or wording.theme == "results")


def _came_by_site(said: Collection[str], wording: Wording) -> bool:
    """Tell whether requests came by a site, on which nothing is published or viewed."""
    if not _SHOWN.isdisjoint(said):
        return False
    return "applications.new" in wording.topics or not _ASKED.isdisjoint(said)


def _hinted(hint: str, name: str) -> set[str]:
    """What a hint says of a thing: an application of its own kind, or information on it."""
    if hint == "application":
        return {"asked", "named"} if name == hint else {"asked"}
    said = {"info"} if hint == "disclosure" else set()
    return said | {"hints"} if hint == name else said


def _turned(own: Sequence[Token], wording: Wording) -> set[str]:
    """Tell from the years around 结转 whether it is from last year or to the next."""
    for token in own:
        if isinstance(token, Mark) and wording.passage.year and token.text.startswith(str(wording.passage.year + 1)):
            return {"forward"}
        if isinstance(token, Mark) and wording.passage.year and token.text.startswith(str(wording.passage.year - 1)):
            return {"over"}
        if isinstance(token, Word) and "previous" in token.sense.spans:
            return {"over"}
    if wording.topic == "applications.new" and wording.text[wording.quantity.start - 1] == ":":
        return {"over"}
    return {"forward"} if (wording.topic or wording.before).startswith(_RESULT) else set()


def _general(words: Sequence[Word], wording: Wording) -> bool:
    """Tell whether nothing narrows down what is published."""
    verb = next((word for word in reversed(words) if "publish" in word.sense.roles), None)
    if verb is None or verb.start >= wording.stop or (verb.text == "更新" and wording.quantity.unit == "次"):
        return False
    if any(
        word.sense.roles or word.sense.named not in _POSTS for word in words if verb.stop <= word.start < wording.stop
    ):
        return False
    narrowed = unknown(wording.text, verb.stop, max(wording.stop, verb.stop), list(words)) > 1
    return not narrowed or wording.examples or of_all_kinds(wording) > 0


def _ends_elsewhere(wording: Wording, words: Sequence[Word]) -> bool:
    """Tell whether words that are not known stand between the last known one and the number, or go on its list."""
    text, stop = wording.text, wording.stop
    before = [word for word in words if word.stop <= stop]
    if not before:
        return False
    if before[-1].stop < stop - MAX_TAIL and unknown(text, before[-1].stop, stop, []) > MAX_TAIL:
        return True
    if text.find("、", before[0].stop, stop) < 0:
        return False
    last = next((word for word in reversed(before) if word.sense.says), before[-1])
    return text.startswith("、", last.stop) and unknown(text, last.stop, stop, wording.own) > 1
