"""Finds the positions of a draft: whose stance an expression is, and towards what."""

from __future__ import annotations

from dataclasses import dataclass

from memcon.extraction.actors import Actors
from memcon.extraction.draft import Draft
from memcon.extraction.expressions import Complement, Expressions, VerbForm, utterances
from memcon.extraction.extent import Extent
from memcon.extraction.first_person import Party
from memcon.extraction.owners import Owners
from memcon.extraction.positions_objects import Objects
from memcon.extraction.positions_subjects import Held, SubjectRules
from memcon.extraction.sentences import Sentence
from memcon.lexicon.patterns import Match
from memcon.lexicon.pledges import StanceGroup, load_stances
from memcon.model import Stance

_TO_A_PERSON = frozenset({"thank", "congratulate"})
_REPLIES = frozenset({"welcome", "thank", "congratulate"})
_HELD_IN_FUTURE = frozenset({"oppose", "support", "recognize", "adhere"})
_FUTURE = frozenset({"will", "would", "shall", "cannot"})
_WISHES = frozenset("like wish want wanted wished continue continues once pleased let allow us me".split())
_REACHING = frozenset("called phoned telephoned rang wrote spoke met visited travelled traveled".split())
_LASTING = frozenset({"continue", "continues", "continued"})
_RESOLVED = frozenset("agreed agree readiness ready resolve determined determination vowed pledged continue".split())
_UNDERTAKEN = frozenset({"agreed", "pledged", "promised", "committed"})
_SEEKING = frozenset("sought seek seeks seeking requested requests need needs win secure secured want".split())
_ASKING = frozenset("asked asks ask appealed appeals pushed lobbied pressed hoped hopes called calls need".split())
_GIVING = frozenset(
    "have has had give gave given giving gives offer offered extend extended provide provided provides lend".split()
)
_COORDINATING = frozenset({",", "and", "while", "also", "but"})
_OWNING = frozenset({"'s", "'", "its", "their", "his", "her", "our", "the"})
_REFUSING = frozenset("did do does will would can could cannot can't won't".split())  # before "not accept"
_NEAR = 6  # tokens between a verb of expressing and the noun of the stance
_FAR_BACK = 12  # tokens between a subject and the infinitive of its verb
_FEW = 8  # tokens before an infinitive that show how it is meant


@dataclass(slots=True)
class Attitude:
    """A position in the making; ranges are of tokens, `end` exclusive."""

    group: StanceGroup
    sentence: Sentence
    cue: tuple[int, int]
    object: tuple[int, int]
    holder: Party
    stance: Stance
    rule: str


