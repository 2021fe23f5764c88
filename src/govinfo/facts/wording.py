"""A number in its sentence: the words before and behind it, and what is still understood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from govinfo.facts.mentions import Passage
from govinfo.facts.quantities import Quantity
from govinfo.facts.tokens import Token, unknown
from govinfo.facts.topics import Word


@attrs.frozen
class Item:
    """A member of a list: its words, with those it shares, and where it stands."""

    tokens: tuple[Token, ...]
    start: int
    stop: int


@attrs.define
class Wording:
    """A number and its words; never changed, and not frozen, because it is made several times for each number.

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
        part: the number before was one of a member.
        until: end of the item, where the number is for one item of a list.
        channels: the channels named before of which no number was told yet.
        listed: topic and unit of the numbers since the last semicolon or sum.
        before: the last topic that is known of the sentences before.
        theme: by what requests are divided.
        changed: the number before was that by which another changed.
        joint: the things of which the number before held alike.
        unit: the unit of the number before.
        examples: what was listed before it was only examples of what is counted.
        words: the known words before it.
        says: the words before it say what is counted or done.
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
    queue: tuple[Item, ...]
    local: bool = False
    part: bool = False
    until: int = -1
    channels: tuple[Token, ...] = ()
    listed: tuple[tuple[str, str], ...] = ()
    before: str = ""
    theme: str = ""
    changed: bool = False
    joint: tuple[str, ...] = ()
    unit: str = ""
    examples: bool = False

    words: list[Word] = attrs.field(init=False)
    says: bool = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.words = words_of(self.own)
        self.says = says(self.words)

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
    """What a number counts.

    Attributes:
        topics: topics with their frames.
        verbs: the verbs that the next number may share.
        headed: its words name or do something.
        queue: the rest of a list with 分别.
        summed: it is the sum of the numbers before.
        part: it is that of one of the bodies that are counted together.
    """

    topics: tuple[tuple[str, str], ...]
    verbs: frozenset[str] = frozenset()
    headed: bool = False
    queue: tuple[Item, ...] = ()
    summed: bool = False
    part: bool = False


def channels_of(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """The words among some tokens that name a channel of publication."""
    return tuple([token for token in tokens if isinstance(token, Word) and token.sense.channel])


def verbs(words: Iterable[Word]) -> frozenset[str]:
    """The verbs among some words."""
    said: frozenset[str] = frozenset()
    for word in words:
        if word.sense.verbs:
            said |= word.sense.verbs
    return said


def words_of(tokens: Iterable[Token]) -> list[Word]:
    """The known words among some tokens."""
    return [token for token in tokens if isinstance(token, Word)]


def says(tokens: Iterable[Token]) -> bool:
    """Tell whether some words say what is counted or done."""
    return any(token.sense.says for token in tokens if isinstance(token, Word))


def named(tokens: Sequence[Token]) -> str:
    """The last thing that is named."""
    for token in reversed(tokens):
        if isinstance(token, Word) and token.sense.named:
            return token.sense.named
    return ""


def thing(tokens: Iterable[Token]) -> str:
    """The last thing that is named or hinted at."""
    names = [word.sense.named or word.sense.hinted for word in words_of(tokens)]
    return next(filter(None, reversed(names)), "")


def strange(wording: Wording) -> int:
    """How many unknown characters stand before the number in its clause."""
    count = unknown(wording.text, wording.start, wording.stop, wording.own)
    return count if count > 1 else 0
