"""The examples of lexicon files, read by the program: what must be found is found, and what must not be is not.

A sentence is read in a dated document, behind one that tells who meets, so that "they" and "the minister" are somebody;
the made-up states of the examples stand for states that the lexicon knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from memcon.extraction import Extractor
from memcon.extraction.draft import Draft
from memcon.lexicon import Lexicon
from memcon.lexicon.checking import Fault, Found, OwnFile, entries_of
from memcon.lexicon.cutting import split_words
from memcon.lexicon.encounters import EncounterGroup
from memcon.lexicon.entries import BodyEntry, CueGroup, Example, InitiativeEntry, PlaceEntry, StateName
from memcon.lexicon.patterns import PatternTable
from memcon.lexicon.pledges import PledgeGroup, StanceGroup, load_pledges, load_stances
from memcon.loading import load_bytes
from memcon.loading.knowledge import load_press
from memcon.model import Document, Reading

Group = CueGroup | PledgeGroup | StanceGroup | EncounterGroup

HEAD = "date: 2031-05-14\n\n"
"""What dates the document of an example: a Wednesday."""

SETTING = "Prime Minister Janet Cole met President Carlos Ruiz in Lima on Monday. "
"""The sentence before an example: two persons with offices, of whom it may speak."""

MADE_UP = {"Norland": "Norway", "Sudland": "Sweden", "Arden": "Ireland", "Belmar": "Belgium"}
"""States of the examples, and those that they stand for."""

_MADE_UP = re.compile(r"\b(?:" + "|".join(MADE_UP) + r")\b")
_GROUPS: Mapping[str, type[Group]] = {
    "cues": CueGroup, "commitments": PledgeGroup, "stances": StanceGroup, "encounters": EncounterGroup,
}
_NEED_SETTING = frozenset({"relations", "outcomes", "milestones", "phrases"})
_LISTED = {"states": StateName, "bodies": BodyEntry, "initiatives": InitiativeEntry, "places": PlaceEntry}


class Sight:
    """An example as the program sees it: the text, what was read of it, and where the sentence begins."""

    def __init__(self, text: str, start: int, lexicon: Lexicon) -> None:
        self.text = text
        self.start = start
        self.lexicon = lexicon

    @cached_property
    def document(self) -> Document:
        """The text as a document."""
        return load_bytes(self.text.encode(), "example.txt", extra=self.lexicon.extra)

    @cached_property
    def reading(self) -> Reading:
        """What the program reads of it."""
        return Extractor(self.lexicon).read(self.document)

    @cached_property
    def draft(self) -> Draft:
        """The names and mentions that it finds in it."""
        return Draft(self.document, self.lexicon)

    @property
    def low(self) -> list[str]:
        """The words of the sentence in lower case."""
        return [word.lower() for word in split_words(self.text[self.start :])]


def see(sentence: str, lexicon: Lexicon, before: str = HEAD) -> Sight:
    """A sentence as the program sees it behind other words."""
    return Sight(before + known(sentence), len(before), lexicon)


def known(sentence: str) -> str:
    """A sentence with states that the lexicon knows in the place of made-up ones.

    >>> known("Norland thanked Belmar.")
    'Norway thanked Belgium.'
    """
    return _MADE_UP.sub(lambda name: MADE_UP[name[0]], sentence)


def count_examples(own: OwnFile) -> int:
    """How many example sentences a file has."""
    return len(_examples(own)) + 2 * len(_groups(own))


def run_examples(own: OwnFile, lexicon: Lexicon) -> Iterator[Fault]:
    """What the examples of a file show to be wrong."""
    for found in _examples(own):
        what = wrong_example(own.list_name, found.entry, lexicon)
        if what:
            remedy = "correct the entry that is to find it, or show another example"
            yield Fault(file=own.name, entry=found.label, what=what, remedy=remedy)
    for group in _groups(own):
        for what, remedy in (
            (wrong_yes(group, lexicon), "correct the patterns of the group, or show another sentence"),
            (wrong_no(group, lexicon), "narrow the patterns of the group, or show another sentence"),
        ):
            if what:
                yield Fault(file=own.name, entry=group.label, what=what, remedy=remedy)


def wrong_example(list_name: str, example: Example, lexicon: Lexicon) -> str | None:
    """What is wrong with an example of a list of names or words; None if it is as it should be."""
    if example.find.lower() not in example.text.lower():
        return f"{example.find!r} does not stand in its text"
    before = HEAD + SETTING if list_name in _NEED_SETTING else "" if list_name == "publishers" else HEAD
    sight = see(example.text, lexicon, before)
    if list_name in _FINDERS and not _FINDERS[list_name](sight, known(example.find)):
        return f"{example.find!r} is not found in {example.text!r}"
    return None


def wrong_yes(found: Found[Group], lexicon: Lexicon) -> str | None:
    """What is wrong with the sentence in which a group must be found; None if it is as it should be."""
    group = found.entry
    if not _matches(group, lexicon):
        return f"no pattern of it is found in {group.yes!r}"
    got = _readings_of(found, group.yes, lexicon)
    if got is None or _expected(group) in got:
        return None
    seen = f", but {', '.join(sorted(set(got)))}" if got else ""
    return f"{group.yes!r} gives no {_kind(group)} of {_expected(group)!r}{seen}"


def wrong_no(found: Found[Group], lexicon: Lexicon) -> str | None:
    """What is wrong with the sentence in which a group must not be found; None if it is as it should be."""
    group = found.entry
    got = _readings_of(found, group.no, lexicon) or []
    if (got and isinstance(group, CueGroup)) or _expected(group) in got:
        return f"{group.no!r} gives a {_kind(group)} of {_expected(group)!r}"
    return None


def _examples(own: OwnFile) -> list[Found[Example]]:
    raw = {"examples": own.parsed.get("example", [])}
    return list(entries_of(raw, Example))


def _groups(own: OwnFile) -> list[Found[Group]]:
    shape = _GROUPS.get(own.list_name)
    return list(entries_of(own.parsed, shape)) if shape else []


def _matches(group: Group, lexicon: Lexicon) -> bool:
    """Whether a pattern of the group is found in its sentence."""
    words = lexicon.words
    table = PatternTable([(cue, group.group) for cue in group.cues], words.forms, words.classes)
    low = [word.lower() for word in split_words(known(group.yes))]
    return bool(table.find_all(low, 0, len(low)))


def _readings_of(found: Found[Group], sentence: str, lexicon: Lexicon) -> list[str] | None:
    """The acts, forces, stances or kinds of encounter read in a sentence; None where a group is not one of verbs.

    (A noun of an encounter tells that there was one only together with other words.)
    """
    group = found.entry
    sight = see(sentence, lexicon, HEAD if isinstance(group, EncounterGroup) else HEAD + SETTING)
    match group:
        case CueGroup():
            return [record.act for record in sight.reading.statements if record.evidence[0].end > sight.start]
        case PledgeGroup():
            return [record.force for record in sight.reading.commitments if record.evidence[0].end > sight.start]
        case StanceGroup():
            return [record.stance for record in sight.reading.positions if record.evidence[0].end > sight.start]
    if found.key == "visits verbs":
        return [group.kind for _ in sight.reading.visits]
    return [record.kind for record in sight.reading.meetings] if found.key == "verbs" else None


def _expected(group: Group) -> str:
    match group:
        case CueGroup():
            return group.act
        case PledgeGroup():
            return group.force
        case StanceGroup():
            return group.stance
    return group.kind


def _kind(group: Group) -> str:
    match group:
        case CueGroup():
            return "statement"
        case PledgeGroup():
            return "commitment"
        case StanceGroup():
            return "position"
    return "encounter"


def _finds_listed(shape: type[object]) -> Callable[[Sight, str], bool]:
    """Whether the name of an entry of this list is marked."""
    def finds(sight: Sight, find: str) -> bool:
        draft = sight.draft
        return any(
            isinstance(mark.entry, shape) and draft.span(mark.start, mark.end).quote == find for mark in draft.marks.all
        )

    return finds


def _finds_shaped(sight: Sight, find: str) -> bool:
    draft = sight.draft
    return any(draft.span(mark.start, mark.end).quote == find for mark in draft.marks.all)


def _finds_office(sight: Sight, find: str) -> bool:
    """Whether it is an office, or the plural of one."""
    titles = {role.title for entity in sight.reading.entities for role in entity.roles}
    return find in titles or any(
        mention.how in ("role", "group") and find in mention.quote for mention in sight.reading.mentions
    )


def _finds_honorific(sight: Sight, find: str) -> bool:
    """Whether it stands beside the name of a person and is no part of it."""
    people = {entity.id for entity in sight.reading.entities if entity.kind == "person"}
    for mention in sight.reading.mentions:
        if mention.entity in people and mention.how == "name" and find not in mention.quote:
            before, after = sight.text[: mention.start].rstrip(), sight.text[mention.end :].lstrip(" ,")
            if before.endswith(find) or after.startswith(find):
                return True
    return False


def _finds_name_part(sight: Sight, find: str) -> bool:
    people = {entity.id for entity in sight.reading.entities if entity.kind == "person"}
    return any(
        find in mention.quote for mention in sight.reading.mentions
        if mention.entity in people and mention.how == "name"
    )


def _finds_group(sight: Sight, find: str) -> bool:
    return any(mention.quote == find for mention in sight.reading.mentions if mention.how == "group")


def _finds_record(sight: Sight, find: str) -> bool:
    """Whether it is the phrase, title or event of a record."""
    reading = sight.reading
    phrases = (
        *(record.phrase.quote for record in reading.characterizations),
        *(record.title.quote for record in reading.outcomes), *(record.event.quote for record in reading.milestones),
    )
    return any(find in phrase for phrase in phrases)


def _finds_publisher(sight: Sight, find: str) -> bool:
    """Whether it is a name, byline or address of the publisher that is told."""
    told = sight.document.publisher
    return told is not None and any(
        find in (entry.name, *entry.names, *entry.bylines, *entry.domains)
        for entry in load_press(sight.lexicon.extra).entries if entry.name == told.name
    )


def _finds_phrase(sight: Sight, find: str) -> bool:
    """Whether it is a phrase of conditions, deadlines, instruments or of taking the floor."""
    low = sight.low
    matches = (
        match for table in load_pledges(sight.lexicon).phrases.values() for match in table.find_all(low, 0, len(low))
    )
    return any(low[match.start : match.end] == split_words(find.lower()) for match in matches)


def _finds_topic(sight: Sight, find: str) -> bool:
    words = split_words(find.lower())
    text, table = sight.low, sight.lexicon.topic_words
    places = (at for at in range(len(text)) if text[at : at + len(words)] == words)
    matches = (table.match_at(text, text, at, len(text)) for at in places)
    return any(match is not None and match.end - match.start >= len(words) for match in matches)


_FINDERS: Mapping[str, Callable[[Sight, str], bool]] = {
    **{name: _finds_listed(shape) for name, shape in _LISTED.items()},
    "nouns": _finds_shaped, "offices": _finds_office, "honorifics": _finds_honorific, "names": _finds_name_part,
    "groups": _finds_group, "relations": _finds_record, "outcomes": _finds_record, "milestones": _finds_record,
    "phrases": _finds_record, "topics": _finds_topic, "publishers": _finds_publisher,
    "commitment_words": _finds_phrase,
    "stance_words": lambda sight, find: find.lower() in load_stances(sight.lexicon).words["expressing"],
    "verbs": lambda sight, find: sight.lexicon.words.is_verb(find.lower()),
    "words": lambda sight, find: any(find.lower() in words for words in sight.lexicon.words.classes.values()),
}
