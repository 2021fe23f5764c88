"""The words by which the narrative says what it counts, and the topics that follow from them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources
from itertools import product
from typing import Any, get_args

import attrs

from govinfo.facts.model import Scope

WORD_LISTS = ("roles", "marks", "scopes", "spans", "trends", "themes")
"""Tables of the data that hold lists of words by name."""

VERBS = frozenset(
    {
        "receive",
        "handle",
        "finish",
        "make",
        "publish",
        "issued",
        "repealed",
        "in_force",
        "audited",
        "hear",
        "received",
        "kept",
    }
)
"""Roles that a following number of the same sentence may share."""

CHANNELS = frozenset({"website", "wechat", "weibo", "app", "gazette"})
"""Roles of the channels that a sentence may go on speaking of."""

_SCOPES: dict[str, Scope] = {scope: scope for scope in get_args(Scope)}
"""The scopes by name, so that a list of words for anything else is refused."""

_CHOICE = re.compile(r"\{([^{}]*)\}")


@attrs.frozen
class Topic:
    """One topic of a frame: it fits where all `needs` (of ``a|b`` one) and none of `unless` were said."""

    key: str
    needs: tuple[frozenset[str], ...]
    unless: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()

    def fits(self, roles: Collection[str], form: str) -> bool:
        """Tell whether the roles that were said make this topic."""
        for need in self.needs:
            if need.isdisjoint(roles):
                return False
        return self.unless.isdisjoint(roles) and (not self.forms or form in self.forms)


@attrs.frozen(eq=False)
class Frame:
    """A thing that is counted.

    Attributes:
        name: its name.
        group: the things with which it may be counted together.
        units: the units in which it is counted.
        topics: what may be counted of it.
        bare: the topic where nothing is said to be done with it.
    """

    name: str
    group: str
    units: frozenset[str]
    topics: tuple[Topic, ...]
    bare: str = ""

    def topic(self, roles: frozenset[str], form: str) -> str | None:
        """The topic that some roles make; None where they make none."""
        return _first(self, roles, form)


@lru_cache(maxsize=4096)
def _first(frame: Frame, roles: frozenset[str], form: str) -> str | None:
    return next((topic.key for topic in frame.topics if topic.fits(roles, form)), None)


@attrs.frozen
class Sense:
    """What a word may say.

    Attributes:
        roles, marks, scopes, spans, trends: names of the word lists that it stands in.
        named, hinted: the frame of which it is a name or a hint; empty for none.
        theme: by what it divides requests (申请渠道); empty for other words.
        verbs: those of the roles that a following number of the same sentence may share.
        channel: it names a channel of publication.
        marked: it has marks of punctuation in it.
        says: it says what is counted or done.
        states: it denies, or says something of all.
        tells: it tells whose or which year's numbers are given, or that they are planned.
    """

    roles: frozenset[str]
    marks: frozenset[str]
    scopes: frozenset[Scope]
    spans: frozenset[str]
    trends: frozenset[str]
    named: str
    hinted: str
    theme: str
    marked: bool
    verbs: frozenset[str] = attrs.field(init=False)
    channel: bool = attrs.field(init=False)
    says: bool = attrs.field(init=False)
    states: bool = attrs.field(init=False)
    tells: bool = attrs.field(init=False)

    @verbs.default
    def _verbs(self) -> frozenset[str]:
        return self.roles & VERBS

    @channel.default
    def _channel(self) -> bool:
        return not self.roles.isdisjoint(CHANNELS)

    @says.default
    def _says(self) -> bool:
        return bool(self.roles or self.named or self.hinted) or "others" in self.marks

    @states.default
    def _states(self) -> bool:
        return not self.marks.isdisjoint({"negation", "all"})

    @tells.default
    def _tells(self) -> bool:
        return bool(self.scopes or self.spans) or not self.marks.isdisjoint({"plan", "intent"})


@attrs.define
class Word:
    """A known word at its place; never changed, and not frozen, because a report has hundreds."""

    start: int
    stop: int
    text: str
    sense: Sense


@attrs.frozen
class Lexicon:
    """All known words and frames."""

    senses: dict[str, Sense]
    frames: dict[str, Frame]
    pattern: re.Pattern[str]

    def words(self, text: str, offset: int = 0) -> list[Word]:
        """The known words of a text in order, of several at one place the longest.

        Args:
            text: the text.
            offset: where it begins in its paragraph.
        """
        senses = self.senses
        return [
            Word(match.start() + offset, match.end() + offset, word := match[0], senses[word])
            for match in self.pattern.finditer(text)
        ]


@cache
def lexicon() -> Lexicon:
    """The words and topics of the package."""
    text = resources.files("govinfo.facts").joinpath("data", "topics.toml").read_text("utf-8")
    return load_lexicon(text)


def load_lexicon(text: str) -> Lexicon:
    """Read a lexicon; `topics.toml` in this package is the reference."""
    data = tomllib.loads(text)
    kinds: dict[str, dict[str, list[str]]] = {key: data[key] for key in WORD_LISTS}
    names = {
        "named": {frame["name"]: frame["named"] for frame in data["frame"]},
        "hinted": {frame["name"]: frame.get("hints", []) for frame in data["frame"]},
    }
    known = dict.fromkeys(spelt(data["neutral"]))
    for lists in (*kinds.values(), *names.values()):
        for words in lists.values():
            known.update(dict.fromkeys(spelt(words)))
    said = {kind: _inverted(lists) for kind, lists in (*kinds.items(), *names.items())}
    senses = {
        word: Sense(
            roles=frozenset(said["roles"].get(word, ())),
            marks=frozenset(said["marks"].get(word, ())),
            scopes=frozenset(_SCOPES[scope] for scope in said["scopes"].get(word, ())),
            spans=frozenset(said["spans"].get(word, ())),
            trends=frozenset(said["trends"].get(word, ())),
            named="".join(said["named"].get(word, ())),
            hinted="".join(said["hinted"].get(word, ())),
            theme="".join(said["themes"].get(word, ())),
            marked=not word.isalnum(),
        )
        for word in known
    }
    return Lexicon(senses, {frame["name"]: _frame(frame) for frame in data["frame"]}, re.compile(_any_of(known)))


def _inverted(lists: dict[str, list[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, words in lists.items():
        for word in dict.fromkeys(spelt(words)):
            found.setdefault(word, []).append(name)
    return found


def spelt(words: Iterable[str]) -> Iterator[str]:
    """Spell out the words of a list: ``{上,去}年{,度}`` stands for 上年, 上年度, 去年 and 去年度."""
    for word in words:
        pieces = (piece.split(",") if place % 2 else [piece] for place, piece in enumerate(_CHOICE.split(word)))
        yield from map("".join, product(*pieces))


def _frame(entry: dict[str, Any]) -> Frame:
    return Frame(
        entry["name"],
        entry.get("group", entry["name"]),
        frozenset([*entry["units"].split(), ""]),
        tuple(
            Topic(
                topic["key"],
                tuple(frozenset(need.split("|")) for need in topic["needs"]),
                frozenset(topic.get("unless", ())),
                frozenset(topic.get("forms", ())),
            )
            for topic in entry["topics"]
        ),
        entry.get("bare", ""),
    )


GROUP = 24
"""So many first letters of words are tried together, since hundreds tried one by one take longer."""


def _any_of(words: Iterable[str]) -> str:
    """A pattern of the longest of some words."""
    branches = _branches(words)
    firsts = sorted(branches, key=lambda first: -len(branches[first]))
    groups = []
    for start in range(0, len(firsts), GROUP):
        group = firsts[start : start + GROUP]
        inner = "|".join(f"(?<={re.escape(first)}){_either(branches[first])}" for first in group)
        groups.append(f"(?<={_letter_of(group)})(?:{inner})")
    return f"{_letter_of(firsts)}(?:{'|'.join(groups)})"


def _letter_of(letters: Iterable[str]) -> str:
    return f"[{''.join(map(re.escape, letters))}]"


def _either(words: Iterable[str]) -> str:
    """A pattern of the longest of some words, branching character by character."""
    branches = _branches(words)
    ends = branches.pop("", None) is not None
    inner = "|".join(re.escape(first) + _either(rest) for first, rest in branches.items())
    return f"(?:{inner}){'?' if ends else ''}" if inner else ""


def _branches(words: Iterable[str]) -> dict[str, list[str]]:
    """The rests of some words by their first letters; that of an empty one is empty as well."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    return branches
