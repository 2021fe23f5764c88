"""From a paragraph to its facts: every number with what the words around it say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from govinfo.facts.clauses import sentences
from govinfo.facts.deeds import is_noun, says_what_is_done
from govinfo.facts.mentions import Mention, Passage
from govinfo.facts.model import Fact, Span
from govinfo.facts.quantities import Mark, Quantity
from govinfo.facts.resolving import resolve
from govinfo.facts.scope import PLANS_FROM, Setting, setting, telling
from govinfo.facts.statements import Context, statements
from govinfo.facts.tokens import Clause, Comma, Token, clauses
from govinfo.facts.topics import Word
from govinfo.facts.understood import State
from govinfo.facts.wording import Resolution, Wording

MAX_PENDING = 40
"""So many words of clauses without a number are kept for the number that follows."""

MAX_DEPTH = 5
"""Brackets inside more than so many others are read as if they were not there."""

MAX_TEXT = 100
"""So many characters of a clause are kept on either side of its number."""

MAX_LEAD = 200
"""So many characters in front of a number are kept for breakdowns, shares and trends."""

MAX_LABEL = 30
"""Longest sentence that is taken for a label, in characters."""

_NUMBER = re.compile(
    r"[0-9一二三四五六七八九十百千两零为是:](?:(?<=[0-9])(?![0-9]*\s*[年月日])|(?<=[为是:])零"
    r"|(?<=[一二三四五六七八九十百千两零])[余多]?[件条项份起宗例个次期场人篇家名])"
)
_STATEMENT = re.compile(r"[未无没零均都皆不全悉](?:(?<![不全悉])|(?<=不)存在|(?<=[全悉])数|(?<=全)部)")
_STATED = re.compile(r"申请|答复|办结|复议|诉讼|规章|规范性|处罚|许可|强制|费|追究|问责|结转|[无没]有?$")
"""A sentence without numbers is read where it denies or says something of all, of a thing of which that is asked."""

_AND = frozenset({"和", "与", "及", "以及"})
_BESIDE = frozenset("比较与同和过于")
_ASIDE = re.compile(r"(?:同期)?的(?:近|约)?[0-9.一二两三四五六七八九十]+[倍成%]|年?度?的?(?:尚未|未)(?:审结|结案|结)")
"""Behind a year of which this year's number is a multiple, or that left something open."""

_CHANGED = r"(?:增加|增长|上升|提高|提升|下降|减少|降低|回落|增|升|降|减)[到至为]"
_LEVEL = re.compile(rf"{_CHANGED}(?:[今本]年的)?\s*$")
"""A change that is told by the new number (下降到25件)."""

_MORE = re.compile(r"[多少](?:公开|发布|收到|收|办理|受理|答复|出)?(?:了|约|近)?$")
"""In front of the number by which there is more or less than in the year before."""

_FORMER = re.compile(rf"\s*{_CHANGED}")
"""A number that was changed is that of the year before (由6篇提高到15篇)."""

_LASTING = (".in_force", ".carried_over", ".total_published")
"""Topics whose number is one of the year, whatever earlier year is named beside it."""


def mentions(passage: Passage) -> Iterator[Mention]:
    """Yield the facts of a paragraph in the order of the text."""
    text = passage.veiled
    if not _worth(text, 0, len(text)):
        return
    state = State(frame=passage.heading, setting=Setting(planned=passage.planned))
    year = f"{passage.year}年" if passage.year else ""
    for number, (start, end) in enumerate(sentences(text)):
        if number == 0 or _worth(text, start, end):
            state.restart(among=text.startswith("其中", start))
            found = _sentence(passage, state, number, start, end)
            yield from sorted(found, key=lambda mention: mention.fact.place.start)
        elif year and text.find(year, start, end) >= 0:
            state.setting = attrs.evolve(state.setting, named_year=True)


