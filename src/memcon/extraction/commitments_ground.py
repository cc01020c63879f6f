"""What the readers of commitments share: where an expression stands, what was found, how a commitment is made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from memcon.extraction.actors import Actors, Party
from memcon.extraction.draft import Draft
from memcon.extraction.expressions import Complement, Expressions
from memcon.extraction.extent import Extent
from memcon.extraction.owners import Owners
from memcon.extraction.sentences import Sentence
from memcon.lexicon.pledges import PledgeGroup, load_pledges
from memcon.model import Force, Strength

_WANTS = frozenset({"want", "wants", "wanted", "wish", "wishes", "wished", "like", "love", "desire", "interested"})
_IN_DOUBT = frozenset({"whether", "if", "unless", "once", "until"})
_OPENING = frozenset({",", ":", "-", "–", "—", '"'})


class Site(NamedTuple):
    """An expression where it stands: group, tokens, verb, sentence, and where its action ends at the latest."""

    group: PledgeGroup
    start: int
    end: int
    head: int
    sentence: Sentence
    limit: int


class Action(NamedTuple):
    """Where an action begins and ends at the latest; its end is looked for from `scan` on."""

    start: int
    limit: int
    scan: int = 0


class Clause(NamedTuple):
    """A clause whose verb gets its force from the expression before it: "hope that", "agreed that"."""

    start: int
    end: int
    group: PledgeGroup


@dataclass(slots=True)
class Pledge:
    """A commitment in the making; ranges are of tokens, `end` exclusive."""

    group: PledgeGroup
    sentence: Sentence
    cue: tuple[int, int]
    action: tuple[int, int]
    actor: Party
    force: Force
    strength: Strength
    rule: str
    negated: bool = False
    hypothetical: bool = False
    reasons: list[str] = field(default_factory=list)


class Ground:
    """One draft with all that a reader of commitments asks; `found` and `clauses` are those of the sentence at hand."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.low = draft.tokens.low
        self.text = draft.tokens.text
        self.syntax = draft.syntax
        self.verbs = draft.lexicon.words
        self.pledges = load_pledges(draft.lexicon)
        self.words = self.pledges.words
        self.extent = Extent(draft)
        self.actors = Actors(draft, self.extent)
        self.owners = Owners(draft, self.extent, self.actors)
        self.expressions = Expressions(draft)
        self.found: list[Pledge] = []
        self.clauses: list[Clause] = []

    def swallowed(self, token: int) -> bool:
        """Whether a token lies in an action already found."""
        return any(pledge.action[0] <= token < pledge.action[1] for pledge in self.found)

    def open_clause(self, site: Site, start: int) -> None:
        """Remember that the clause from `start` on gets its force from an expression."""
        self.clauses.append(Clause(start, site.limit, site.group))

    def clause_around(self, token: int) -> Clause | None:
        """The innermost clause around a token that gets its force from an expression."""
        return next((clause for clause in reversed(self.clauses) if clause.start <= token < clause.end), None)

    def reported(self, token: int) -> bool:
        """Whether a token lies in indirect speech."""
        said = self.extent.cover[token]
        return said is not None and not said.direct and not self.draft.quoted[token]

    def only_says(self, start: int, limit: int) -> bool:
        """Whether what somebody will do is only to say something: "would like to thank"."""
        i = self.expressions.skip(start, limit)
        return i < limit and (
            self.low[i] in self.words["saying"] or bool(self.pledges.phrases["speaking"].matches_at(self.low, i, limit))
        )

    def only_wants(self, site: Site, start: int) -> bool:
        """Whether what somebody wants is only to say or to know something."""
        i = self.expressions.skip(start, site.limit)
        knows = (
            i < site.limit
            and self.low[i] in self.words["knowing"]
            and any(word in _WANTS for word in self.low[site.start : site.end])
        )
        return knows or self.only_says(start, site.limit)

    def in_doubt(self, site: Site, actor: Party) -> bool:
        """Whether a clause only asks or supposes that somebody will: "whether Norland will sign"."""
        before = actor.start - 1 - (self.low[actor.start - 1] in ("the", "a", "both"))
        return not actor.shared and before >= site.sentence.start and self.low[before] in _IN_DOUBT

    def relative_end(self, site: Site, chain: int) -> int:
        """Where "who will visit Port Royal," ends: at the comma before the verb of the main clause."""
        if self.low[chain - 1] in ("who", "which"):
            for i in range(site.end, site.limit - 1):
                behind = i + 1 + (self.text[i + 1] == '"' and i + 2 < site.limit)
                if self.low[i] == "," and self.syntax.finite(behind):
                    return i
        return site.limit

    def inside(self, complement: Complement) -> Party | None:
        """The actor of "for X to do"."""
        if complement.actor is None:
            return None
        start, end = complement.actor
        actor, _ = self.owners.object(start, end)
        return actor or self.actors.phrase(start, end)

    def parties(self, site: Site) -> Party | None:
        """Who should do what is called for and nobody is named: the states of the principals, else who calls for it."""
        numbers = self.actors.both
        if numbers:
            return Party(numbers, site.start, "no actor is named: those who talk", 0.7)
        said = self.extent.cued_by(site.start, site.end) or self.extent.cover[site.start]
        caller = Party(said.speaker, site.start) if said is not None and said.speaker else None
        caller = caller or self.actors.shared(site.start, site.sentence)
        return None if caller is None else caller._replace(reason="no actor is named: who calls for it", confidence=0.6)

    def make(
        self, site: Site, action: Action, actor: Party | None, rule: str, clause: Clause | None = None
    ) -> Pledge | None:
        """The commitment of an expression; None where nobody or nothing is left of it."""
        if actor is None or not actor.beings:
            return None
        start = action.start
        while start < action.limit and self.text[start] in _OPENING:
            start += 1
        plain = self.expressions.is_plain(site.start, site.end, site.sentence)
        end = self.extent.end(max(start, action.scan), action.limit, plain)
        if end <= start:
            return None
        force, strength = site.group.force, site.group.strength
        reasons = [actor.reason] if actor.reason else []
        if clause is not None:
            force, strength = clause.group.force, clause.group.strength
            reasons.append(f"the force is that of the expression before it ({clause.group.group})")
        first = self.expressions.skip(start, end)
        if first < end and self.low[first] in self.words["weak_verbs"]:
            strength = "weak"
        return Pledge(
            site.group,
            site.sentence,
            (site.start, site.end),
            (start, end),
            actor,
            force,
            strength,
            rule,
            self._negated(site, first, end),
            self._hypothetical(site, clause),
            reasons,
        )

    def _negated(self, site: Site, first: int, end: int) -> bool:
        before = max(site.sentence.start, site.start - 2)
        return self.expressions.negated(before, min(end, max(site.end, first))) or self.low[site.start].endswith("n't")

    def _hypothetical(self, site: Site, clause: Clause | None) -> bool:
        """Whether "would" depends on an "if" of its sentence."""
        words = self.low[site.sentence.start : site.sentence.end]
        return site.group.group == "would" and clause is None and "if" in words
