"""Commitments by auxiliaries: "will", "should", "is to", also in the passive and of ties between parties."""

from __future__ import annotations

from memcon.extraction.actors import Party
from memcon.extraction.commitments_ground import Action, Clause, Ground, Pledge, Site
from memcon.extraction.expressions import Complement
from memcon.extraction.first_person import CONTRACTED, ME, WE

_DETERMINED = frozenset({"the", "a", "no", "urgent", "of", "any", "further"})
_LEADING = frozenset({"will", "would", "shall", "'ll"})
_EFFECTS = (["take", "place"], ["lead", "to"])
_FIRST = ME | WE | CONTRACTED.keys()
_HANDED_ON = frozenset({"be", "remain", "stand", "continue"})
_QUALITY_OF_DOING = frozenset(
    "represented guided involved engaged accompanied joined followed able in at on present part".split()
)
_CLAUSE_STARTS = frozenset("that but which who if while because it this there he she what".split())
_NO_PHRASE = frozenset({"which", "who", "it", "this", "there", "he", "she", "what"})
_MARKS = frozenset({",", ";", ":", "–"})
_HEADING = frozenset("the a an its their our his her my your some any all these those such every several".split())
_LONGEST_ANTECEDENT = 7  # tokens
_FAR_AGENT = 16  # tokens between a passive and its "by"
_FAR_TIE = 14  # tokens between "our relations" and "will"
_FEW = 8  # first tokens of an action that show whether it is done together