def _worth(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of text can hold a fact."""
    if _NUMBER.search(text, start, end):
        return True
    return _STATEMENT.search(text, start, end) is not None and _STATED.search(text, start, end) is not None


def _sentence(passage: Passage, state: State, number: int, start: int, end: int) -> Iterator[Mention]:
    stack: list[tuple[State, int]] = []
    state.last = start
    for clause in clauses(passage.veiled, start, end):
        if clause.opener == "(" and len(stack) < MAX_DEPTH:
            stack.append((attrs.evolve(state), clause.start))
        elif clause.opener == ")" and stack:
            opened, first = stack.pop()
            state.close(opened)
            state.pending = tuple([token for token in state.pending if token.start < first or not _announces(token)])
        elif clause.opener in {",", ";"}:
            state.setting, state.local = state.lasting, False
        if clause.opener == ";":
            state.divide()
        among = clause.states and any(map(_announces, state.pending))
        if clause.numbers:
            yield from _clause(passage, state, clause, number, len(stack))
        said = False
        if clause.states:
            label = _label(passage.veiled, start) if number else None
            for mention in statements(
                Context(passage, clause, state.frame, state.pending, label, among), state.setting
            ):
                said = said or mention.fact.polarity == "denied"
                yield attrs.evolve(mention, sentence=number, depth=len(stack))
        _remember(state, passage, clause, denied=said)


def _announces(token: Token) -> bool:
    """Tell whether a word announces parts, as it does only inside its bracket (动态类信息（含通知）9条)."""
    return isinstance(token, Word) and "among" in token.sense.marks


def _label(text: str, end: int) -> str:
    """The sentence that ends in front of a place, where it is but a label (行政诉讼。无。)."""
    before = text[max(0, end - MAX_LABEL - 1) : end - 1]
    first = max(before.rfind(mark) for mark in "。!?\n") + 1
    return before[first:] if first or len(before) < MAX_LABEL else ""


def _clause(passage: Passage, state: State, clause: Clause, sentence: int, depth: int) -> Iterator[Mention]:
    """Yield the numbers of a clause."""
    begin = clause.start
    numbers = [token for token in clause.tokens if isinstance(token, Quantity)]
    ends = [*clause.numbers[1:], len(clause.tokens)]
    first = 0
    for place, token, end in zip(clause.numbers, numbers, ends, strict=True):
        own = clause.tokens[first + _behind(clause.tokens[first:place]) if first else 0 : place]
        own = own[1:] if own and isinstance(own[0], Comma) else own
        _advance(state, passage, own)
        rest = clause.tokens[place + 1 : end]
        taken = len(rest) if end == len(clause.tokens) else _behind(rest)
        wording = Wording(
            passage=passage,
            start=begin,
            own=own[-MAX_PENDING:],
            behind=clause.tokens[place + 1 : min(place + 1 + taken, place + MAX_PENDING)],
            last=end == len(clause.tokens) or taken > 0,
            pending=state.pending,
            quantity=token,
            frame=state.frame,
            verbs=state.verbs,
            topic=state.topic,
            topics=state.topics,
            queue=state.queue,
            local=state.local,
            part=state.member or state.setting.scope == "part",
            channels=state.channels,
            listed=state.listed,
            before=state.before,
            theme=state.theme,
            changed=state.changed,
            joint=state.joint,
            unit=state.unit,
        )
        found = resolve(wording)
        said = passage.text[max(clause.start, token.start - MAX_TEXT) : min(clause.end, token.stop + MAX_TEXT)].strip()
        stop = clause.tokens[end].start if end < len(clause.tokens) else clause.end
        behind = passage.veiled[token.stop : min(stop, token.stop + MAX_TEXT)]
        lead = passage.veiled[max(state.last, token.start - MAX_LEAD) : token.start]
        told = _told(wording, found, state, said, listed=clause.opener == ":")
        verbal = says_what_is_done(wording, found)
        headed = found.headed and (verbal or not is_noun(wording, found))
        for fact, marks, frame in told:
            state.note(fact, marks)
            yield Mention(fact, token, sentence, depth, lead, marks, frame, headed, verbal, behind)
        state.take(found, token)
        begin, first = token.stop, place + 1


def _behind(between: Sequence[Token]) -> int:
    """How many of the words between two numbers go with the first: those in front of 、 or 和."""
    for place, token in enumerate(between):
        if isinstance(token, Comma) or (isinstance(token, Word) and token.text in _AND):
            return place
    return 0


def _told(
    wording: Wording, found: Resolution, state: State, clause: str, *, listed: bool
) -> Iterator[tuple[Fact, frozenset[str], str]]:
    """Yield the facts of a number with what is announced of them and their frame.

    One that is `listed` behind a colon is none by which another changed.
    """
    token, now = wording.quantity, state.setting
    marks, compared = _announced((*(() if listed else state.pending), *wording.own))
    marks = _announced((*state.pending, *wording.own))[0] if listed else marks
    text = wording.passage.veiled
    if found.summed and now.scope == "part":
        now = attrs.evolve(now, scope="whole")
    elif found.part:
        now = attrs.evolve(now, scope="part")
    compared = compared or (state.local and _MORE.search(text, max(0, token.start - 6), token.start) is not None)
    if _LEVEL.search(text, max(0, token.start - 10), token.start):
        found = attrs.evolve(found, topics=((state.topic, state.frame),))
        now, compared = attrs.evolve(now, span="reporting"), False
    elif compared:
        marks |= {"compared"}
        now = attrs.evolve(now, span="reporting")
    if _FORMER.match(text, token.stop):
        now = attrs.evolve(now, span="previous")
    for topic, frame in found.topics:
        rate = token.measure == "percent" and "rate" in marks and token.value == 100 and frame in {"", "application"}
        if rate:
            said = "applications.results.total"
        elif compared or now.planned or "norm" in marks or token.measure in {"percent", "times"}:
            said = ""
        else:
            said = topic
        fact = Fact(
            topic=said,
            value=None if rate else token.value,
            measure=token.measure,
            unit=token.unit,
            text=clause,
            place=wording.passage.place(token.start, token.end),
            bound=token.bound,
            polarity="all" if rate else "stated",
            scope=now.scope,
            span=_span(said, now),
            upper=token.upper,
        )
        yield fact, marks, frame


def _span(topic: str, now: Setting) -> Span:
    if now.planned:
        return "other"
    return "reporting" if topic.endswith(_LASTING) and now.span != "other" else now.span


def _announced(tokens: Sequence[Token]) -> tuple[frozenset[str], bool]:
    """What some words announce, and whether the last of them compares with the year before."""
    marks: frozenset[str] = frozenset()
    compared = False
    for word in tokens:
        if isinstance(word, Word):
            marks |= word.sense.marks
            if word.sense.trends or word.sense.roles or word.sense.named:
                compared = bool(word.sense.trends & {"up", "down"})
    return marks, compared


def _advance(state: State, passage: Passage, own: Sequence[Token]) -> None:
    """Take up the body and the year that some words name.

    An earlier year behind numbers of this one is only compared with (收到9件，上年为7件，办结8件).
    """
    told = telling(passage.veiled, own)
    if not told:
        return
    text = passage.veiled
    for word in own:
        if (isinstance(word, Mark) or (isinstance(word, Word) and word.sense.spans)) and _beside(text, word):
            state.local = True
    plans = passage.section >= PLANS_FROM
    now = setting(state.setting, told, passage.year, plans=plans)
    if state.setting.scope == "whole" and now.scope == "own":
        among = any(isinstance(word, Word) and "among" in word.sense.marks for word in (*state.pending, *own))
        now = attrs.evolve(now, scope="part") if among else now
    state.setting = now
    aside = bool(state.topics) and now.span == "previous" and state.lasting.span == "reporting"
    state.local = state.local or aside
    if not state.local:
        state.lasting = now


def _beside(text: str, word: Word | Mark) -> bool:
    """Tell whether a year is only named for comparison."""
    if text[word.start - 1 : word.start] in _BESIDE or (isinstance(word, Mark) and text.startswith("以来", word.stop)):
        return True
    return _ASIDE.match(text, word.stop) is not None


def _remember(state: State, passage: Passage, clause: Clause, *, denied: bool) -> None:
    """Keep what a clause without a number, or the end of one with numbers, says for the next."""
    position = clause.numbers[-1] if clause.numbers else -1
    rest = clause.tokens[position + 1 :]
    if position < 0:
        _advance(state, passage, rest)
        state.pending = () if denied else (*state.pending, *rest)[-MAX_PENDING:]
    else:
        state.pending = ()
    senses = [word.sense for word in rest if isinstance(word, Word)]
    if position < 0 and not denied:
        state.verbs = frozenset().union(*[sense.verbs for sense in senses if sense.verbs]) or state.verbs
    for sense in senses:
        if sense.named:
            state.frame = sense.named
        if sense.theme and state.on_requests(passage.heading):
            state.theme, state.frame = sense.theme, "application"
    state.hold(clause.tokens)
