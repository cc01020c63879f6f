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
from memcon.extraction.sentences import Sentence
from memcon.lexicon.patterns import Match
from memcon.lexicon.pledges import StanceGroup, load_stances
from memcon.model import Stance

_TO_A_PERSON = frozenset({"thank", "congratulate"})
_REPLIES = frozenset({"welcome", "thank", "congratulate"})
_HELD_IN_FUTURE = frozenset({"oppose", "support", "recognize"})
_FUTURE = frozenset({"will", "would", "shall", "cannot"})
_WISHES = frozenset("like wish want wanted wished continue continues called once pleased let allow us me".split())
_LASTING = frozenset({"continue", "continues", "continued"})
_UNDERTAKEN = frozenset({"agreed", "pledged", "promised", "committed"})
_GIVING = frozenset(
    "have has had give gave given giving gives offer offered extend extended provide provided provides lend".split()
)
_COORDINATING = frozenset({",", "and", "while", "also", "but"})
_OWNING = frozenset({"'s", "'", "its", "their", "his", "her", "our", "the"})
_DO = frozenset({"did", "do", "does"})
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
    negated: bool = False


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
        limit = self.extent.limit(match.start, sentence)
        if match.entry.frame == "verb":
            return self._verb(match, sentence, limit)
        if match.entry.frame == "adjective":
            return self._adjective(match, sentence, limit)
        return self._noun(match, sentence, limit)

    # verbs

    def _verb(self, match: Match[StanceGroup], sentence: Sentence, limit: int) -> Attitude | None:
        group = match.entry
        head = next((i for i in range(match.start, match.end) if self._verbs.is_verb(self._low[i])), match.start)
        form = self._form(match, head, sentence)
        complement = self._objects.complement(group, match.end, limit)
        if form is None or complement is None:
            return None
        chain = self._expressions.chain(match.start, sentence)
        modals = set(self._low[chain:head]) & self._verbs.classes["modal"]
        if modals and (group.stance not in _HELD_IN_FUTURE or not modals <= _FUTURE):
            return None
        if form == "infinitive" and not self._is_held(group, chain, match.start, complement, limit):
            return None
        holder = self._holder(match, chain, form, sentence)
        negated = self._low[match.start] not in _DO and self._expressions.negated(chain, head)
        return self._make(match, sentence, (complement.start, limit), holder, "position-verb", negated)

    def _form(self, match: Match[StanceGroup], head: int, sentence: Sentence) -> VerbForm | None:
        """The form of the verb; "Thank you" needs no subject, "welcome and support" share one, a passive has none."""
        if self._low[match.start] in _DO:
            return "finite"
        form = self._expressions.verb_form(head, sentence)
        opens = head == sentence.start or self._low[head - 1] == '"'
        if form is None and opens and self._low[head] == "thank":
            return "finite"
        if form == "infinitive" and self._found and self._goes_on(match.start, sentence):
            return "finite"
        return None if form == "passive" else form

    def _goes_on(self, at: int, sentence: Sentence) -> bool:
        """Whether a bare verb goes on with the stances before it: "welcome and support", "stand by A and commend B"."""
        last = self._found[-1]
        if last.cue[1] == at - 1:
            return True
        chain = self._expressions.chain(at, sentence)
        apart = last.object[1] < chain and self._low[chain - 1] == "and"
        return apart and self._expressions.is_plain(*last.cue, sentence)

    def _is_held(self, group: StanceGroup, chain: int, start: int, complement: Complement, limit: int) -> bool:
        """Whether a stance in the infinitive is held, not only promised: "continues to support"."""
        words = set(self._low[max(chain - _FEW, 0) : start])
        if group.stance not in _HELD_IN_FUTURE:
            return bool(words & _WISHES)
        lasting = words & _LASTING and not words & _UNDERTAKEN
        return bool(lasting) and group.stance != "support" or self._objects.is_matter(complement, limit)

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
        if said is not None and speaking:
            return Party(said.speaker, match.start, "who says so", 0.9)
        if form == "infinitive":
            return self._of_infinitive(match.start, sentence)
        return self._of_participle(match.start, sentence)

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
        if chain is None or complement is None:
            return None
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

    def _noun(self, match: Match[StanceGroup], sentence: Sentence, limit: int) -> Attitude | None:
        group = match.entry
        if self._expressions.has_subject(match.start, sentence):
            return None
        if "unchanged" in group.takes:
            return self._unchanged(match, sentence, limit)
        at, owner = match.end, None
        behind = self._owners.behind(at, limit, ("of", "from", "by")) if group.stance != "oppose" else None
        if behind is not None and self._low[behind[1] : behind[1] + 1] in (["for"], ["to"], ["with"], ["about"]):
            owner, at = behind
        complement = self._objects.complement(group, at, limit)
        if complement is None:
            return None
        owner = owner or self._owners.owner(match.start, sentence)
        if group.needs == "explicit" and (owner is None or owner.reason.startswith("shared")):
            return None
        holder = self._expresser(match, sentence, owner)
        if owner is not None and holder is owner and not self._is_expressed(match.start, sentence):
            limit = self._expressions.subject_end(complement.start, limit)
        return self._make(match, sentence, (complement.start, limit), holder, "position-noun", False)

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

    def _make(
        self,
        match: Match[StanceGroup],
        sentence: Sentence,
        reach: tuple[int, int],
        holder: Party | None,
        rule: str,
        negated: bool,
    ) -> Attitude | None:
        group = match.entry
        if holder is None or not holder.beings:
            return None
        start = self._objects.start(group, *reach)
        end = self.extent.end(start, reach[1], self._expressions.is_plain(match.start, match.end, sentence))
        if end <= start or group.stance == "thank" and not self._objects.says_why(start, end):
            return None
        stance = group.negated if negated and group.negated is not None else group.stance
        return Attitude(
            group,
            sentence,
            (match.start, match.end),
            (start, end),
            holder,
            stance,
            rule,
            negated and group.negated is None,
        )
