"""Commitments by verbs, adjectives and nouns of their own: "agreed to", "is ready to", "their commitment to"."""

from __future__ import annotations

from memcon.extraction.actors import Party
from memcon.extraction.commitments_ground import Action, Ground, Pledge, Site
from memcon.extraction.expressions import Complement, VerbForm
from memcon.extraction.principles import is_principle
from memcon.lexicon.pledges import load_stances

_CONTRACTED = frozenset({"would", "'d", "will"})
_LED = frozenset({"will", "must", "should", "shall"})
_MAY_BE_VERBS = frozenset({"plans", "plan-to", "desire", "promise", "resolution"})
_BREAKS = frozenset({"that", ",", ";", "of", "in", "for"})
_NOT_SHARED = frozenset({"and", ",", "while", "by"})
_MAKING = frozenset("we they he she it i made given undertaken adopted announced in at from under during".split())
_FAR_MAKING = 8  # tokens between "commitment" and "to"
_NEAR = 6  # tokens between a verb of expressing and its noun
_FEW = 4  # tokens in which "the need to" follows "agreed on"


class VerbReader:
    """Reads expressions that are verbs, adjectives or nouns with a doer of their own."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._low = ground.low
        self._expressing = load_stances(ground.draft.lexicon).words["expressing"]

    def read_verb(self, site: Site) -> Pledge | None:
        """ "Agreed to", "pledged to", "hopes to", "plans to"."""
        ground, group = self._ground, site.group
        form = self._form(site)
        if form is None or form == "infinitive" and ground.swallowed(site.head):
            return None
        complement = ground.expressions.complement(group.takes, site.end, site.limit)
        if complement is None:
            return None
        if complement.takes == "that":
            ground.open_clause(site, complement.start)
            return None
        chain = ground.expressions.chain(site.start, site.sentence)
        if self._is_none(site, complement, chain):
            return None
        if group.force == "agreed" and _LED.intersection(self._low[chain : site.head]):
            return None  # "must agree on a date" is one commitment, that of the auxiliary
        actor = ground.inside(complement) or self.doer(site, chain, form)
        if actor is not None and form != "ing" and ground.in_doubt(site, actor):
            return None
        if actor is not None and actor.shared and len(actor.beings) > 1 and self._low[site.head] == "plans":
            return None  # "both noted the decision to leave and plans to build"
        start = complement.start
        if group.group == "pledge-help":
            actor = self._giver(start, actor)
        if group.force == "agreed":
            start = self._what_is_needed(start, site.limit)
        return ground.make(site, Action(start, ground.relative_end(site, chain)), actor, "commitment-verb")

    def _form(self, site: Site) -> VerbForm | None:
        if self._low[site.start] in _CONTRACTED:
            return "finite"
        return self._ground.expressions.verb_form(site.head, site.sentence)

    def _is_none(self, site: Site, complement: Complement, chain: int) -> bool:
        """Whether a verb makes no commitment: a principle, a party instead of a deed, only words, or nothing wanted."""
        ground, group = self._ground, site.group
        if (
            complement.takes == "to+np"
            and group.about is not None
            and is_principle(ground.draft, ground.expressions, complement.start, site.limit)
        ):
            return True
        if group.force == "agreed" and self._is_weight(complement, site.limit):
            return True
        if group.needs == "sum" and not self._is_given(complement.start, site.limit):
            return True
        if group.needs == "deed" and not ground.owners.is_deed(complement.start, site.limit):
            return True
        if group.group == "look-forward" and self._is_courtesy(site, chain):
            return True
        return group.force == "willing" and (
            ground.only_wants(site, complement.start) or ground.expressions.negated(chain, site.end)
        )

    def _is_given(self, start: int, limit: int) -> bool:
        """Whether a sum or help is what is promised: "promised further support", and not "promised great things"."""
        near = self._low[start : min(limit, start + _FEW)]
        return self._ground.expressions.is_sum(start, limit) or not self._ground.words["helps"].isdisjoint(near)

    def _is_weight(self, complement: Complement, limit: int) -> bool:
        """Whether it is only agreed how much something matters: "agreed on the importance of trade"."""
        near = self._low[complement.start : min(limit, complement.start + _FEW)]
        return complement.takes.endswith("np") and not self._ground.words["weights"].isdisjoint(near)

    def _is_courtesy(self, site: Site, chain: int) -> bool:
        """Whether a speaker tells of a wish now fulfilled: "I was looking forward to this meeting"."""
        return not self._ground.reported(site.start) and bool({"was", "were"} & set(self._low[chain : site.end]))

    def doer(self, site: Site, chain: int, form: VerbForm) -> Party | None:
        """Who does a verb: the subject before it, or who says so where the verb reports."""
        ground = self._ground
        said = ground.extent.cued_by(site.start, site.start + 1)
        if form in ("finite", "passive"):
            actor = ground.actors.subject(chain, site.sentence, site.group.force == "agreed")
            if actor is None and chain > site.sentence.start and self._low[chain - 1] == ",":
                actor = ground.actors.shared(chain, site.sentence)
            if actor is not None and not actor.shared or said is None or not said.speaker:
                return actor
        if said is not None and said.speaker:
            return Party(said.speaker, site.start, "who says so", 0.9)
        if form == "infinitive" and self._low[chain - 1] in ("and", ","):
            return ground.actors.shared(chain, site.sentence)
        return self._of_participle(site, chain) if form == "ing" else None

    def _of_participle(self, site: Site, chain: int) -> Party | None:
        """The doer of a participle: the subject before it, or who spoke in the clause before."""
        ground = self._ground
        if self._low[chain - 1] not in _NOT_SHARED:
            subject = ground.actors.subject(chain, site.sentence)
            if subject is not None:
                return subject
        said = ground.extent.before(site.start, site.sentence) or ground.extent.cover[site.start]
        return None if said is None else Party(said.speaker, site.start, "who speaks in the clause before", 0.75)

    def _giver(self, start: int, actor: Party | None) -> Party | None:
        """Whose help is pledged: "pledged U.S. support", else who pledges it."""
        mark = self._ground.draft.marks.at[start]
        if actor is None or mark is None or mark.state is None:
            return actor
        state = self._ground.draft.namer.state(mark.state, mark.start)
        return Party((state.number,), actor.start, "whose help is pledged", 0.85)

    def _what_is_needed(self, start: int, limit: int) -> int:
        """Where the action of "agreed on the need to do" begins."""
        for i in range(start, min(limit - 2, start + _FEW)):
            if self._low[i] in ("need", "necessity") and self._low[i + 1] in ("to", "for", "of"):
                return i + 2
        return start

    def _holds_principle(self, site: Site, complement: Complement) -> bool:
        """Whether one is committed to a principle, which is a position, and not to a deed."""
        ground = self._ground
        return (
            site.group.about is not None
            and complement.takes == "to+np"
            and is_principle(ground.draft, ground.expressions, complement.start, site.limit)
        )

    def read_adjective(self, site: Site) -> Pledge | None:
        """ "Is ready to", "remains committed to", "is scheduled to"."""
        ground, group = self._ground, site.group
        chain = ground.expressions.predicative(site.start, site.sentence)
        complement = ground.expressions.complement(group.takes, site.end, site.limit)
        if chain is None or complement is None:
            return None
        if self._holds_principle(site, complement):
            return None
        if self._low[chain] in ("be", "to", "remain") and ground.swallowed(site.start):
            return None
        while chain < site.start and self._low[chain] in ("and", "or"):
            chain += 1
        actor = ground.actors.subject(chain, site.sentence)
        if actor is not None and ground.in_doubt(site, actor):
            return None
        action = Action(complement.start, ground.relative_end(site, chain))
        return ground.make(site, action, actor, "commitment-adjective", ground.clause_around(site.start))

    def read_noun(self, site: Site) -> Pledge | None:
        """ "Their commitment to", "Norland's readiness for", "plans for"."""
        ground, group = self._ground, site.group
        if group.group in _MAY_BE_VERBS and ground.expressions.has_subject(site.start, site.sentence):
            return None
        behind = None if "of+np" in group.takes else ground.owners.behind(site.end, site.limit, ("of", "from", "by"))
        complement = ground.expressions.complement(group.takes, behind[1] if behind else site.end, site.limit)
        if complement is None and group.force == "pledged":
            complement = self._made_before(site)
        if complement is None or self._holds_principle(site, complement):
            return None
        if group.force == "willing" and ground.only_wants(site, complement.start):
            return None
        if complement.takes == "to+np" and not ground.owners.is_deed(complement.start, site.limit):
            return None
        owner = behind[0] if behind else ground.owners.owner(site.start, site.sentence)
        if owner is None and self._low[site.end] in ground.verbs.classes["subject_pronoun"]:
            owner = ground.owners.object(site.end, site.limit)[0]  # "the commitment [they] made"
        limit = site.limit
        if owner is not None and not any(ground.syntax.finite(i) for i in range(site.sentence.start, site.start)):
            limit = ground.expressions.subject_end(complement.start + 1, limit)
        limit = next((i for i in range(complement.start + 1, limit) if self._is_occasion(i)), limit)
        return ground.make(site, Action(complement.start, limit), owner or self._expresser(site), "commitment-noun")

    def _made_before(self, site: Site) -> Complement | None:
        """The deed of a commitment whose making stands between: "the commitment [we made in Paris] to hold"."""
        if self._low[site.end] not in _MAKING:
            return None
        to = self._ground.expressions.infinitive(site.end, site.limit)
        near = to is not None and to - site.end <= _FAR_MAKING
        return Complement("inf", to + 1) if to is not None and near else None

    def _is_occasion(self, i: int) -> bool:
        """Whether the occasion of a reaffirmation is told, and no part of the deed: "following the attack"."""
        return self._low[i] in ("following", "amid", "amidst") and self._low[i - 1] not in ("the", "these", "and", "of")

    def _expresser(self, site: Site) -> Party | None:
        """Who commits where a noun has no owner: who expresses it; plans are of those who talk."""
        ground = self._ground
        said = ground.extent.cued_by(site.start - 1, site.end)
        if said is not None and said.speaker:
            return Party(said.speaker, site.start, "who says so", 0.8)
        for i in range(site.start - 1, max(site.sentence.start - 1, site.start - _NEAR), -1):
            if self._low[i] in _BREAKS:
                break
            if self._low[i] in self._expressing:
                around = ground.extent.cued_by(i, i + 1) or ground.extent.cover[i]
                actor = ground.actors.subject(ground.expressions.chain(i, site.sentence), site.sentence)
                if actor is None and around is not None and around.speaker:
                    actor = Party(around.speaker, site.start, "who says so", 0.75)
                return actor
        told = ground.extent.cover[site.start] is not None or self._low[site.sentence.start] == "there"
        if site.group.group == "plans" and told and len(ground.actors.both) > 1:
            return Party(ground.actors.both, site.start, "the plans of those who talk", 0.65)
        return None
