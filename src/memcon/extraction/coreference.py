"""Who is who: every mention gets its entity, by name, office, pronoun or group, in the order of the text."""

from __future__ import annotations

from memcon.extraction.epithets import Epithets
from memcon.extraction.holders import Holders
from memcon.extraction.naming import Namer
from memcon.extraction.plurals import Plurals
from memcon.extraction.principals import Principals
from memcon.extraction.salience import Salience, mark_subjects
from memcon.extraction.sentences import Sentence
from memcon.extraction.syntax import Syntax
from memcon.extraction.world import Being, Noun, World

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "herself"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_TALKS = frozenset(
    {
        "talks",
        "talk",
        "meeting",
        "conversation",
        "negotiations",
        "discussion",
        "discussions",
        "telephone",
        "phone",
        "call",
        "dialogue",
        "exchange",
        "first",
        "last",
        "encounter",
        "consultations",
    }
)
_FAVOURS = frozenset(
    {
        "thanked",
        "congratulated",
        "praised",
        "commended",
        "thanking",
        "congratulating",
        "complimented",
        "hailed",
        "thanks",
        "congratulates",
    }
)


class Resolver:
    """Resolves the mentions of one text.

    `principals` are the persons of its main encounter, `states` the parties they speak for.
    """

    def __init__(
        self,
        syntax: Syntax,
        sentences: list[Sentence],
        nouns: list[Noun],
        world: World,
        namer: Namer,
        bearers: dict[int, int],
        side: str | None,
    ) -> None:
        self._syntax = syntax
        self._low = syntax.tokens.low
        self._sentences = sentences
        self._nouns = nouns
        self._world = world
        self._namer = namer
        self._bearers = bearers
        self._salience = Salience(world)
        self._around: int | None = None
        self._found = Principals(syntax, sentences, nouns, world, namer, side)
        self._epithets = Epithets(syntax.tokens, world, self._salience, namer.lexicon)
        self._holders = Holders(syntax.tokens, world, namer, self._found, self._salience, self._epithets, side)
        self._plurals = Plurals(syntax.tokens, world, namer, self._found, self._salience)

    @property
    def principals(self) -> tuple[int, ...]:
        """The persons of the main encounter."""
        return self._found.people

    @property
    def states(self) -> tuple[int, ...]:
        """The states, or other organizations, that they speak for."""
        return self._found.parties

    def party_of(self, being: Being) -> int | None:
        """The state, or else the organization, that a person speaks for."""
        return self._found.party_of(being)

    def resolve(self) -> None:
        """Give every mention its entity; mentions that refer to none that the text allows keep none."""
        self._name()
        self._plurals.complement(self._sentences, self._nouns, self._syntax)
        mark_subjects(self._syntax, self._sentences, self._nouns)
        self._found.find()
        k, last = 0, len(self._sentences)
        for n, noun in enumerate(self._nouns):
            while k < last and noun.start >= self._sentences[k].end:
                k += 1
            if k == last:
                break
            sentence = self._sentences[k]
            self._salience.enter(sentence)
            if noun.being is None:
                self._around = self._covering(n)
                noun.being = self._refer(noun, sentence)
            self._salience.note(noun, sentence)
            if noun.subject and n:
                self._join(n, sentence)
        self._complete_groups()

    def _complete_groups(self) -> None:
        """Tell the members of counted groups that only the words behind them make known."""
        for noun in self._nouns:
            if noun.sort == "people" and noun.being is not None:
                being = self._world.beings[noun.being]
                if being.kind == "group" and not being.members:
                    being.members = self._plurals.complete(noun)

    def _covering(self, n: int) -> int | None:
        """The entity of the mention that a mention stands in: "his" in "his counterpart Hakan Fidan"."""
        noun, before = self._nouns[n], self._nouns[n - 1] if n else None
        return before.being if before is not None and before.start <= noun.start and noun.end <= before.end else None

    def _name(self) -> None:
        for noun in self._nouns:
            if noun.sort == "person":
                noun.being = self._bearers.get(noun.name_start)
            elif noun.mark is not None and noun.how == "name":
                noun.being = self._namer.marked(noun).number
            elif noun.sort == "apposition" and noun.mark is not None:
                mark = noun.mark
                being = self._namer.body(mark)
                being.aliases[self._namer.written(noun.start, noun.end)] = None
                noun.being = being.number

    def _join(self, n: int, sentence: Sentence) -> None:
        """Remember "A and B" before one verb as a plural subject."""
        members, start = [self._nouns[n].being], self._nouns[n].start
        for other in reversed(self._nouns[max(0, n - 6) : n]):
            if other.start < sentence.start or other.outer > start or other.being is None:
                continue
            between = self._low[other.outer : start]
            if between not in (["and"], [","], [",", "and"]):
                break
            members.insert(0, other.being)
            start = other.start
        joined = tuple(dict.fromkeys(number for number in members if number is not None))
        if len(joined) > 1 and len({self._world.beings[number].kind == "person" for number in joined}) == 1:
            self._salience.note_together(joined, sentence)

    # references

    def _refer(self, noun: Noun, sentence: Sentence) -> int | None:
        """The entity of a mention that is no name."""
        sort, _, kind = noun.sort.partition(":")
        if noun.how == "pronoun":
            return self._pronoun(noun, sentence)
        if sort == "office":
            self._fill_body(noun)
            return self._holders.of(noun, sentence)
        if sort == "honorific":
            return self._holders.honoured(noun)
        if sort == "epithet":
            joined = self._low[noun.end : noun.end + 1] == ["and"]
            return self._epithets.bearer(noun) if noun.subject or joined else None
        if sort == "people":
            return self._plurals.people(noun)
        if sort == "described":
            return self._described(noun)
        if sort == "states":
            return self._plurals.states(noun)
        if sort == "bodies":
            return self._plurals.bodies(noun, kind)
        if sort == "head":
            return self._body_by_head(kind)
        if sort == "side":
            return self._side(noun)
        return self._description(noun, kind) if sort == "description" else None

    def _fill_body(self, noun: Noun) -> None:
        """Give an office the full body that its short name means.

        "Head of the Office of the President" after "Office of the President of Ruritania".
        """
        office = noun.office
        body = office.body if office is not None else None
        if office is None or body is None or body.entry is not None or body.state is not None:
            return
        name = self._namer.written(body.start, body.end).lower() + " of "
        full = {
            other.mark.name: other.mark
            for other in self._nouns
            if other.mark is not None
            and other.mark.kind == "body"
            and other.start < noun.start
            and (other.mark.name or "").lower().startswith(name)
        }
        if len(full) == 1:
            noun.office = office._replace(body=next(iter(full.values())))

    def _pronoun(self, noun: Noun, sentence: Sentence) -> int | None:
        word = noun.sort
        if word == "it":
            return self._salience.thing() if not noun.quoted else None
        if noun.quoted:
            return None
        if word in _HE or word in _SHE:
            return self._singular("m" if word in _HE else "f", noun, sentence)
        return (
            self._they(noun, sentence) if word in _THEY else None
        )  # "I", "we", "you" are settled with the speech they stand in

    def _they(self, noun: Noun, sentence: Sentence) -> int | None:
        """The last plural subject near; as a subject, or in "their talks", else those who met."""
        principals, parties = self._found.people, self._found.parties
        plural = self._salience.plural()
        if self._low[noun.end - 1] in ("two", "both") and (plural is None or set(plural) == set(principals)):
            plural = self._salience.pair() or plural
        meeting = noun.sort == "their" and noun.end < len(self._low) and self._low[noun.end] in _TALKS
        if meeting and len(principals) > 1 and not (plural is not None and self._are_people(plural)):
            return self._plurals.group(principals, noun)
        if plural is not None:
            return self._plurals.group(plural, noun)
        if noun.sort != "they":
            return None
        if len(principals) > 1:
            return self._plurals.group(principals, noun)
        both = tuple(dict.fromkeys(self._salience.seen))
        if len(both) == 2:
            return self._plurals.group(both, noun)  # one of them by his office only
        return self._plurals.group(parties, noun) if len(parties) > 1 else None

    def _are_people(self, numbers: tuple[int, ...]) -> bool:
        return all(self._world.beings[number].kind == "person" for number in numbers)

    def _singular(self, gender: str, noun: Noun, sentence: Sentence) -> int | None:
        """The latest subject of fitting gender; an object or owner may refer to its own sentence's subject."""
        beings, salience = self._world.beings, self._salience
        favoured = self._favoured(noun, sentence) if noun.sort in ("his", "her") else None
        if favoured is not None and beings[favoured].gender in (gender, None):
            return favoured
        actor = self._actor_on(noun, sentence) if noun.sort in ("him", "her") else None
        others = {actor, self._around}
        fits = [
            number for number in salience.subjects if beings[number].gender in (gender, None) and number not in others
        ]
        own = salience.of_sentence.get(sentence.start)
        main = salience.main
        if own is not None and own in fits:
            chosen = own
        elif main is not None and main in fits and fits[-1] != main and beings[main].gender == gender:
            chosen = main
        elif fits:
            sure = [number for number in fits[-3:] if beings[number].gender == gender]
            chosen = (
                fits[-1] if not sure or beings[fits[-1]].gender == gender or not self._unclear(fits[-1]) else sure[-1]
            )
        else:
            seen = [
                number for number in salience.seen if beings[number].gender in (gender, None) and number not in others
            ]
            if not seen:
                return None
            chosen = seen[-1]
        if beings[chosen].gender is None:
            beings[chosen].gender = gender
        return chosen

    def _actor_on(self, noun: Noun, sentence: Sentence) -> int | None:
        """Who acts on "him" in "the President invited him", and so cannot be he."""
        at = noun.start - 1
        if at <= sentence.start or not self._syntax.finite(at):
            return None
        after = self._syntax.tokens.text[noun.end] if noun.end < sentence.end else "."
        if noun.sort == "her" and after[0].isalpha() and after.lower() not in self._syntax.words.classes["closed"]:
            return None  # "said her country agreed"
        at = self._syntax.before_adverbs(at, sentence.start)
        return next((other.being for other in self._nouns if other.outer == at and other.sort != "apposition"), None)

    def _unclear(self, number: int) -> bool:
        """Whether a subject is neither a principal nor just spoken of, so that one of known gender is the likelier."""
        return number not in self._found.people and not self._salience.is_fresh(number)

    def _favoured(self, noun: Noun, sentence: Sentence) -> int | None:
        """Whose "his" is in "thanked Yoshiro Mori for his help": the person thanked."""
        at = noun.start - 1
        if at <= sentence.start or self._low[at] not in ("for", "on", "upon", "of"):
            return None
        start = max(sentence.start, at - 14)
        verbs = [i for i in range(start, at) if self._low[i] in _FAVOURS]
        if not verbs:
            return None
        between = [
            other
            for other in self._nouns
            if verbs[-1] < other.start < at and other.sort in ("person", "office") and other.being is not None
        ]
        return between[0].being if between and between[0].start <= verbs[-1] + 2 else None

    def _described(self, noun: Noun) -> int | None:
        """A group of persons that state or body and a common noun describe."""
        if self._low[max(0, noun.start - 1)] == "other":
            return None
        name = self._namer.written(noun.start, noun.end).removeprefix("the ").removeprefix("The ")
        being = self._world.add("group", name, noun.start)
        being.named = False
        being.state = noun.mark.state if noun.mark is not None else None
        return being.number

    def _body_by_head(self, word: str) -> int | None:
        """ "the Commission": the last body before that has the word in its name."""
        named = {
            being.number for being in self._world.of_kind("organization") if being.named and word in being.name.split()
        }
        if len(named) == 1:
            return next(iter(named))
        return next((number for number in reversed(self._salience.bodies) if number in named), None)

    def _side(self, noun: Noun) -> int | None:
        """ "the Russian side": the state or body that is named."""
        mark = noun.mark
        assert mark is not None
        if mark.kind == "body":
            return self._namer.body(mark).number
        return self._namer.state(mark.state, noun.start).number if mark.state is not None else None

    def _description(self, noun: Noun, kind: str) -> int | None:
        """ "the Russian legislature": a body without a name; the government of a state is the state."""
        mark = noun.mark
        assert mark is not None
        if mark.kind == "body" or kind == "other":
            return None
        state = mark.state
        if kind == "government" and state is not None:
            return self._namer.state(state, noun.start).number
        written = self._namer.written(noun.start, noun.end)
        being = self._world.add("organization", written, noun.start, key=f"{kind}@{state.name if state else ''}")
        being.type, being.state, being.named = kind, state, False
        return being.number