class PositionFinder:
    """Finds the positions of one draft, sentence by sentence."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._low = draft.tokens.low
        self._syntax = draft.syntax
        self._verbs = draft.lexicon.words
        stances = load_stances(draft.lexicon)
        self._table, self._expressing = stances.table, stances.words["expressing"]
        self.extent = Extent(draft)
        self._actors = Actors(draft, self.extent)
        self._owners = Owners(draft, self.extent, self._actors)
        self._expressions = Expressions(draft)
        self._objects = Objects(draft, self._expressions, stances)
        self._subjects = SubjectRules(draft, self.extent, self._actors, self._owners, self._expressions)
        self._found: list[Attitude] = []

    def find_all(self) -> list[Attitude]:
        """The positions of the body, in the order of the text."""
        return [attitude for sentence in utterances(self._draft) for attitude in self._of_sentence(sentence)]

    def _of_sentence(self, sentence: Sentence) -> list[Attitude]:
        self._found = []
        at = sentence.start
        while at < sentence.end:
            matches = self._table.matches_at(self._low, at, sentence.end)
            if not matches:
                at += 1
                continue
            attitude = next((found for match in matches if (found := self._read(match, sentence)) is not None), None)
            if attitude is None:
                at += 1
            else:
                self._found.append(attitude)
                at = attitude.cue[1]
        return self._found

    def _read(self, match: Match[StanceGroup], sentence: Sentence) -> Attitude | None:
        """What an expression means where it stands: nothing inside a name, the other's stance inside thanks."""
        mark = self._draft.marks.at[match.start]
        named = mark is not None and mark.kind in ("initiative", "body") and "unchanged" not in match.entry.takes
        credited = any(
            attitude.stance in _REPLIES and attitude.object[0] <= match.start < attitude.object[1]
            for attitude in self._found
        )
        if named or credited:
            return None
        match = match._replace(end=self._expressions.behind(match.end, sentence))
        limit = self.extent.limit(self._objects.last_verb(match, sentence.end), sentence)
        if match.entry.frame == "verb":
            return self._verb(match, sentence, limit)
        if match.entry.frame == "adjective":
            return self._adjective(match, sentence, limit)
        if match.entry.frame == "object":
            return self._predicate(match, sentence, limit)
        return self._noun(match, sentence, limit)

    # verbs

    def _verb(self, match: Match[StanceGroup], sentence: Sentence, limit: int) -> Attitude | None:
        group = match.entry
        head = next((i for i in range(match.start, match.end) if self._verbs.is_verb(self._low[i])), match.start)
        chain = self._expressions.chain(match.start, sentence)
        if self._expressions.verb_form(head, sentence) == "passive" or self._shares_passive(match, limit):
            return self._passive(match, chain, head, sentence, limit)
        form = self._form(match, head, sentence)
        complement = self._objects.complement(group, match.end, limit)
        if form is None or complement is None:
            return None
        modals = set(self._low[chain:head]) & self._verbs.classes["modal"]
        refused = group.negated is not None and self._expressions.negated(chain, head)
        if modals and not refused and (group.stance not in _HELD_IN_FUTURE or not modals <= _FUTURE):
            return None
        if form == "infinitive" and not self._is_held(group, chain, match.start, complement, limit):
            return None
        holder = self._holder(match, chain, form, sentence)
        worded = self._low[match.start] in _REFUSING  # "does not accept" names the refusal itself
        negated = not worded and self._expressions.negated(chain, head)
        return self._make(match, sentence, (complement.start, limit), holder, "position-verb", negated)

    def _passive(
        self, match: Match[StanceGroup], chain: int, head: int, sentence: Sentence, limit: int
    ) -> Attitude | None:
        """ "The attack was condemned by both sides": the subject is the object."""
        if match.entry.stance in _TO_A_PERSON or match.entry.about is not None:
            return None
        before = self._found[-1].object if self._shares_passive(match, limit) else None
        held = self._subjects.passive(match, chain, sentence, limit, before)
        return self._make_held(match, sentence, held, "position-passive", self._expressions.negated(chain, head))

    def _shares_passive(self, match: Match[StanceGroup], limit: int) -> bool:
        """Whether a participle shares the subject of the passive before it: "was welcomed by A but rejected by B"."""
        if not self._found or self._found[-1].rule != "position-passive":
            return False
        joined = self._low[self._draft.syntax.before_adverbs(match.start, 0) - 1] in _COORDINATING
        return joined and match.end < limit and self._low[match.end] == "by"

    def _predicate(self, match: Match[StanceGroup], sentence: Sentence, limit: int) -> Attitude | None:
        """ "Further delays are unacceptable": the subject is the object."""
        chain = self._expressions.predicative(match.start, sentence)
        if chain is None:
            return None
        held = self._subjects.predicate(match, chain, sentence, limit)
        if held is not None and match.entry.needs == "explicit" and held.holder.reason == "who says so":
            return None
        negated = self._expressions.negated(chain, match.start)
        return self._make_held(match, sentence, held, "position-predicate", negated)

    def _form(self, match: Match[StanceGroup], head: int, sentence: Sentence) -> VerbForm | None:
        """The form of the verb; "Thank you" needs no subject, "welcome and support" share one."""
        if self._low[match.start] in _REFUSING:
            return "finite"
        form = self._expressions.verb_form(head, sentence)
        if form is None and self._low[head] == "thank" and self._opens(head, sentence):
            return "finite"
        if form == "infinitive" and self._found and self._goes_on(match.start, sentence):
            return "finite"
        return form

    def _opens(self, at: int, sentence: Sentence) -> bool:
        """Whether a token is the first of its sentence, of a quotation or of a turn."""
        return at == sentence.start or self._low[at - 1] in ('"', ":", ")")

    def _goes_on(self, at: int, sentence: Sentence) -> bool:
        """Whether a bare verb goes on with the stances before it: "welcome and support", "stand by A and commend B"."""
        last = self._found[-1]
        if last.cue[1] == at - 1:
            return True
        chain = self._expressions.chain(at, sentence)
        apart = last.object[1] < chain and self._low[chain - 1] in ("and", ",")
        return apart and any(self._expressions.is_plain(*item.cue, sentence) for item in self._found)

    def _is_held(self, group: StanceGroup, chain: int, start: int, complement: Complement, limit: int) -> bool:
        """Whether a stance in the infinitive is held, not only promised: "continues to support"."""
        words = set(self._low[max(chain - _FEW, 0) : start])
        if group.stance not in _HELD_IN_FUTURE:
            return bool(words & _WISHES) or group.stance in _TO_A_PERSON and bool(words & _REACHING)
        if group.stance == "oppose" and words & _RESOLVED:
            return True
        lasting = words & _LASTING and not words & _UNDERTAKEN
        matters = group.stance != "adhere" and self._objects.is_matter(complement, limit)
        return bool(lasting) and group.stance != "support" or matters

    def _holder(self, match: Match[StanceGroup], chain: int, form: VerbForm, sentence: Sentence) -> Party | None:
        """Who holds the stance of a verb: its subject, or who says so where the verb reports."""
        said = self.extent.cued_by(match.start, match.end)
        speaking = said is not None and bool(said.speaker)
        if form == "finite":
            holder = self._actors.subject(chain, sentence)
            if holder is None and chain > sentence.start and self._low[chain - 1] == ",":
                holder = self._actors.shared(chain, sentence)
            if holder is not None and not (holder.shared and speaking):
                return self._in_person(holder, match)
            if not speaking:
                return self._thanking(match) or self._actors.talk(chain, sentence)
        embedded = self._embedded(match, chain)
        if embedded is not None:
            return embedded
        if said is not None and speaking:
            return Party(said.speaker, match.start, "who says so", 0.9)
        if form == "infinitive":
            return self._of_infinitive(match.start, sentence)
        return self._of_participle(match.start, sentence)

    def _embedded(self, match: Match[StanceGroup], chain: int) -> Party | None:
        """The holder of a stance before "and" in reported words: "Cole said Norland backed A and opposed B"."""
        last = self._found[-1] if self._found else None
        if last is None or self._low[chain - 1] != "and" or not {last.stance, match.entry.stance} <= _HELD_IN_FUTURE:
            return None
        told = self.extent.cover[last.cue[0]]
        reported = told is not None and told.cue is not None and not told.direct
        return last.holder.as_shared() if reported and last.rule == "position-verb" else None

    def _in_person(self, holder: Party, match: Match[StanceGroup]) -> Party:
        """Thanks and congratulations of "we" are those of the person who speaks."""
        if match.entry.stance in _TO_A_PERSON and holder.reason == "we are the speaker's side":
            return Party(self._actors.speakers(match.start), holder.start, "who speaks", 0.85)
        return holder

    def _thanking(self, match: Match[StanceGroup]) -> Party | None:
        """ "Thank you for": who speaks."""
        numbers = self._actors.speakers(match.start) if match.entry.stance in _TO_A_PERSON else ()
        return Party(numbers, match.start, "who speaks", 0.88) if numbers else None

    def _of_infinitive(self, at: int, sentence: Sentence) -> Party | None:
        """The subject of the verb that an infinitive hangs on, else the last subject before it."""
        i = at
        while i > sentence.start and at - i < _FAR_BACK:
            noun = self._draft.noun_at.get(i)
            if noun is not None and self._actors.heads_clause(noun) or self._low[i - 1] in (",", ";", '"'):
                break
            i -= 1
        return self._actors.subject(i, sentence) or self._actors.shared(at, sentence)

    def _of_participle(self, at: int, sentence: Sentence) -> Party | None:
        """The holder behind a participle: the speaker of the clause before it, else its subject."""
        said = self.extent.before(at, sentence)
        if said is not None and said.cue is not None:
            return Party(said.speaker, at, "who speaks in the clause before", 0.75)
        return self._actors.shared(at, sentence) if self._low[at - 1] in _COORDINATING else None

    # adjectives and nouns

    def _adjective(self, match: Match[StanceGroup], sentence: Sentence, limit: int) -> Attitude | None:
        chain = self._expressions.predicative(match.start, sentence)
        complement = self._objects.complement(match.entry, match.end, limit)
        if complement is None:
            return None
        if chain is None:
            shared = self._sharing(match.start)
            return self._make(match, sentence, (complement.start, limit), shared, "position-adjective", False)
        while chain < match.start and self._low[chain] in ("and", "or"):
            chain += 1
        if set(self._low[chain : match.start]) & _FUTURE:
            return None
        holder = self._actors.subject(chain, sentence)
        if holder is None:
            return None
        negated = self._expressions.negated(chain, match.start)
        return self._make(
            match, sentence, (complement.start, limit), self._in_person(holder, match), "position-adjective", negated
        )

    def _sharing(self, at: int) -> Party | None:
        """The holder of the predicate before "and": "is in favour of A and against B"."""
        last = self._found[-1] if self._found else None
        joined = self._low[at - 1] in _COORDINATING and last is not None and last.object[1] >= at - 2
        return last.holder.as_shared() if last is not None and joined and last.group.frame == "adjective" else None

    def _noun(self, match: Match[StanceGroup], sentence: Sentence, limit: int) -> Attitude | None:
        group = match.entry
        if self._expressions.has_subject(match.start, sentence):
            return None
        if "unchanged" in group.takes:
            return self._unchanged(match, sentence, limit)
        held = self._subjects.supported(match, sentence, limit) if group.stance == "support" else None
        if held is not None:
            return self._make_held(match, sentence, held, "position-predicate", False)
        at, owner = match.end, None
        behind = self._owners.behind(at, limit, ("of", "from", "by")) if group.stance != "oppose" else None
        if behind is not None and self._low[behind[1] : behind[1] + 1] in (["for"], ["to"], ["with"], ["about"]):
            owner, at = behind
        complement = self._objects.complement(group, at, limit)
        if complement is None:
            return None
        owner = owner or self._owners.owner(match.start, sentence)
        if self._is_sought(match.start if owner is None else owner.start):
            return None
        if group.needs == "explicit" and (owner is None or owner.reason.startswith("shared")):
            return None
        holder = self._expresser(match, sentence, owner)
        if owner is not None and holder is owner and not self._is_expressed(match.start, sentence):
            limit = self._expressions.subject_end(complement.start, limit)
        return self._make(match, sentence, (complement.start, limit), holder, "position-noun", False)

    def _is_sought(self, at: int) -> bool:
        """Whether a stance is only asked for: "sought Norland's support", "asked for U.S. backing"."""
        before = at - 1 - (self._low[at - 1] == "the")
        return self._low[before] in _SEEKING or self._low[before] == "for" and self._low[before - 1] in _ASKING

    def _expresser(self, match: Match[StanceGroup], sentence: Sentence, owner: Party | None) -> Party | None:
        """Who holds a stance that a noun names: its owner, else who expresses it."""
        group = match.entry
        near = range(match.start - 1, max(sentence.start - 1, match.start - _NEAR - 1), -1)
        verb = next((i for i in near if self._draft.tokens.text[i] in self._expressing), None)
        governor = next((i for i in near if self._low[i] in self._expressing | _GIVING), None)
        if group.needs == "owned" and owner is None and governor is not None and self._low[governor] in _GIVING:
            return None
        said = self.extent.cued_by(match.start - 1, match.end) or (
            self.extent.cued_by(verb, verb + 1) if verb is not None else None
        )
        personal = (
            group.stance in _TO_A_PERSON
            and said is not None
            and owner is not None
            and owner.reason == "we are the speaker's side"
        )
        if owner is not None and not personal:
            return None if group.needs == "expressed" and said is None and verb is None else owner
        if said is not None and said.speaker:
            return None if said.act == "discuss" else Party(said.speaker, match.start, "who says so", 0.88)
        if verb is None:
            return None
        form = self._expressions.verb_form(verb, sentence)
        if form == "ing":
            return self._of_participle(verb, sentence)
        if form == "infinitive":
            return self._of_infinitive(verb, sentence)
        return self._actors.subject(self._expressions.chain(verb, sentence), sentence)

    def _is_expressed(self, at: int, sentence: Sentence) -> bool:
        """Whether a verb stands before a noun, so that the noun is its object."""
        return any(self._syntax.finite(i) or self._low[i] in self._expressing for i in range(sentence.start, at))

    def _unchanged(self, match: Match[StanceGroup], sentence: Sentence, limit: int) -> Attitude | None:
        """ "Norland's one-island policy remains unchanged": the policy is the object."""
        if self._expressions.complement(("unchanged",), match.end, limit) is None:
            return None
        noun = self._draft.noun_at.get(match.end)
        if noun is not None:
            start = noun.name_start if noun.name_start >= 0 else noun.start
        else:
            start = match.start
            while start > sentence.start and match.start - start < _NEAR and self._low[start - 1] not in _OWNING:
                start -= 1
        owner = self._owners.owner(start, sentence)
        return self._make(match, sentence, (start, match.end), owner, "position-unchanged", False)

    # making

    def _has_plain_siblings(self, match: Match[StanceGroup], sentence: Sentence) -> bool:
        """Whether verbs without an ending can share the subject: behind "are concerned", "would like to thank"."""
        before = self._low[match.start - 1] if match.start > sentence.start else ""
        listed = bool(self._found) and match.entry.frame == "verb" and self._goes_on(match.start, sentence)
        return match.entry.frame == "adjective" or before == "to" or listed

    def _make_held(
        self, match: Match[StanceGroup], sentence: Sentence, held: Held | None, rule: str, negated: bool
    ) -> Attitude | None:
        """A stance towards a subject; none where it is negated and its opposite has no name."""
        group = match.entry
        stance = group.negated if negated else group.stance
        if held is None or stance is None:
            return None
        return Attitude(group, sentence, (match.start, match.end), held.subject, held.holder, stance, rule)

    def _make(
        self,
        match: Match[StanceGroup],
        sentence: Sentence,
        reach: tuple[int, int],
        holder: Party | None,
        rule: str,
        negated: bool,
    ) -> Attitude | None:
        """A stance towards what the expression governs."""
        group = match.entry
        stance = group.negated if negated else group.stance
        if holder is None or not holder.beings or stance is None:
            return None
        start, end = self._bounds(match, sentence, reach)
        formula = group.stance == "thank" and self._low[match.start] == "thank" and self._opens(match.start, sentence)
        if end <= start or formula and not self._objects.says_why(start, end):
            return None
        return Attitude(group, sentence, (match.start, match.end), (start, end), holder, stance, rule)

    def _bounds(self, match: Match[StanceGroup], sentence: Sentence, reach: tuple[int, int]) -> tuple[int, int]:
        """The tokens of what an expression governs, relative clauses included."""
        group = match.entry
        start = self._objects.start(group, *reach)
        if group.needs == "rated":
            return start, self._objects.rated(group, start, reach[1]) or start
        plain = self._expressions.is_plain(match.start, match.end, sentence)
        end = self.extent.end(
            start,
            reach[1],
            plain or self._has_plain_siblings(match, sentence),
            whole=True,
            apart=group.frame != "verb" or group.about is not None,
        )
        return start, self.extent.trim(start, self._objects.end(start, end))
