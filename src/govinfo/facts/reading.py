"""From a paragraph to its facts: every number with what the words around it say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import attrs

from govinfo.facts.clauses import sentences
from govinfo.facts.mentions import Mention, Passage
from govinfo.facts.model import Fact
from govinfo.facts.quantities import Mark, Quantity
from govinfo.facts.scope import Setting, setting
from govinfo.facts.statements import statements
from govinfo.facts.tokens import Clause, Comma, Token, clauses
from govinfo.facts.topics import Word
from govinfo.facts.wording import Wording, resolve

_WORTH = re.compile(
    r"[0-9]|[一二三四五六七八九十百千两零][余多]?[件条项份起宗例个次期场人篇家名]|[未无没零均都]|不存在|全部|为零"
)


@attrs.define
class _State:
    """What is still understood from the clauses before."""

    frame: str = ""
    verbs: frozenset[str] = frozenset()
    setting: Setting = Setting()
    lasting: Setting = Setting()
    topic: str = ""
    pending: tuple[Token, ...] = ()
    queue: tuple[tuple[Token, ...], ...] = ()


def mentions(passage: Passage) -> Iterator[Mention]:
    """Yield the facts of a paragraph in the order of the text."""
    state = _State(frame=passage.heading, setting=Setting(planned=passage.planned))
    for number, (start, end) in enumerate(sentences(passage.veiled)):
        if number == 0 or _WORTH.search(passage.veiled, start, end):
            found = list(_sentence(passage, state, number, start, end))
            yield from sorted(found, key=lambda mention: mention.fact.place.start)


def _sentence(passage: Passage, state: _State, number: int, start: int, end: int) -> Iterator[Mention]:
    kept = state.setting
    state.setting = state.lasting = Setting(planned=kept.planned, named_year=kept.named_year)
    state.verbs, state.topic, state.pending, state.queue = frozenset(), "", (), ()
    stack: list[_State] = []
    last = start
    for clause in clauses(passage.veiled, start, end):
        if clause.opener == "(":
            stack.append(attrs.evolve(state))
            state.pending = ()
        elif clause.opener == ")" and stack:
            opened = stack.pop()
            state.frame, state.verbs, state.setting = opened.frame, opened.verbs, opened.setting
        elif clause.opener in {",", ";"}:
            state.setting = state.lasting
        if clause.opener == ";":
            state.pending = ()
        for mention in _clause(passage, state, clause, number, len(stack)):
            lead = passage.veiled[max(last, mention.fact.place.start - 200) : mention.fact.place.start]
            yield attrs.evolve(mention, lead=lead)
            last = mention.fact.place.end
        yield from statements(passage, clause, state.frame, state.pending, state.setting, number, len(stack))
        _remember(state, clause)


def _clause(passage: Passage, state: _State, clause: Clause, sentence: int, depth: int) -> Iterator[Mention]:
    """Yield the numbers of a clause."""
    own: list[Token] = []
    begin = clause.start
    numbers = [token for token in clause.tokens if isinstance(token, Quantity)]
    for token in clause.tokens:
        if not isinstance(token, Quantity):
            own.append(token)
            continue
        numbers.pop(0)
        own = [word for word in own if not (isinstance(word, Comma) and word is own[0])]
        _advance(state, passage, own)
        stop = numbers[0].start if numbers else clause.end
        behind = tuple(word for word in clause.tokens if token.stop <= word.start < stop)
        found = resolve(
            Wording(
                text=passage.veiled,
                start=begin,
                own=tuple(own),
                behind=behind,
                last=not numbers,
                pending=state.pending,
                quantity=token,
                frame=state.frame,
                heading=passage.heading,
                verbs=state.verbs,
                topic=state.topic,
                queue=state.queue,
                form=passage.form,
                year=passage.year,
                section=passage.section,
            )
        )
        state.queue = found.queue
        for topic, frame in found.topics:
            yield _mention(passage, state, clause, token, topic, frame, sentence, depth, own, stop, found.headed)
        state.topic, frame = found.topics[-1]
        state.frame = frame or state.frame
        state.verbs = found.verbs or state.verbs
        state.pending = ()
        own, begin = [], token.stop


def _mention(
    passage: Passage,
    state: _State,
    clause: Clause,
    token: Quantity,
    topic: str,
    frame: str,
    sentence: int,
    depth: int,
    own: Sequence[Token],
    stop: int,
    headed: bool,
) -> Mention:
    now = state.setting
    marks: frozenset[str] = frozenset()
    compared = False
    for word in (*state.pending, *own):
        if isinstance(word, Word):
            marks |= word.sense.marks
            if word.sense.trends or word.sense.roles or word.sense.named:
                compared = bool(word.sense.trends & {"up", "down"})
    if compared:
        marks |= {"compared"}
    rate = token.measure == "percent" and "rate" in marks and token.value == Decimal(100)
    if rate and frame in {"", "application"}:
        topic = "applications.results.total"
    elif compared or token.measure in {"percent", "times"}:
        topic = ""
    if now.planned or "norm" in marks:
        topic = ""
    stock = topic.endswith((".in_force", ".carried_over", ".total_published"))
    fact = Fact(
        topic=topic,
        value=None if rate and topic else token.value,
        measure=token.measure,
        unit=token.unit,
        text=passage.text[clause.start : clause.end].strip(),
        place=passage.place(token.start, token.end),
        bound=token.bound,
        polarity="all" if rate and topic else "stated",
        scope=now.scope,
        span="other" if now.planned else "reporting" if stock and now.span != "other" else now.span,
        upper=token.upper,
    )
    behind = passage.veiled[token.stop : min(stop, token.stop + 60)]
    return Mention(fact, token, sentence, depth, "", marks, frame, headed, behind)


def _advance(state: _State, passage: Passage, own: Sequence[Token]) -> None:
    """Take up the scope and the year that the words before a number name."""
    local = any(
        isinstance(word, (Mark, Word))
        and passage.veiled[max(0, word.start - 1) : word.start] in {"比", "较", "与", "同"}
        for word in own
        if isinstance(word, Mark) or (isinstance(word, Word) and word.sense.spans)
    )
    said = [word for word in own if isinstance(word, (Word, Mark))]
    state.setting = setting(state.setting, said, passage.year, plans=passage.section >= 5)
    if not local:
        state.lasting = state.setting


def _remember(state: _State, clause: Clause) -> None:
    """Keep what a clause without a number says for the next one."""
    position = max((index for index, token in enumerate(clause.tokens) if isinstance(token, Quantity)), default=-1)
    rest = clause.tokens[position + 1 :]
    state.pending = (*state.pending, *rest)[-40:] if position < 0 else ()
    for word in rest:
        if isinstance(word, Word) and word.sense.named:
            state.frame = word.sense.named
