"""What a number counts, from the words before and behind it and what is still understood."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import attrs

from govinfo.facts.mentions import Passage
from govinfo.facts.quantities import Mark, Quantity
from govinfo.facts.tokens import Comma, Token, unknown
from govinfo.facts.topics import Frame, Word, lexicon

MAX_TAIL = 4
"""So many unknown characters between the last known word and a number leave it open what the number counts."""

VERBS = frozenset(
    {"receive", "handle", "finish", "make", "publish", "issued", "repealed", "in_force", "audited", "hear"}
)
_PEOPLE = frozenset({"人次", "人", "名", "位"})
_BREAKS = frozenset({"among", "including", "share", "negation"})
_TELLING = frozenset({"others", "column"})
_HOLDERS = frozenset({"个", "家"})
_AND = frozenset({"和", "与", "及", "以及"})
_OPEN = frozenset({"applications.new", "applications.carried_over"})
_RESULT = "applications.results."
_OWN = (_RESULT, "applications.carried_")


@attrs.frozen
class Wording:
    """A number and its words.

    Attributes:
        passage: the paragraph.
        start: where the words before the number begin.
        own: the words before it in its clause, behind the number before it.
        behind: the words behind it up to the next number or the end of the clause.
        last: no number follows in the clause.
        pending: the words of the clauses without a number just before.
        quantity: the number.
        frame, verbs, topic: what the number before was about.
        topics: what the numbers before in the sentence were about.
        queue: what further numbers of a list with 分别 count.
        local: a year was named that is only compared with.
        until: end of the item, where the number is for one item of a list.
    """

    passage: Passage
    start: int
    own: tuple[Token, ...]
    behind: tuple[Token, ...]
    last: bool
    pending: tuple[Token, ...]
    quantity: Quantity
    frame: str
    verbs: frozenset[str]
    topic: str
    topics: frozenset[str]
    queue: tuple[tuple[Token, ...], ...]
    local: bool = False
    until: int = -1

    @property
    def text(self) -> str:
        """The veiled paragraph."""
        return self.passage.veiled

    @property
    def stop(self) -> int:
        """Where the words before the number end: at the number, or at the end of its item in a list."""
        return self.until if self.until >= 0 else self.quantity.start


@attrs.frozen
class Resolution:
    """What a number counts: topics with their frames, verbs for the next number, the rest of a list with 分别."""

    topics: tuple[tuple[str, str], ...]
    verbs: frozenset[str] = frozenset()
    headed: bool = False
    queue: tuple[tuple[Token, ...], ...] = ()


def resolve(wording: Wording) -> Resolution:
    """Tell what a number counts; several topics where it holds for each of a list (A、B均为0件)."""
    words = _words(wording.own)
    marks = frozenset().union(*(word.sense.marks for word in words)) if words else frozenset()
    if wording.queue and not any(word.sense.roles or word.sense.named for word in words):
        topic = _topic(_item(wording, wording.queue[0]))
        return Resolution((topic,), verbs(words), headed=True, queue=wording.queue[1:])
    if "respectively" in marks or "each" in marks:
        items = _items(wording.own) if _says(wording.own) else _items((*wording.pending, *wording.own))
        if len(items) > 1:
            frame = next((name for item in reversed(items) if (name := _thing(item))), "")
            inner = attrs.evolve(wording, frame=frame or wording.frame, pending=())
            if "respectively" in marks:
                topic = _topic(_item(inner, items[0]))
                return Resolution((topic,), verbs(words), headed=True, queue=tuple(items[1:]))
            found = [_topic(_item(inner, item)) for item in items]
            distinct = tuple(dict.fromkeys(topic for topic in found if topic[0]))
            return Resolution(distinct or (("", frame),), verbs(words), headed=True)
    topics = _joint(wording)
    headed = bool(verbs(words)) or bool(_named(wording.own))
    return Resolution(topics, verbs(words), headed)


def verbs(words: Iterable[Word]) -> frozenset[str]:
    """The verbs among some words."""
    said: frozenset[str] = frozenset()
    for word in words:
        said |= word.sense.roles & VERBS
    return said


def _words(tokens: Iterable[Token]) -> list[Word]:
    return [token for token in tokens if isinstance(token, Word)]


def _says(tokens: Iterable[Token]) -> bool:
    return any(word.sense.roles or word.sense.named or word.sense.hinted for word in _words(tokens))


def _named(tokens: Iterable[Token]) -> str:
    """The last thing that is named."""
    return next((word.sense.named for word in reversed(_words(tokens)) if word.sense.named), "")


def _thing(tokens: Iterable[Token]) -> str:
    """The last thing that is named or hinted at."""
    names = [word.sense.named or word.sense.hinted for word in _words(tokens)]
    return next(filter(None, reversed(names)), "")


def _item(wording: Wording, item: tuple[Token, ...]) -> Wording:
    """The wording of one item of a list."""
    return attrs.evolve(wording, own=item, behind=(), pending=(), queue=(), start=item[0].start, until=item[-1].stop)


def _items(tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """The members of a list such as A、B和C."""
    items: list[list[Token]] = [[]]
    for token in tokens:
        conjunction = isinstance(token, Word) and token.stop - token.start <= 2 and not token.sense.named
        if isinstance(token, Comma) or (conjunction and isinstance(token, Word) and _is_and(token)):
            items.append([])
        else:
            items[-1].append(token)
    return [tuple(item) for item in items if _says(item)]


def _is_and(word: Word) -> bool:
    return word.text in _AND


def _joint(wording: Wording) -> tuple[tuple[str, str], ...]:
    """The topics of a number before which one thing is named, or several of one group."""
    frames = lexicon().frames
    names = list(dict.fromkeys(word.sense.named for word in _words(wording.own) if word.sense.named))
    if not names and not _says(wording.own):
        names = list(dict.fromkeys(word.sense.named for word in _words(wording.pending) if word.sense.named))
    group = frames[names[-1]].group if names else ""
    together = [name for name in names if frames[name].group == group]
    if len(together) < 2:
        return (_topic(wording),)
    if group == "review":
        topic, _ = _topic(wording)
        return ((topic and "review.all.total" if topic.endswith(".total") else topic, together[-1]),)
    found = tuple((topic, name) for name in together if (topic := _of(frames[name], wording, wording.own)[0]))
    if found and (not wording.quantity.value or len({topic for topic, _ in found}) == 1):
        return found if not wording.quantity.value else found[:1]
    return (("", together[-1]),)


def _topic(wording: Wording) -> tuple[str, str]:
    """The topic of a number and its frame; an empty topic where the words do not tell."""
    named = _named(wording.own)
    if named:
        return _of(lexicon().frames[named], wording, wording.own)
    strange = _strange(wording)
    if _says(wording.own):
        return _by_roles(wording, strange)
    right = _right(wording)
    if _says(right):
        name = _named(right)
        together = right if strange else (*wording.pending, *wording.own, *right)
        if name:
            return _of(lexicon().frames[name], wording, together)
        return _by_roles(attrs.evolve(wording, own=together), 0)
    return ("", wording.frame) if strange else _continued(wording)


def _continued(wording: Wording) -> tuple[str, str]:
    """The topic of a number by which nothing is said: it goes on with what was said before."""
    own, pending = wording.own, wording.pending
    if not own and wording.quantity.unit in _PEOPLE and wording.frame:
        return _of(lexicon().frames[wording.frame], wording, ())
    if wording.topics >= _OPEN and any("sum" in word.sense.marks for word in _words(own)):
        return "applications.open", "application"
    if _says(pending):
        return _topic(attrs.evolve(wording, own=(*pending, *own), pending=(), start=pending[0].start))
    return (wording.topic if _dated(own) or wording.local else "", wording.frame)


def _by_roles(wording: Wording, strange: int) -> tuple[str, str]:
    """The topic where no thing is named in front: one named behind, hinted at, named before, or of the heading."""
    frames = lexicon().frames
    right = _right(wording)
    hints = [word.sense.hinted for word in (*_words(right), *_words(wording.own)) if word.sense.hinted]
    hint = hints[-1] if hints else ""
    candidates = [_named(right), hint, _named(wording.pending), wording.frame, wording.passage.heading, "disclosure"]
    if hint and not _role_here(wording) and hint != "application":
        candidates = [_named(right), hint]
    candidates += ["application"] if _leaf(frames, wording, (*wording.own, *right)) else []
    if hint == "disclosure" and _result(frames, wording):
        candidates.remove(hint)
    for name in dict.fromkeys(filter(None, candidates)):
        if name == "disclosure" and name != hint and strange:
            continue
        own = (*wording.own, *right) if name == _named(right) or not _role_here(wording) else wording.own
        topic, frame = _of(frames[name], wording, own)
        if topic:
            return topic, frame
    return "", hint or wording.frame


def _leaf(frames: dict[str, Frame], wording: Wording, own: Sequence[Token]) -> bool:
    """Tell whether the words are an outcome that only applications have."""
    topic, _ = _of(frames["application"], wording, own)
    return topic.startswith(_OWN) and topic != _RESULT + "total"


def _role_here(wording: Wording) -> bool:
    return any(word.sense.roles - {"include"} for word in _words(wording.own))


def _result(frames: dict[str, Frame], wording: Wording) -> bool:
    """Tell whether the words are an outcome of applications, which are being spoken of."""
    topic, _ = _of(frames["application"], wording, wording.own)
    return wording.frame == "application" and topic.startswith(_RESULT)


def _of(frame: Frame, wording: Wording, own: Sequence[Token]) -> tuple[str, str]:
    """The topic that some words make of a thing."""
    quantity = wording.quantity
    measure = {"money": "元", "percent": "", "times": ""}.get(quantity.measure, quantity.unit)
    if measure not in frame.units:
        return "", frame.name
    words = _words(own)
    said = roles(frame, words, own, wording)
    topic = frame.topic(said, wording.passage.form)
    if topic is None and not verbs(words):
        topic = frame.topic(said | wording.verbs, wording.passage.form)
    if topic and _tail(wording, words) > MAX_TAIL:
        return "", frame.name
    return topic or "", frame.name


def roles(frame: Frame, words: Sequence[Word], own: Sequence[Token], wording: Wording) -> set[str]:
    """All that some words and the number itself say of a thing."""
    said: set[str] = set()
    for word in words:
        sense = word.sense
        said |= sense.roles
        said |= sense.marks & _TELLING
        if sense.named == frame.name:
            said.add("named")
        if sense.hinted:
            said |= _hinted(sense.hinted, frame.name)
    quantity = wording.quantity
    said |= {
        role
        for role, holds in (
            ("people", quantity.unit in _PEOPLE),
            ("holders", quantity.unit in _HOLDERS),
            ("money", quantity.measure == "money"),
            ("zero", not quantity.value),
            ("general", "publish" in said and _general(words, wording)),
        )
        if holds
    }
    return said | _turned(own, wording) if "turned" in said else said


def _hinted(hint: str, name: str) -> set[str]:
    """What a hint says of a thing: an application of its own kind, or information on it."""
    said = {"info"} if hint == "disclosure" else set()
    if hint in {"application", name}:
        said.add("hints")
    return said | {"named"} if hint == name == "application" else said


def _turned(own: Sequence[Token], wording: Wording) -> set[str]:
    """Tell from the years around 结转 whether it is from last year or to the next."""
    for token in own:
        if isinstance(token, Mark) and wording.passage.year and token.text.startswith(str(wording.passage.year + 1)):
            return {"forward"}
        if isinstance(token, Mark) and wording.passage.year and token.text.startswith(str(wording.passage.year - 1)):
            return {"over"}
        if isinstance(token, Word) and "previous" in token.sense.spans:
            return {"over"}
    return {"forward"} if wording.topic.startswith(_RESULT) else set()


def _general(words: Sequence[Word], wording: Wording) -> bool:
    """Tell whether nothing narrows down what is published."""
    verb = next((word for word in reversed(words) if "publish" in word.sense.roles), None)
    if verb is None:
        return False
    return unknown(wording.text, verb.stop, max(wording.stop, verb.stop), list(words)) <= 1


def _tail(wording: Wording, words: Sequence[Word]) -> int:
    """How many unknown characters stand between the last word and the number."""
    before = [word for word in words if word.stop <= wording.stop]
    return unknown(wording.text, before[-1].stop, wording.stop, []) if before else 0


def _strange(wording: Wording) -> int:
    """How many unknown characters stand before the number in its clause."""
    count = unknown(wording.text, wording.start, wording.stop, _words(wording.own))
    return count if count > 1 else 0


def _right(wording: Wording) -> tuple[Token, ...]:
    """The words behind a number that belong to it."""
    if not wording.behind:
        return ()
    if wording.last:
        words: list[Token] = []
        for token in wording.behind:
            marks = token.sense.marks if isinstance(token, Word) else frozenset()
            if marks & _BREAKS or (marks & {"all", "each"} and _says(wording.own)):
                break
            if isinstance(token, Word) and token.sense.trends:
                break
            words.append(token)
        return tuple(words)
    first = wording.behind[0]
    near = isinstance(first, Word) and first.sense.named and first.start - wording.quantity.stop <= 1
    return (first,) if near else ()


def _dated(own: Collection[Token]) -> bool:
    """Tell whether the words only name another year or body."""
    return any(
        isinstance(token, Mark) or (isinstance(token, Word) and bool(token.sense.spans or token.sense.scopes))
        for token in own
    )