class ModalReader:
    """Reads expressions whose subject stands before an auxiliary."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._low = ground.low

    def read(self, site: Site) -> Pledge | None:
        """The commitment of an auxiliary and its verb."""
        ground, group = self._ground, site.group
        if self._is_noun(site):
            return None
        complement = ground.expressions.complement(group.takes, site.end, site.limit)
        clause = ground.clause_around(site.start)
        if complement is None or self._hands_on(complement, clause, site.limit):
            return None
        if group.needs == "reported" and clause is None and not ground.reported(site.start):
            return None
        chain = self._chain(site)
        start = site.end if complement.takes == "base" else complement.start
        actor = ground.actors.subject(chain, site.sentence, group.force == "urged" or self._mutual(site, start))
        if actor is None:
            doer = ground.actors.whose_doings(chain, site.sentence) if group.force == "urged" else None
            if doer is not None:
                return ground.make(site, Action(start, site.limit), doer, "commitment-doings", clause)
            return self._passive(site, complement, chain, clause)
        if ground.in_doubt(site, actor):
            return None
        if self._suffers(complement.start, site.limit):
            behind = group.force == "urged" or clause is not None
            return self._passive(site, complement, chain, clause) if behind else None
        if not self._is_deed(complement.start, site.limit) or self._only_announces(site, complement, actor):
            return None
        about = self._object_of(site, actor, complement.start)
        if about is not None:
            return ground.make(site, Action(about[0], about[1], about[1] - 1), actor, "commitment-relative", clause)
        return ground.make(site, Action(start, ground.relative_end(site, chain)), actor, "commitment-modal", clause)

    def read_foreseen(self, site: Site) -> Pledge | None:
        """ "Closer coordination is envisaged to", "new sanctions are needed that": those who talk are behind it."""
        ground, clause = self._ground, self._ground.clause_around(site.start)
        chain = ground.expressions.predicative(site.start, site.sentence)
        complement = ground.expressions.complement(site.group.takes, site.end, site.limit)
        if chain is None or complement is None or ground.expressions.negated(chain, site.start):
            return None
        start = self._clause_start(site, chain, None)
        if start is None or start >= chain or self._low[start] in ("no", "what", "it"):
            return None
        if site.group.force == "urged" and ground.extent.cover[site.start] is None:
            return None
        actor = Party(ground.actors.both, start, "a party is behind the passive", 0.65)
        return ground.make(site, Action(start, site.limit, site.end), actor, "commitment-passive", clause)

    def _antecedent(self, relative: int, floor: int) -> int | None:
        """Where the noun phrase begins that a relative pronoun without a comma belongs to: "[its goals] that"."""
        low, closed = self._low, self._ground.verbs.classes["closed"]
        i = relative
        while i > floor and relative - i < _LONGEST_ANTECEDENT and self._ground.text[i - 1].isalpha():
            if low[i - 1] in _HEADING:
                return i - 1 if i < relative and low[relative - 1] not in self._ground.words["nominals"] else None
            if low[i - 1] in closed and low[i - 1] not in ("of", "and") or self._ground.syntax.finite(i - 1):
                return None
            i -= 1
        return None

    def _object_of(self, site: Site, actor: Party, verb: int) -> tuple[int, int] | None:
        """The object that a relative clause says something will be done with: "some steps that we will take"."""
        ground, low = self._ground, self._low
        if actor.shared or low[actor.start - 1] not in ("that", "which") or actor.start - 1 <= site.sentence.start:
            return None
        i = ground.expressions.skip(verb, site.limit) + 1
        while i + 1 < site.limit and low[i] == "to" and ground.expressions.is_base(i + 1, site.limit):
            i = ground.expressions.skip(i + 1, site.limit) + 1
        i = ground.syntax.skip_adverbs(i, site.limit)
        if i < site.limit and not ground.syntax.finite(i) and ground.text[i] not in _MARKS:
            return None
        start = self._antecedent(actor.start - 1, site.sentence.start)
        return None if start is None else (start, min(i, site.limit))

    def _is_noun(self, site: Site) -> bool:
        """Whether the words are no auxiliary here: "the need to", "is" without "to"."""
        if site.end >= site.limit or site.group.needs == "bare" and self._low[site.end] != "to":
            return True
        before = self._low[site.start - 1] if site.start > site.sentence.start else ""
        return site.group.group == "need-to" and before in _DETERMINED

    def _chain(self, site: Site) -> int:
        """The auxiliary, with the adverbs and the auxiliary in front of it: "will still [have to]"."""
        chain = site.start
        while chain > site.sentence.start + 1 and (
            self._ground.syntax.is_adverb(chain - 1)
            or self._low[chain - 1] in _LEADING
            and self._low[site.start] in ("have", "need")
        ):
            chain -= 1
        return chain

    def _hands_on(self, complement: Complement, clause: Clause | None, limit: int) -> bool:
        """Whether the verb behind the auxiliary is an expression of its own: "will be ready to", "will need to"."""
        ground = self._ground
        i = ground.expressions.skip(complement.start, limit)
        if i >= limit or self._low[i] not in _HANDED_ON | {"have", "need"}:
            return False
        j = ground.syntax.skip_adverbs(i + 1, limit)
        if self._low[i] in ("have", "need"):
            return self._low[j : j + 1] == ["to"]
        if self._low[j : j + 2] == ["to", "be"]:
            j = ground.syntax.skip_adverbs(j + 2, limit)
        if j >= limit:
            return False
        if self._low[j] in ("able", "unable"):
            return clause is None or ground.swallowed(complement.start)
        return any(
            inner.entry.frame == "adjective"
            and ground.expressions.complement(inner.entry.takes, inner.end, limit) is not None
            for inner in ground.pledges.table.matches_at(self._low, j, limit)
        )

    def _only_announces(self, site: Site, complement: Complement, actor: Party) -> bool:
        """Whether a speaker only says what comes next: "I will not list the figures"."""
        ground = self._ground
        return (
            site.group.force == "planned"
            and (actor.shared or self._low[actor.start] in _FIRST)
            and not ground.reported(site.start)
            and ground.only_says(complement.start, site.limit)
        )

    def _mutual(self, site: Site, start: int) -> bool:
        """Whether a deed is one of both sides: done together, or, in speech at a meeting, one of conferring."""
        draft, near = self._ground.draft, self._low[start : min(site.limit, start + _FEW)]
        said = self._ground.extent.cover[site.start]
        spoken = draft.quoted[site.start] or said is not None and said.direct or draft.author is None
        meets = said is None or not draft.principals or not set(draft.principals).isdisjoint(said.speaker)
        if spoken and meets and not self._ground.words["conferring"].isdisjoint(near):
            return True
        return not self._ground.words["mutual"].isdisjoint(near)

    def _is_deed(self, start: int, limit: int) -> bool:
        """Whether a verb is something that a party does: not "will be grateful", not "will take place"."""
        ground = self._ground
        i = ground.expressions.skip(start, limit)
        if i >= limit or self._low[i] in ground.words["happening"] or self._low[i : i + 2] in _EFFECTS:
            return False
        j = ground.syntax.skip_adverbs(i + 1, limit)
        following = self._low[j] if j < limit else ""
        if self._low[i] == "have":
            return not ground.verbs.is_verb(following, "participle") or self._low[start - 1] in ("will", "shall")
        if self._low[i] != "be":
            return True
        return following in _QUALITY_OF_DOING or following.endswith("ing") and ground.verbs.is_verb(following, "ing")

    def _suffers(self, start: int, limit: int) -> bool:
        """Whether the verb is a passive that the subject suffers: "must be held to account"."""
        ground = self._ground
        i = ground.expressions.skip(start, limit)
        j = ground.syntax.skip_adverbs(i + 1, limit) if i < limit and self._low[i] == "be" else limit
        return j < limit and ground.verbs.is_verb(self._low[j], "participle") and not self._is_deed(start, limit)

    # passives and ties: a party is plainly behind the thing that is the subject

    def _passive(self, site: Site, complement: Complement, chain: int, clause: Clause | None) -> Pledge | None:
        """ "Everything necessary will be done", "such cases must be investigated", "our relations will continue"."""
        ground = self._ground
        said = ground.extent.cover[site.start]
        if said is None and clause is None or not self._is_passive(site, complement, clause):
            return self._tie(site, chain, clause)
        tie = self._tie(site, chain, clause)
        if self._low[chain - 2 : chain] == [",", "which"]:
            actor = self._behind(site, chain, clause)
            return ground.make(site, Action(site.end, site.limit), actor, "commitment-passive")
        start = self._clause_start(site, chain, clause)
        if tie is not None or start is None or start >= chain:
            return tie
        actor = self._behind(site, start, clause)
        return ground.make(site, Action(start, site.limit, site.end), actor, "commitment-passive", clause)

    def _is_passive(self, site: Site, complement: Complement, clause: Clause | None) -> bool:
        """Whether the verb is a passive that somebody can be behind, or one of lasting that is urged."""
        ground = self._ground
        i = ground.expressions.skip(complement.start, site.limit)
        if i >= site.limit:
            return False
        if self._low[i] in ground.words["ongoing"]:
            return site.group.force == "urged" or clause is not None
        if self._low[i] != "be":
            return False
        verb = ground.syntax.skip_adverbs(i + 1, site.limit)
        if verb >= site.limit:
            return False
        return self._low[verb] in ground.words["passives"] or (
            (site.group.force == "urged" or clause is not None) and ground.verbs.is_verb(self._low[verb], "participle")
        )

    def _tie(self, site: Site, chain: int, clause: Clause | None) -> Pledge | None:
        """ "Our relations will continue", "cooperation between us will grow": both are plainly behind it."""
        ground, low = self._ground, self._low
        grows = low[min(ground.expressions.skip(site.end, site.limit), site.limit - 1)] in ground.words["growing"]
        if site.group.force == "urged" or not grows or ground.extent.cover[site.start] is None:
            return None
        for i in range(chain - 1, max(site.sentence.start, chain - _FAR_TIE), -1):
            if low[i] in ("that", "which", "but", ";", ":", "will"):
                return None
            ours = "our" in low[max(site.sentence.start, i - 2) : i] or low[i + 1 : i + 3] in (
                ["between", "us"],
                ["between", "our"],
            )
            if low[i] in ground.words["ties"] and ours:
                actor = Party(ground.actors.both, i - 1, "a tie of those who talk", 0.65)
                return ground.make(site, Action(site.end, site.limit), actor, "commitment-tie", clause)
        return None

    def _clause_start(self, site: Site, chain: int, clause: Clause | None) -> int | None:
        """Where the subject of a passive begins: after the last conjunction, or where the words reported begin."""
        ground = self._ground
        floor = site.sentence.start
        said = ground.extent.cover[site.start]
        if clause is not None:
            floor = clause.start
        elif said is not None:
            floor = max([floor, *(start for start, stop in said.content if start <= chain < stop)])
        i = chain
        if self._low[chain - 1] in ("that", "which"):
            return None if site.group.force == "urged" else self._antecedent(chain - 1, floor)
        while i > floor and ground.text[i - 1] not in _MARKS and self._low[i - 1] not in _CLAUSE_STARTS:
            i -= 1
        if i > floor and self._low[i - 1] in _NO_PHRASE:
            return None
        while i < chain and (self._low[i] in ("and", "so") or ground.syntax.is_adverb(i)):
            i += 1
        return i

    def _behind(self, site: Site, start: int, clause: Clause | None) -> Party | None:
        """Who is behind a passive: the agent after "by", else those who talk, or the speaker's state."""
        ground = self._ground
        for i in range(site.end, min(site.limit, site.end + _FAR_AGENT)):
            if self._low[i] == "by":
                agent, _ = ground.owners.object(i + 1, site.limit)
                if agent is not None:
                    return agent
        if site.group.force == "urged" or clause is not None:
            numbers = ground.actors.both
        else:
            numbers = ground.actors.states_of(ground.actors.speakers(site.start))
        return Party(numbers, start, "a party is behind the passive", 0.65)
