"""Statements: which cue reports whose words, and where these begin and end."""

from __future__ import annotations

from memcon.extraction.clauses import Clauses
from memcon.extraction.complements import Complement, Complements
from memcon.extraction.cues import CueFinder, Use
from memcon.extraction.draft import Draft, Said
from memcon.extraction.frames import Frames
from memcon.extraction.leadins import LeadIn, find_lead_in, is_item, said_in_item
from memcon.extraction.links import past_links
from memcon.extraction.nominals import Nominals
from memcon.extraction.passives import Passives
from memcon.extraction.sentences import Sentence
from memcon.extraction.speakers import Speakers
from memcon.extraction.subjects import Subjects
from memcon.extraction.world import Noun

_STOPS = frozenset({".", "!", "?", "...", "…", '"', "'"})
_OBLIGING = frozenset({"should", "must", "can", "could", "may", "might", "shall", "ought", "cannot", "needn't"})
_RECIPROCAL = frozenset({"discussed", "discuss", "discussing", "exchanged", "exchange"})
_SHARED = frozenset(("and but , ; also [ ( to : - • – — or then who which").split())


class Attribution:
    """Finds the statements of the sentences of a draft, but for transcripts."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._syntax = draft.syntax
        self._subjects = Subjects(draft)
        self._finder = CueFinder(draft.syntax, draft.lexicon, draft.quoted, draft.noun_at)
        self._clauses = Clauses(draft)
        self._complements = Complements(draft, self._subjects)
        self._speakers = Speakers(draft, self._subjects, self._clauses)
        self._frames = Frames(draft, self._subjects, self._speakers)
        self._passives = Passives(draft, self._subjects)
        self._nominals = Nominals(draft, self._subjects)

    def find_all(self, sentences: list[Sentence]) -> list[Said]:
        """The statements of these sentences in order."""
        found: list[Said] = []
        self._speakers.latest = self._passives.latest = found
        before: list[Said] = []
        lead: LeadIn | None = None
        for whole in sentences:
            sentence = whole._replace(start=past_links(self._draft, whole.start, whole.end))
            if sentence.start >= sentence.end:
                continue
            uses = self._uses(sentence, lead if lead is not None and is_item(self._draft, sentence) else None)
            told = self._of_uses(uses, sentence)
            if lead is not None and is_item(self._draft, sentence):
                listed = said_in_item(self._draft, sentence, lead) if not told else None
                told = [listed] if listed is not None else told
            elif lead is None or sentence.end - sentence.start > 2:
                lead = find_lead_in(self._draft, self._subjects, sentence, uses, told)
                if lead is not None and told and lead.cue == told[-1].cue:
                    told = told[:-1]
            if (
                told
                and before
                and before[-1].sentence.paragraph == sentence.paragraph
                and self._carries_on(told, before[-1])
            ):
                told = []
            else:
                before = told or before
            found += told
        return found

    def _carries_on(self, told: list[Said], last: Said) -> bool:
        """Whether present-tense cues with a state as subject are still the words of the person who spoke before."""
        if (
            last.direct
            or last.cue is None
            or not all(self._draft.world.beings[number].kind == "person" for number in last.speaker)
        ):
            return False
        past = any(
            form == "past"
            for i in range(*last.cue)
            for _, form in self._draft.lexicon.words.verbs.get(self._tokens.low[i], ())
        )
        return past and all(
            said.cue is not None
            and not said.direct
            and said.rule == "attribution-before"
            and self._present_of_state(said)
            for said in told
        )

    def _present_of_state(self, said: Said) -> bool:
        assert said.cue is not None
        forms = {form for _, form in self._draft.lexicon.words.verbs.get(self._tokens.low[said.cue[0]], ())}
        return "s" in forms and all(
            self._draft.world.beings[number].kind in ("state", "organization") for number in said.speaker
        )

    def _uses(self, sentence: Sentence, lead: LeadIn | None) -> list[Use]:
        """The cues of a sentence with their subjects; the first of an item has that of its lead-in."""
        uses = self._finder.find_all(sentence)
        for use in uses:
            self._give_subject(use, uses)
        if (
            lead is not None
            and lead.nouns
            and uses
            and not uses[0].nouns
            and uses[0].generic is None
            and uses[0].form != "passive"
        ):
            uses[0].nouns, uses[0].noun, uses[0].subject_start = lead.nouns, lead.nouns[-1], uses[0].chain
        return uses

    def of_sentence(self, sentence: Sentence) -> list[Said]:
        """The statements of one sentence."""
        return self._of_uses(self._uses(sentence, None), sentence)

    def _of_uses(self, uses: list[Use], sentence: Sentence) -> list[Said]:
        """The statements of a sentence: attributions around their words first, then those in front of them."""
        end = self._content_stop(sentence)
        framed: dict[int, Said] = {}
        for k, use in enumerate(uses):
            said = self._frames.of_use(use, sentence, end)
            if said is not None:
                framed[k] = said
        bare = self._frames.bare(sentence, end) or self._passives.of_feeling(sentence, end)
        if bare is not None and not bare.direct and (told := self._talked(uses, bare, end)):
            return told
        found: list[Said] = [bare] if bare is not None else []
        for k, use in enumerate(uses):
            over = next(
                (other for j, other in framed.items() if j > k and other.covers(use.head)),
                bare if bare is not None and bare.covers(use.head) else None,
            )
            plain = framed.get(k) or self._plain(use, uses, found, over, end)
            if plain is not None:
                found.append(plain)
        return found + self._nominals.find_all(sentence, end, found) if found else found

    def _talked(self, uses: list[Use], bare: Said, end: int) -> list[Said]:
        """What was discussed besides who says so: "According to Mr Cole, trade was discussed"."""
        (start, stop), *more = bare.content
        talked = [use for use in uses if start < use.chain and use.head < stop]
        if (
            more
            or not talked
            or not all(use.form == "passive" and all(group.both for _, group in use.groups) for use in talked)
        ):
            return []
        for use in talked:
            use.sentence = use.sentence._replace(start=start)
        told = [said for use in talked if (said := self._passives.of(use, end)) is not None]
        for said in told:
            said.sentence = bare.sentence
        return [bare, *told] if told else []

    def of_others(self, sentence: Sentence, speakers: tuple[int, ...]) -> list[Said]:
        """What a speaker of a transcript reports that others, named, have said or agreed."""
        found: list[Said] = []
        uses = self._finder.find_all(sentence)
        end = self._content_stop(sentence)
        for use in uses:
            self._give_subject(use, uses)
            named = use.nouns and all(
                noun.sort == "person" and noun.being not in (None, *speakers) for noun in use.nouns
            )
            if (
                not named
                or use.form != "finite"
                or use.modal
                or use.negated
                or found
                or not any(group.surely for _, group in use.groups)
            ):
                continue
            said = self._plain(use, uses, [], None, end)
            if said is not None:
                said.rule, said.confidence = "reported-in-turn", 0.75
                said.reasons.append("reported by the speaker of the turn")
                found.append(said)
        return found

    def _content_stop(self, sentence: Sentence) -> int:
        """The end of a sentence without its final marks, a closing quotation mark included."""
        end = sentence.end
        while end > sentence.start and self._tokens.text[end - 1] in _STOPS:
            end -= 1
        return end

    def _give_subject(self, use: Use, uses: list[Use]) -> None:
        sentence, low = use.sentence, self._tokens.low
        if use.form == "ing":
            noun = self._draft.noun_at.get(use.chain)
            if noun is not None and noun.being is not None:
                absolute = noun.start > sentence.start and low[noun.start - 1] == "with"
                if absolute or noun.start <= sentence.start + 1:
                    use.nouns, use.noun, use.subject_start = (noun,), noun, noun.start - absolute
            return
        if use.form == "infinitive" or use.talks:
            return
        at = use.chain - 1 if use.chain > sentence.start and self._tokens.text[use.chain - 1] == ":" else use.chain
        nouns = self._subjects.before(at, sentence)
        if nouns:
            nouns = self._over_aside(nouns, uses) or nouns
            use.nouns, use.noun, use.subject_start = nouns, nouns[-1], nouns[0].start
            return
        own = self._clauses.past_adverbials(use.chain)
        before = low[own - 1] if own > sentence.start else ""
        if own <= sentence.start or before in _SHARED:
            return
        limit = max([other.end for other in uses if other.end <= use.chain] or [sentence.start])
        use.generic = self._subjects.described(use.chain, sentence, limit)
        if use.generic is not None:
            use.subject_start = use.generic[0]

    def _over_aside(self, nouns: tuple[Noun, ...], uses: list[Use]) -> tuple[Noun, ...] | None:
        """The subject before an aside without commas: "Mr Cole while thanking the guest said" (not the guest)."""
        aside = next((other for other in uses if other.form == "ing" and other.end == nouns[0].start), None)
        if aside is None or self._tokens.low[aside.chain - 1] != "while":
            return None
        noun = self._draft.noun_at.get(aside.chain - 1)
        return (noun,) if noun is not None and noun.being is not None else None

    def _plain(self, use: Use, uses: list[Use], found: list[Said], over: Said | None, end: int) -> Said | None:
        """The statement of a cue in front of its words; `over` is an attribution behind that already covers them."""
        if use.form == "passive":
            return None if over is not None else self._passives.of(use, end)
        picked = self._complements.of(use, end)
        if picked is None or not self._asserts(use, picked):
            return None
        picked = self._single(use, picked, end)
        parent = over or (found[-1] if found else None)
        nested = parent is not None and parent.covers(use.head)
        sibling = parent is not None and nested and over is None and self._clauses.is_sibling(use, uses, parent)
        who = self._speakers.of(use, picked.group, found)
        if not who.parties:
            return None
        stop = end
        if parent is not None and nested and not sibling:
            if not self._clauses.stands_apart(use, picked.group, parent, who.parties):
                return None
            stop = min(stop, max(last for _, last in parent.content))
        elif parent is not None and nested:
            self._clauses.cut(parent, use)
        stop = self._clauses.opening_stop(use, picked.start, end, use.sentence) or self._clauses.trim(
            picked.start, stop
        )
        start = self._skip_opening(picked.start, stop)
        if not self._draft.quoted[start]:
            stop = self._clauses.before_next_verb(use, picked.group, start, stop)
        if picked.group.only:
            stop = self._clauses.without_manner(start, stop)
        if stop - start < 1:
            return None
        content, direct = self._spoken(start, stop)
        rule = "attribution-participle" if use.form == "ing" else "attribution-before"
        said = Said(
            who.parties,
            use.sentence,
            content,
            (use.start, picked.stop),
            picked.group,
            picked.group.act,
            rule,
            direct,
            picked.hearers,
            use.negated,
            use.modal,
            who.confidence,
            [who.reason] if who.reason else [],
        )
        if picked.group.both and len(who.parties) == 1 and use.form != "ing":
            self._add_partner(said, use)
        if picked.group.both and picked.hearers:
            said.speaker = tuple(dict.fromkeys((*said.speaker, *picked.hearers)))
        return said

    def _asserts(self, use: Use, picked: Complement) -> bool:
        """Whether something is said at all: no "should stress" or "will announce", unless one says so of oneself."""
        if self._in_relative(use) or (
            picked.group.act == "discuss" and use.form == "present" and not use.nouns and self._behind_infinitive(use)
        ):
            return False
        if use.modal is None or (use.first_person and use.modal not in ("will", "shall")):
            return True
        return use.modal not in _OBLIGING and (picked.group.both is not None or use.modal == "would")

    def _behind_infinitive(self, use: Use) -> bool:
        """Whether a base form rather goes on with an infinitive: "called on all to test and identify"."""
        low = self._tokens.low
        return any(
            low[i] == "to" and self._syntax.words.is_verb(low[i + 1], "base")
            for i in range(max(use.sentence.start, use.start - 20), use.start - 1)
        )

    def _in_relative(self, use: Use) -> bool:
        """Whether the clause only describes the noun before it: "the help we offered"."""
        at = use.subject_start
        if (
            use.noun is None
            or use.noun.how != "pronoun"
            or at <= use.sentence.start + 1
            or not self._tokens.text[at - 1][0].isalpha()
        ):
            return False
        before = self._tokens.low[at - 1]
        closed = self._draft.lexicon.words.classes["closed"]
        return (
            before not in closed
            and not self._syntax.is_adverb(at - 1)
            and not self._syntax.words.is_verb(before)
            and not before[0].isdigit()
        )

    def _single(self, use: Use, picked: Complement, end: int) -> Complement:
        """For a verb of discussing with one subject and no partner, the reading by which one alone raises a matter."""
        if (
            not picked.group.both
            or len(use.groups) < 2
            or len(use.nouns) != 1
            or "with" in self._tokens.low[picked.start : end]
        ):
            return picked
        being = self._draft.being(use.nouns[0])
        if being is None or being.members or use.first_person:
            return picked
        return next(
            (
                picked._replace(group=other)
                for stop, other in use.groups
                if not other.both and stop == picked.stop and other.takes == ("np",)
            ),
            picked,
        )

    def _skip_opening(self, start: int, stop: int) -> int:
        text = self._tokens.text
        while (
            start < stop
            and text[start] in (":", ",", '"', "'")
            and not (text[start] == '"' and not self._draft.quoted[min(start + 1, stop - 1)])
        ):
            start += 1
        return start

    def _spoken(self, start: int, stop: int) -> tuple[list[tuple[int, int]], bool]:
        """The content without quotation marks where it is one quotation, and whether it is."""
        if self._draft.quoted[start] != 1:
            return [(start, stop)], False
        last = stop
        while last > start and self._tokens.text[last - 1] in ('"', ",", "."):
            last -= 1
        return [(start, max(last, start + 1))], True

    def _add_partner(self, said: Said, use: Use) -> None:
        """ "X discussed A with Y", "Y, with whom X discussed A": both speak; the words end before "with"."""
        start, end = said.content[0]
        own = use.subject_start
        if own > 2 and self._tokens.low[own - 1] == "whom" and self._tokens.low[own - 2] == "with":
            noun = self._draft.noun_at.get(own - 2) or self._draft.noun_at.get(own - 3)
            if noun is not None and noun.being is not None:
                said.speaker = tuple(dict.fromkeys((*said.speaker, *self._subjects.parties((noun,)))))
                return
        for i in range(start, end):
            if self._tokens.low[i] != "with":
                continue
            noun = self._draft.noun_from.get(i + 1)
            being = self._draft.being(noun)
            if (
                noun is not None
                and being is not None
                and noun.sort in ("person", "office", "people")
                and being.number not in said.speaker
            ):
                said.speaker = (*said.speaker, *self._subjects.parties((noun,)))
                if max(noun.outer, noun.end) >= end - 1 and i > start:
                    said.content = [(start, i)]
                elif i == start and max(noun.outer, noun.end) < end:
                    said.content = [(max(noun.outer, noun.end), end)]
                return
        self._add_silent_partner(said, use)

    def _add_silent_partner(self, said: Said, use: Use) -> None:
        """ "He also discussed A": two discuss, also where the other is not named again."""
        principals = self._speakers.who_met()
        others = tuple(number for number in principals if number not in said.speaker)
        if (
            self._tokens.low[use.head] in _RECIPROCAL
            and said.speaker[0] in principals
            and len(others) == 1
            and self._draft.world.beings[said.speaker[0]].kind == "person"
        ):
            said.speaker = (*said.speaker, *others)
            said.confidence = min(said.confidence, 0.7)
            said.reasons.append("the partner of the talks is not named again")
