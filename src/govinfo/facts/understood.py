"""What is still understood from the words before: what is spoken of, whose numbers, of which year."""

from __future__ import annotations

import attrs

from govinfo.facts.model import Fact
from govinfo.facts.quantities import Quantity
from govinfo.facts.scope import Setting
from govinfo.facts.tokens import Token
from govinfo.facts.wording import Item, Resolution, channels_of

MAX_LISTED = 60
"""So many numbers of a list are kept for the sum behind it."""

_GAZETTE = "disclosure.channel.gazette"
"""The channel whose issues are counted beside what is printed in them."""

_KEPT = frozenset({"publish"})
"""Verbs that hold beyond a semicolon, so that notices are not taken for decisions."""


@attrs.define
class State:
    """What is still understood from the words before.

    Attributes:
        frame: the thing that is counted.
        verbs: what is done with it.
        setting: whose and which year's numbers are given.
        lasting: the same, without a year that is only compared with.
        local: such a year was named in this clause.
        topic, topics: of the last number, and of all in the sentence.
        pending: the words of the clauses without a number just before.
        queue: what the next numbers of a list with 分别 count.
        channels: the channels named since the last semicolon of which no number was told yet.
        listed: topic and unit of the numbers since the last semicolon or sum.
        known: the last topic that is known.
        before: the same at the end of the sentences before.
        theme: by what requests are divided (从申请渠道看).
        changed: the number before was that by which another changed.
        member: the number before was one of a member.
        now: numbers of the reporting year were told in the sentence.
        joint: the things of which the number before held alike.
        last: where the number before ends.
        unit: its unit.
    """

    frame: str = ""
    verbs: frozenset[str] = frozenset()
    setting: Setting = attrs.Factory(Setting)
    lasting: Setting = attrs.Factory(Setting)
    local: bool = False
    topic: str = ""
    topics: frozenset[str] = frozenset()
    pending: tuple[Token, ...] = ()
    queue: tuple[Item, ...] = ()
    channels: tuple[Token, ...] = ()
    listed: tuple[tuple[str, str], ...] = ()
    known: str = ""
    before: str = ""
    theme: str = ""
    changed: bool = False
    member: bool = False
    now: bool = False
    joint: tuple[str, ...] = ()
    last: int = 0
    unit: str = ""

    def restart(self, *, among: bool = False) -> None:
        """Forget what does not last beyond a sentence, or beyond one whose numbers the next divides (其中)."""
        lasting = Setting(planned=self.setting.planned, named_year=self.setting.named_year)
        self.setting = self.lasting = lasting
        self.before = self.known or self.before
        self.local, self.topic = False, ""
        self.verbs &= _KEPT if among else frozenset()
        self.topics = self.topics if among else frozenset()
        self.pending, self.queue, self.channels, self.listed = (), (), (), ()
        self.theme, self.changed, self.member, self.now, self.joint = "", False, False, False, ()

    def divide(self) -> None:
        """Forget what does not last beyond a semicolon."""
        self.pending, self.channels, self.listed = (), (), ()
        self.verbs &= _KEPT
        self.changed = self.member = False
        if self.now and self.setting.span == "previous":
            self.setting = self.lasting = attrs.evolve(self.setting, span="reporting")

    def close(self, opened: State) -> None:
        """Go back to what was understood in front of a bracket."""
        self.frame, self.verbs, self.setting, self.lasting = opened.frame, opened.verbs, opened.setting, opened.lasting

    def hold(self, tokens: tuple[Token, ...]) -> None:
        """Remember the channels that a clause names, unless it counts what was published through them."""
        named = channels_of(tokens)
        if named:
            self.channels = () if self.topic.startswith("disclosure.") and not self._issues() else named

    def on_requests(self, heading: str) -> bool:
        """Tell whether requests are being spoken of."""
        return "application" in {self.frame, heading} or (self.topic or self.before).startswith("applications.")

    def note(self, fact: Fact, marks: frozenset[str]) -> None:
        """Remember how a number was told."""
        self.changed = "compared" in marks
        self.member = fact.scope == "part"
        self.now = self.now or (fact.span == "reporting" and not self.changed)

    def take(self, found: Resolution, number: Quantity) -> None:
        """Remember what a number was about."""
        self.topic, frame = found.topics[-1]
        self.topics |= {self.topic}
        self.known = self.topic or self.known
        self.frame = frame or self.frame
        self.verbs = found.verbs or self.verbs
        self.pending, self.queue = (), found.queue
        self.listed = () if found.summed else (*self.listed, (self.topic, number.unit))[-MAX_LISTED:]
        self.last, self.unit = number.end, number.unit
        self.joint = tuple(dict.fromkeys(name for _, name in found.topics)) if len(found.topics) > 1 else ()
        if self.topic.startswith("disclosure.") and not self._issues():
            self.channels = ()

    def _issues(self) -> bool:
        """Tell whether issues of the gazette were counted last, not what is printed in them."""
        return self.listed[-1:] == ((_GAZETTE, "期"),)
