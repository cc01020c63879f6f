"""Statements: which cue reports whose words, and where these begin and end."""

from __future__ import annotations

from dataclasses import replace

from memcon.extraction.clauses import Clauses
from memcon.extraction.complements import Complement, Complements
from memcon.extraction.cue_subjects import CueSubjects
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
from memcon.lexicon.entries import CueGroup

_STOPS = frozenset({".", "!", "?", "...", "…", '"', "'"})
_OBLIGING = frozenset({"should", "must", "can", "could", "may", "might", "shall", "ought", "cannot", "needn't"})
_RECIPROCAL = frozenset({"discussed", "discuss", "discussing", "exchanged", "exchange"})
_TELLING = frozenset("said says told noted stated reiterated confirmed agreed stressed assured promised".split())
_RETOLD = frozenset({"stress", "agree", "announce", "recall", "warn", "note"})
_BEFORE_RETOLD = (["that"], ["his"], ["her"], ["their"], ["to"])
_QUESTIONED = frozenset({"asked", "pressed", "questioned", "quizzed"})


class Attribution:
    """Finds the statements of the sentences of a draft, but for transcripts."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._syntax = draft.syntax
        self._subjects = Subjects(draft)
        self._finder = CueFinder(draft.syntax, draft.lexicon, draft.quoted, draft.noun_at)
        self._clauses = Clauses(draft)
        self._complements = Complements(draft, self._subjects, self._clauses)
        self._owners = CueSubjects(draft, self._subjects, self._clauses)
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
        uses = self._past_question(self._finder.find_all(sentence), sentence)
        for use in uses:
            self._owners.give(use, uses)
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

    def _past_question(self, uses: list[Use], sentence: Sentence) -> list[Use]:
        """The cues of a sentence but for those in what was asked: "Asked whether he regretted it, Mr Cole said"."""
        low, start = self._tokens.low, sentence.start
        start += low[start] in ("when", "if")
        if low[start] not in _QUESTIONED:
            return uses
        comma = next((i for i in range(start, sentence.end) if self._tokens.text[i] == ","), start)
        return [use for use in uses if use.start > comma]

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
        bare = bare or self._passives.on_agenda(sentence, end)
        if bare is not None and not bare.direct and (told := self._talked(uses, bare, end)):
            return told
        found: list[Said] = [bare] if bare is not None else []
        for k, use in enumerate(uses):
            if use.form == "infinitive" and bare is not None and self._names_source(bare, use):
                continue
            over = next(
                (other for j, other in framed.items() if j > k and other.covers(use.head)),
                bare if bare is not None and bare.covers(use.head) else None,
            )
            plain = framed.get(k) or self._plain(use, uses, found, over, end)
            if plain is not None:
                if k in framed and found and found[-1].covers(plain.content[0][0]):
                    self._clauses.end_before(found[-1], plain.content[0][0])
                found.append(plain)
        if not found and (said := self._frames.after_colon(sentence, end)) is not None:
            found.append(said)
        found = [said for said in found if any(self._is_word(i) for each in said.content for i in range(*each))]
        found += self._of_quoted(found, sentence)
        return found + self._nominals.find_all(sentence, end, found) if found else found

    def _names_source(self, bare: Said, use: Use) -> bool:
        """Whether a cue only describes the source behind the words: "according to two who asked not to discuss it"."""
        return bare.cue is not None and bare.content[-1][1] <= bare.cue[0] < use.head

    def _is_word(self, i: int) -> bool:
        return self._tokens.text[i][0].isalnum()

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

    def _of_quoted(self, found: list[Said], sentence: Sentence) -> list[Said]:
        """What the speakers of quotations report that others, named, have said."""
        told: list[Said] = []
        if _TELLING.isdisjoint(self._tokens.low[sentence.start : sentence.end]):
            return told
        for quotation in self._draft.quotations:
            if not sentence.start <= quotation.start < sentence.end:
                continue
            around = next((said for said in found if said.covers(quotation.start)), None)
            if around is None or len(around.speaker) != 1:
                continue
            for first, last in self._sentences_within(quotation.start, quotation.end):
                told += self.of_others(sentence._replace(start=first, end=last), around.speaker)
        for said in told:
            said.sentence, said.direct = sentence, False
        return told

    def _sentences_within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The sentences of a quotation."""
        text, found, first = self._tokens.text, [], start
        for i in range(start, end - 1):
            if text[i] in _STOPS and text[i + 1][0].isupper():
                found.append((first, i + 1))
                first = i + 1
        return [*found, (first, end)]

    def of_others(self, sentence: Sentence, speakers: tuple[int, ...]) -> list[Said]:
        """What a speaker reports within a quotation or a turn that others, named, have said or agreed."""
        uses = self._finder.find_all(sentence, within=True)
        end = self._content_stop(sentence)
        for use in uses:
            if use.form != "finite" or use.modal or use.negated:
                continue
            self._owners.give(use, uses)
            self._give_addressee(use, speakers)
            named = use.nouns and all(
                noun.sort in ("person", "office") and noun.being not in (None, *speakers) for noun in use.nouns
            )
            if not named or not any(self._retells(stop, group) for stop, group in use.groups):
                continue
            said = self._frames.of_use(use, sentence, end) or self._plain(use, uses, [], None, end)
            if said is not None:
                said.rule, said.confidence, said.direct = "reported-in-turn", 0.75, False
                said.reasons.append("reported by the speaker of the turn")
                return [said]
        return []

    def _retells(self, stop: int, group: CueGroup) -> bool:
        """Whether a cue tells what was said: a verb of saying, or one of stressing and the like with its clause."""
        return bool(group.surely) or (group.act in _RETOLD and self._tokens.low[stop : stop + 1] in _BEFORE_RETOLD)

    def _give_addressee(self, use: Use, speakers: tuple[int, ...]) -> None:
        """Take "you" as the other one of two who talk: "you said that the road is closed"."""
        others = tuple(number for number in self._draft.principals if number not in speakers)
        noun = use.noun
        if noun is None or noun.sort != "you" or len(others) != 1 or len(self._draft.principals) != 2:
            return
        noun = replace(noun, being=others[0], how="role", sort="office")
        use.noun, use.nouns = noun, (noun,)

    def _content_stop(self, sentence: Sentence) -> int:
        """The end of a sentence without its final marks, a closing quotation mark included."""
        end = sentence.end
        while end > sentence.start and self._tokens.text[end - 1] in _STOPS:
            end -= 1
        return end

    def _plain(self, use: Use, uses: list[Use], found: list[Said], over: Said | None, end: int) -> Said | None:
        """The statement of a cue in front of its words; `over` is an attribution behind that already covers them."""
        if use.form == "passive":
            return None if over is not None else self._passives.of(use, end)
        picked = self._complements.of(use, end)
        if picked is None or not self._asserts(use, picked) or self._relativized(use, picked):
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
        if start < stop and self._syntax.finite(start) and picked.group.takes[0] == "that":
            start = self._clauses.apposed(use) or start
        if start < stop and not self._draft.quoted[start]:
            stop = self._clauses.before_next_verb(use, picked.group, start, stop)
            stop = self._clauses.in_relative_stop(use, start, stop)
            stop = self._clauses.before_occasion(start, stop)
        if picked.group.only:
            stop = self._clauses.without_manner(start, stop)
        if not any(self._is_word(i) for i in range(start, stop)):
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
        if (self._in_relative(use) and self._clauses.apposed(use) is None) or (
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

    def _relativized(self, use: Use, picked: Complement) -> bool:
        """Whether the object stands before the verb, so that none follows it: "whom Mr Cole invited along"."""
        own, low = use.subject_start, self._tokens.low
        return (
            own > use.sentence.start + 1
            and low[own - 1] in ("whom", "which")
            and low[own - 2] not in self._draft.lexicon.words.classes["preposition"]
            and "np" in picked.group.takes
            and not picked.group.needs
            and low[picked.start - 1] != "that"
            and not self._opens_infinitive(picked.start)
        )

    def _opens_infinitive(self, at: int) -> bool:
        low = self._tokens.low
        return low[at : at + 1] == ["to"] and at + 1 < len(low) and self._syntax.words.is_verb(low[at + 1], "base")

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
        last = stop
        while last > start and self._tokens.text[last - 1] in ('"', ",", "."):
            last -= 1
        if self._draft.quoted[start] != 1 or 0 in self._draft.quoted[start:last]:
            return [(start, stop)], False
        return [(start, max(last, start + 1))], True

    def _add_partner(self, said: Said, use: Use) -> None:
        """ "X discussed A with Y", "Y, with whom X discussed A": both speak; the words end before "with"."""
        start, end = said.content[0]
        own = use.subject_start
        if own > 2 and self._tokens.low[own - 1] == "whom" and self._tokens.low[own - 2] == "with":
            noun = self._draft.noun_at.get(own - 2) or self._draft.noun_at.get(own - 3)
            if noun is not None and noun.being is not None:
                said.speaker = tuple(dict.fromkeys((*said.speaker, *self._subjects.parties((noun,)))))
                said.content = [(start, self._before_further(start, end))]
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
                and not self._syntax.words.is_verb(self._tokens.low[max(noun.outer, noun.end)], "ing")
            ):
                said.speaker = (*said.speaker, *self._subjects.parties((noun,)))
                if max(noun.outer, noun.end) >= end - 1 and i > start:
                    said.content = [(start, i)]
                elif i == start and max(noun.outer, noun.end) < end:
                    said.content = [(max(noun.outer, noun.end), end)]
                return
        self._add_silent_partner(said, use)

    def _before_further(self, start: int, end: int) -> int:
        """The end of what was discussed with one before the next who was met: ", as well as Speaker Holm"."""
        for i in range(start + 1, end - 4):
            if self._tokens.low[i : i + 4] == [",", "as", "well", "as"]:
                noun = self._draft.noun_from.get(i + 4) or self._draft.noun_from.get(i + 5)
                if noun is not None and noun.sort in ("person", "office"):
                    return i
        return end

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
