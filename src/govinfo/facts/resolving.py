"""What a number counts, from the words before and behind it and what is still understood."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

import attrs

from govinfo.facts.channels import published
from govinfo.facts.examples import of_all_kinds
from govinfo.facts.fitting import DIVIDING, PEOPLE, fit
from govinfo.facts.lists import items_of
from govinfo.facts.openness import POSTS, is_between_open_and_closed, is_of_openness
from govinfo.facts.outcomes import is_of_requests
from govinfo.facts.quantities import Mark
from govinfo.facts.sums import sum_of
from govinfo.facts.tokens import Token, unknown
from govinfo.facts.topics import Frame, Word, lexicon
from govinfo.facts.wording import (
    Item,
    Resolution,
    Wording,
    named,
    says,
    strange,
    thing,
    verbs,
    words_of,
)

_BREAKS = frozenset({"among", "including", "share", "negation"})
_RESULT = "applications.results."
_BODY = re.compile(r"(?:部门|单位|机关|办公[室厅]|[局厅委县区市镇乡]|街道)\s*(?:\([^()]{0,10}\))?$")
_THEN = frozenset({"并", "及", "和"})

NEAR = 8
"""So many characters in front of a number are searched for words that deny it or take it up."""

_ALL_OF_THEM = re.compile(r"(?:全部|上述|以上|所有|这)的?\s*$")
"""Before a number, these take up one told before."""

_NONE = re.compile(r"(?:无|没有|未(?:出现|发生|收到|接到|有|产生)?)任?何?$")
"""Before a number, these deny it (未出现一起超期答复)."""

_REACHED = re.compile(r"\s*(?:总[数量])?(?:达到?|共计?|共有|共为|为|至|总计|合计|[降增升减]至|[降增升减]为)\s*")
"""Between the number by which another changed and the new one (增长一成，达到110件)."""


def resolve(wording: Wording) -> Resolution:
    """Tell what a number counts; several topics where it holds for each of a list (A、B均为0件)."""
    words = wording.words
    marks = frozenset().union(*[word.sense.marks for word in words if word.sense.marks])
    if _is_untold(wording, marks):
        return Resolution((("", wording.frame),), verbs(words), headed=False)
    if wording.queue and not any(word.sense.roles or word.sense.named for word in words):
        topic = _topic(_item(wording, wording.queue[0]))
        return Resolution((topic,), verbs(words), headed=True, queue=wording.queue[1:])
    if "respectively" in marks or "each" in marks:
        items = items_of(wording.own) if wording.says else items_of((*wording.pending, *wording.own))
        if len(items) > 1:
            frame = next((name for item in reversed(items) if (name := thing(item.tokens))), "")
            inner = attrs.evolve(wording, frame=frame or wording.frame, pending=())
            if "respectively" in marks:
                topic = _topic(_item(inner, items[0]))
                return Resolution((topic,), verbs(words), headed=True, queue=tuple(items[1:]))
            found = [_topic(_item(inner, item)) for item in items]
            distinct = tuple(dict.fromkeys(topic for topic in found if topic[0]))
            return Resolution(distinct or (("", frame),), verbs(words), headed=True)
    summed = "" if wording.says else sum_of(wording)
    if summed and not says(_right(wording)):
        frame = "application" if summed.startswith("applications.") else wording.frame
        return Resolution(((summed, frame),), headed=False, summed=True)
    topics = _joint(wording)
    part = topics[0][0] == wording.topic != "" and _of_bodies(wording) and (not wording.says or _by_a_body(wording))
    said = verbs(words)
    headed = bool(said) or named(wording.own) not in {"", "foreign"}
    return Resolution(topics, said, headed, part=part and not _dated(wording.own))


def _is_untold(wording: Wording, marks: frozenset[str]) -> bool:
    """Tell whether a number takes up one told before, is denied, or is of one of several years told together."""
    text, start = wording.text, wording.quantity.start
    again = _ALL_OF_THEM.search(text, max(wording.start, wording.stop - NEAR), wording.stop)
    if (again and not verbs(wording.words)) or _NONE.search(text, max(wording.start, start - NEAR), start):
        return True
    return "respectively" in marks and sum(isinstance(token, Mark) for token in wording.own) > 1


def _item(wording: Wording, item: Item) -> Wording:
    """The wording of one item of a list."""
    return attrs.evolve(wording, own=item.tokens, behind=(), pending=(), queue=(), start=item.start, until=item.stop)


def _joint(wording: Wording) -> tuple[tuple[str, str], ...]:
    """The topics of a number before which one thing is named, or several of one group."""
    frames = lexicon().frames
    names = list(dict.fromkeys(word.sense.named for word in wording.words if word.sense.named))
    if not names and not wording.says:
        names = list(dict.fromkeys(word.sense.named for word in words_of(wording.pending) if word.sense.named))
    if not names and wording.joint and not wording.quantity.value and verbs(wording.words):
        names = list(wording.joint)
    group = frames[names[-1]].group if names else ""
    together = [name for name in names if frames[name].group == group]
    if len(together) < 2:
        topic, frame = _topic(wording)
        return ((published(wording, topic), frame), *_received_too(wording, topic))
    if group == "review":
        topic, _ = _topic(wording)
        every = topic.endswith(".total")
        return (("review.all.total", "review") if every else (topic, together[-1]),)
    found = tuple((topic, name) for name in together if (topic := fit(frames[name], wording, wording.own)[0]))
    if found and (not wording.quantity.value or len({topic for topic, _ in found}) == 1):
        return found if not wording.quantity.value else found[:1]
    return (("", together[-1]),)


def _topic(wording: Wording) -> tuple[str, str]:
    """The topic of a number and its frame; an empty topic where the words do not tell."""
    name = named(wording.own)
    if name == "application" and is_between_open_and_closed(wording):
        return "", "attributes"
    if wording.frame == "attributes" and is_of_openness(wording):
        return _published(wording), wording.frame
    listed = of_all_kinds(wording) if wording.quantity.unit in POSTS else 0
    if listed:
        wording = attrs.evolve(wording, own=tuple(_without_examples(wording.own, listed)), examples=True)
        name = named(wording.own)
    if name:
        return fit(lexicon().frames[name], wording, wording.own)
    if wording.says:
        return _by_roles(wording)
    right = _right(wording)
    return _by_right(wording, right) if says(right) else _continued(wording)


def _published(wording: Wording) -> str:
    """The topic of posts among documents that are counted by their openness; empty for the others."""
    if "publish" not in verbs(wording.words) or wording.quantity.unit not in POSTS:
        return ""
    return _topic(attrs.evolve(wording, frame=""))[0]


def _without_examples(own: Sequence[Token], end: int) -> Iterator[Token]:
    """Iterate over the words up to the verb of publishing and those from the end of the examples on."""
    listing = False
    for token in own:
        if not listing or token.start >= end:
            yield token
        listing = listing or (isinstance(token, Word) and "publish" in token.sense.roles)


def _by_right(wording: Wording, right: tuple[Token, ...]) -> tuple[str, str]:
    """The topic where only the words behind a number tell it."""
    together = right if strange(wording) else (*wording.pending, *wording.own, *right)
    name = named(right)
    if name:
        return fit(lexicon().frames[name], wording, together)
    return _by_roles(attrs.evolve(wording, own=together))


def _continued(wording: Wording) -> tuple[str, str]:
    """The topic of a number by which nothing is said: it goes on with what was said before."""
    own, pending = wording.own, wording.pending
    of_body = (wording.part or _of_bodies(wording)) and _BODY.search(wording.text, wording.start, wording.stop)
    if of_body or (wording.changed and _REACHED.fullmatch(wording.text, wording.start, wording.stop)):
        return wording.topic, wording.frame
    if wording.quantity.unit in PEOPLE and wording.frame and not strange(wording):
        return fit(lexicon().frames[wording.frame], wording, ())
    if strange(wording):
        return "", wording.frame
    if says(pending):
        return _topic(attrs.evolve(wording, own=(*pending, *own), pending=(), start=pending[0].start))
    return _again(wording)


def _again(wording: Wording) -> tuple[str, str]:
    """The topic of the number before, once more for another year or body."""
    told = _dated(wording.own) or wording.local
    if not told or wording.unit not in {wording.quantity.unit, ""}:
        return "", wording.frame
    divided = wording.local and wording.topic.startswith(DIVIDING) and "applications.new" in wording.topics
    return ("applications.new" if divided else wording.topic), wording.frame


def _by_roles(wording: Wording) -> tuple[str, str]:
    """The topic where no thing is named in front: one named behind, hinted at, named before, or of the heading."""
    frames = lexicon().frames
    right = _right(wording)
    hints = [word.sense.hinted for word in (*words_of(right), *wording.words) if word.sense.hinted]
    hint = hints[-1] if hints else ""
    behind, role_here = named(right), _role_here(wording)
    elsewhere = wording.frame == "foreign" and bool(wording.listed)
    heading = "" if elsewhere else wording.passage.heading
    candidates = [behind, hint, named(wording.pending), wording.frame, heading, "disclosure"]
    if hint and not role_here and hint != "application":
        candidates = [behind, hint]
    own = wording.own if role_here else (*wording.own, *right)
    if hint == "application" and _apart(wording):
        return "", "foreign"
    if hint == "disclosure" and _result(frames, wording):
        candidates.remove(hint)
    for name in dict.fromkeys(filter(None, candidates)):
        topic, frame = fit(frames[name], wording, (*wording.own, *right) if name == behind else own)
        if topic:
            return topic, frame
    last = ["application"] if not behind and is_of_requests(wording, own) else []
    last += ["processing_fee"] if wording.quantity.measure == "money" else []
    for name in last:
        if name not in candidates:
            topic, frame = fit(frames[name], wording, own)
            if topic:
                return topic, frame
    return "", hint or wording.frame


def _received_too(wording: Wording, topic: str) -> tuple[tuple[str, str], ...]:
    """The requests received, where they are told in one breath with those answered (接收并办结14件)."""
    if topic != "applications.results.total":
        return ()
    both = [word for word in wording.words if word.text in _THEN or word.sense.roles & {"receive", "finish"}]
    for first, second, third in zip(both, both[1:], both[2:], strict=False):
        if "receive" in first.sense.roles and second.text in _THEN and "finish" in third.sense.roles:
            return (("applications.new", "application"),)
    return ()


def _apart(wording: Wording) -> bool:
    """Tell whether 申请 is that of something else: words that are not known stand right before it."""
    words = wording.words
    place = next((place for place, word in enumerate(words) if word.sense.hinted == "application"), None)
    if place is None:
        return False
    handled = "handle" in verbs(words) and "application" not in {wording.frame, wording.passage.heading}
    if handled:
        return True
    before = words[place - 1].stop if place else wording.start
    return unknown(wording.text, before, words[place].start, wording.own) > 1


def _role_here(wording: Wording) -> bool:
    return any(word.sense.roles for word in wording.words)


def _result(frames: dict[str, Frame], wording: Wording) -> bool:
    """Tell whether the words are an outcome of applications, which are being spoken of."""
    return wording.frame == "application" and fit(frames["application"], wording, wording.own)[0].startswith(_RESULT)


def _right(wording: Wording) -> tuple[Token, ...]:
    """The words behind a number that belong to it."""
    if not wording.behind:
        return ()
    if wording.last:
        words: list[Token] = []
        for token in wording.behind:
            marks = token.sense.marks if isinstance(token, Word) else frozenset()
            if marks & _BREAKS or (marks & {"all", "each"} and not _rest(wording.own) and wording.says):
                break
            if isinstance(token, Word) and token.sense.trends:
                break
            words.append(token)
        return tuple(words)
    first = wording.behind[0]
    near = isinstance(first, Word) and first.sense.named and first.start - wording.quantity.stop <= 1
    return (first,) if near else ()


def _rest(own: Sequence[Token]) -> bool:
    """Tell whether only the rest of something is counted (其余25件均为自然人申请)."""
    words = words_of(own)
    return bool(words) and all("others" in word.sense.marks for word in words if says([word]))


def _of_bodies(wording: Wording) -> bool:
    """Tell whether a list of bodies is told behind 其中, and a number of it."""
    among = any("among" in word.sense.marks for word in words_of((*wording.pending, *wording.own)))
    return (among or wording.part) and wording.unit == wording.quantity.unit


def _by_a_body(wording: Wording) -> bool:
    """Tell whether a body stands in front of the verb (其中市政府办公室受理52件、市政府部门受理271件)."""
    verb = next((word for word in wording.words if word.sense.verbs), None)
    return verb is not None and _BODY.search(wording.text, wording.start, verb.start) is not None


def _dated(own: Collection[Token]) -> bool:
    """Tell whether the words only name another year or body."""
    return any(
        isinstance(token, Mark) or (isinstance(token, Word) and bool(token.sense.spans or token.sense.scopes))
        for token in own
    )
