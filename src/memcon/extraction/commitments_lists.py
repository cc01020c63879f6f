"""Commitments in lists: "We will:" and its items, each a deed of the same actor."""

from __future__ import annotations

from typing import NamedTuple

from memcon.extraction.actors import Party
from memcon.extraction.commitments_ground import Action, Ground, Pledge, Site
from memcon.extraction.commitments_verbs import VerbReader
from memcon.extraction.sentences import Sentence
from memcon.lexicon.pledges import PledgeGroup

_DEEDS = frozenset({"base", "inf"})
_GERUNDS = frozenset({"ing", "to+np", "on+np"})
_LONGEST_MARK = 4  # tokens of "(iv)" or "12." in front of an item
_FAR_FOLLOWING = 4  # tokens between "the following" and the colon
_OF_LISTS = frozenset({"(", ")", "-", "–", "•", "*", ".", "·", "▪", "o"})


class Lead(NamedTuple):
    """What the words in front of a list say of every item: how it is meant, and who does it."""

    group: PledgeGroup
    actor: Party


class ListReader:
    """Reads the words in front of lists, and their items."""

    def __init__(self, ground: Ground, verbs: VerbReader) -> None:
        self._ground = ground
        self._verbs = verbs

    def opens(self, sentence: Sentence) -> bool:
        """Whether a sentence ends in a colon, so that a list can follow."""
        return sentence.end - sentence.start > 1 and self._ground.text[sentence.end - 1] == ":"

    def lead(self, site: Site) -> Lead | None:
        """An expression as the lead of a list, where nothing but "to" stands between it and the colon."""
        if not _DEEDS & set(site.group.takes):
            return None
        stop = self._stop(site)
        if stop is None:
            return None
        actor = self._addressed(site, stop) if site.group.frame == "object" else self._doer(site, stop)
        return None if actor is None or not actor.beings else Lead(site.group, actor)

    def _stop(self, site: Site) -> int | None:
        """Where the words end that the items go on: before "to:", "the following steps:", "work together to:"."""
        low, stop = self._ground.low, site.sentence.end - 1
        if low[stop - 1] == "to":
            stop -= 1
            deed = site.group.frame != "object" and stop > site.end
            to = site.end + (low[site.end] == "to")
            return site.end if deed and self._ground.expressions.is_base(to, stop) else stop
        following = next((i for i in range(max(site.end, stop - _FAR_FOLLOWING), stop) if low[i] == "following"), None)
        return stop if following is None else site.end

    def _addressed(self, site: Site, stop: int) -> Party | None:
        """Who is called on: "We call on all parties to:"."""
        if stop <= site.end:
            return None
        actor, end = self._ground.owners.object(site.end, stop)
        if actor is not None and end == stop:
            return actor
        return self._ground.actors.phrase(site.end, stop, addressed=True)

    def _doer(self, site: Site, stop: int) -> Party | None:
        """The subject of an expression that the colon follows."""
        ground = self._ground
        if stop != site.end:
            return None
        chain = ground.expressions.chain(site.start, site.sentence)
        if site.group.frame == "verb":
            form = ground.expressions.verb_form(site.head, site.sentence)
            return None if form is None else self._verbs.doer(site, chain, form)
        if site.group.frame == "adjective":
            copula = ground.expressions.predicative(site.start, site.sentence)
            return None if copula is None else ground.actors.subject(copula, site.sentence)
        if site.group.frame == "modal":
            return ground.actors.subject(chain, site.sentence)
        return ground.owners.owner(site.start, site.sentence) if site.group.frame == "noun" else None

    def item(self, lead: Lead, sentence: Sentence) -> Pledge | None:
        """The deed that an item of a list begins with, as the lead means it."""
        ground = self._ground
        first = self._first(sentence)
        if first is not None and ground.low[first] == "to":
            first += 1
        if first is None:
            return None
        gerund = _GERUNDS & set(lead.group.takes) and ground.expressions.is_ing(first, sentence.end)
        if not gerund and not ground.expressions.is_base(first, sentence.end):
            return None
        site = Site(lead.group, first, first, first, sentence, ground.extent.limit(first, sentence))
        actor = lead.actor._replace(confidence=min(0.85, lead.actor.confidence))
        pledge = ground.make(site, Action(first, site.limit), actor, "commitment-item")
        if pledge is not None:
            pledge.reasons.append("an item of a list takes its actor and force from the words in front of it")
        return pledge

    def _first(self, sentence: Sentence) -> int | None:
        """The first word of an item, behind its bullet, number or letter."""
        text, at = self._ground.text, sentence.start
        if at + 2 < sentence.end and text[at] == "(" or at + 1 < sentence.end and text[at + 1] == ")":
            closing = next((i for i in range(at, min(sentence.end, at + _LONGEST_MARK)) if text[i] == ")"), None)
            at = at if closing is None else closing + 1
        while at < sentence.end and text[at] in _OF_LISTS:
            at += 1
        return at if at < sentence.end and text[at][0].isalpha() else None
