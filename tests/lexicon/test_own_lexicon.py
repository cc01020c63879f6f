"""A folder of the user's own: what it adds is read like what is built in, what breaks its form is told."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from memcon.errors import LexiconError, UsageError
from memcon.extraction import Extractor
from memcon.lexicon import load_lexicon
from memcon.config import Settings
from memcon.lexicon.checking import count_entries, list_names, read_folder, require_form
from memcon.lexicon.clashes import find_clashes
from memcon.lexicon.encounters import load_encounters
from memcon.lexicon.merging import join_entries, join_lists
from memcon.lexicon.pledges import load_pledges, load_stances
from memcon.lexicon.entries import BodyEntry
from memcon.loading import load_bytes
from memcon.model import Reading
from memcon.pipeline import make_reader

CUE = """
groups:
  - {group: marker, act: warn, takes: [that], drop: [that], cues: ["~lay down a <mod>* marker"],
     yes: The minister laid down a marker that the border would stay open., no: The minister laid down the pen.}
"""


class Addition(NamedTuple):
    """A file of additions, a sentence, and what only the additions make of it."""

    file: str
    added: str
    sentence: str
    seen: str


ADDITIONS = (
    Addition("cues.yaml", CUE, "Minister Ana Ruiz laid down a marker that the border would stay open.", "act warn"),
    Addition("offices.yaml", "entries: [{title: Lord Lieutenant of the Sound, rank: 5, of: region}]",
             "Lord Lieutenant of the Sound Ada Lind opened the talks.", "role Lord Lieutenant of the Sound"),
    Addition("bodies.yaml", "entries: [{name: Bergen Seven, type: forum}]",
             "Ministers of the Bergen Seven gathered in spring.", "organization Bergen Seven"),
    Addition("bodies.yaml", "entries: [{name: OSCE, aliases: [Vienna Organization], type: international-organization}]",
             "The Vienna Organization met in Lima.", "organization Vienna Organization"),
    Addition("initiatives.yaml", "entries: [{name: Ten Harbours, kind: programme}]",
             "They spoke of the Ten Harbours at length.", "initiative Ten Harbours"),
    Addition("states.yaml", "entries: [{code: NOR, name: Norway, metonyms: [Villa Solbakken]}]",
             "Villa Solbakken confirmed the date.", "state Norway"),
    Addition("places.yaml", "entries: [{name: Red Barn, kind: venue, in: Lima}]",
             "A dinner at Red Barn closed the day.", "place Red Barn"),
    Addition("honorifics.yaml", "entries: [{form: Grootheer}]", "Grootheer Jan Smit spoke first.", "person Jan Smit"),
    Addition("topics.yaml", "entries: [{slug: kites, label: Kites, words: [kite flying]}]",
             "Minister Ana Ruiz said that kite flying would be free.", "topic kites"),
)


def folder_with(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def read(sentence: str, folder: Path | None) -> Reading:
    return Extractor(load_lexicon("en", folder)).read(load_bytes(sentence.encode(), "own.txt", extra=folder))


def seen(sentence: str, folder: Path | None) -> set[str]:
    reading = read(sentence, folder)
    return {
        *(f"{entity.kind} {entity.name}" for entity in reading.entities),
        *(f"role {role.title}" for entity in reading.entities for role in entity.roles),
        *(f"act {statement.act}" for statement in reading.statements),
        *(f"topic {topic}" for statement in reading.statements for topic in statement.topics),
    }


@pytest.mark.parametrize("addition", ADDITIONS, ids=lambda addition: f"{addition.file}: {addition.seen}")
def test_an_addition_changes_the_reading(addition: Addition, tmp_path: Path) -> None:
    (tmp_path / addition.file).write_text(addition.added, encoding="utf-8")
    assert addition.seen not in seen(addition.sentence, None)
    assert addition.seen in seen(addition.sentence, tmp_path)
    assert load_lexicon("en", tmp_path).version != load_lexicon().version


def test_a_publisher_of_ones_own_is_known_by_byline_and_address(tmp_path: Path) -> None:
    entry = "{name: Fjordposten, kind: newspaper, country: NOR, bylines: [FP], domains: [fjordposten.example]}"
    folder_with(tmp_path, publishers=f"publishers: [{entry}]")
    for text in ("OSLO, 4 March 2031 (FP) - They met.", "url: https://fjordposten.example/a\n\nThey met."):
        assert load_bytes(text.encode(), "a.txt").publisher is None
        document = load_bytes(text.encode(), "a.txt", extra=tmp_path)
        assert document.publisher is not None
        assert (document.publisher.name, document.side) == ("Fjordposten", "NOR")


def test_an_addition_to_a_state_takes_nothing_from_it(tmp_path: Path) -> None:
    folder_with(tmp_path, states="entries: [{code: NOR, name: Norway, metonyms: [Villa Solbakken]}]")
    own, built_in = load_lexicon("en", tmp_path).states, load_lexicon().states
    assert own.keys() == built_in.keys()
    assert own["NOR"].adjectives == built_in["NOR"].adjectives != ()
    assert own["NOR"].metonyms == (*built_in["NOR"].metonyms, "Villa Solbakken")


def test_words_are_added_to_every_list_and_none_is_lost(tmp_path: Path) -> None:
    folder_with(
        tmp_path, names="particles: [zzo]\nfamily_first: {chinese: [Qqiu]}\ngiven: {f: [Qzela]}",
        nouns="people: [sherpas]\norganizations: {forum: [Moot]}", groups="side: [camp]\nnumbers: {eleven: 11}",
        relations="labels: [fellowship]", outcomes="nouns: {protocol: [side letter]}", phrases="amounts: [slate]",
        milestones="jubilees: {semicentennial: 50}", offices="modifiers: [roving]",
        words="entries: {number: [umpteen]}", verbs="entries: [zorb]", stance_words="expressing: [zorb]",
    )
    own, built_in = load_lexicon("en", tmp_path), load_lexicon()
    assert own.name_words["particles"] - built_in.name_words["particles"] == {"zzo"}
    assert own.name_words["family_first"] - built_in.name_words["family_first"] == {"qqiu"}
    assert own.given_names.items() - built_in.given_names.items() == {("qzela", "f")}
    assert own.nouns["people"]["all"] - built_in.nouns["people"]["all"] == {"sherpas"}
    assert own.heads.bodies.items() - built_in.heads.bodies.items() == {("Moot", "forum")}
    assert own.groups.side - built_in.groups.side == {"camp"}
    assert own.groups.numbers.items() - built_in.groups.numbers.items() == {("eleven", 11)}
    assert own.relations.labels - built_in.relations.labels == {"fellowship"}
    assert own.outcomes.starts - built_in.outcomes.starts <= {"side"}
    assert own.office_words["modifiers"] - built_in.office_words["modifiers"] == {"roving"}
    assert own.words.classes["number"] - built_in.words.classes["number"] == {"umpteen"}
    assert own.words.is_verb("zorbed")
    assert load_stances(own).words["expressing"] >= {"zorbs"} | load_stances(built_in).words["expressing"]
    for name in ("particles", "suffixes", "family_first"):
        assert built_in.name_words[name] <= own.name_words[name]


def test_groups_of_patterns_are_added(tmp_path: Path) -> None:
    sentences = "yes: They zorbed with the emir., no: They left."
    folder_with(
        tmp_path, encounters=f"verbs: [{{group: zorb, cues: [~zorb with], {sentences}}}]",
        commitments=f"groups: [{{group: zorb, force: pledged, frame: verb, takes: [inf], cues: [~zorb], {sentences}}}]",
        stances=f"groups: [{{group: zorb, stance: support, frame: verb, takes: [np], cues: [~zorb], {sentences}}}]",
    )
    own = load_lexicon("en", tmp_path)
    low = ["they", "zorbed", "with", "the", "emir"]
    assert [match.entry.group for match in load_encounters(own).tables["verbs"].matches_at(low, 1, 5)] == ["zorb"]
    assert [match.entry.group for match in load_pledges(own).table.matches_at(low, 1, 5)] == ["zorb"]
    assert [match.entry.group for match in load_stances(own).table.matches_at(low, 1, 5)] == ["zorb"]


@pytest.mark.parametrize(("text", "told"), [
    ("entries: [{name: Bergen Seven", "not YAML"),
    ("- Bergen Seven", "holds no mapping"),
    ("entries: [{name: Bergen Seven, type: club}]", "Invalid enum value 'club'"),
    ("entries: [{type: forum}]", "missing required field `name`"),
])
def test_reading_with_a_broken_file_says_which_and_why(text: str, told: str, tmp_path: Path) -> None:
    folder_with(tmp_path, bodies=text)
    with pytest.raises(LexiconError, match=r"bodies\.yaml") as raised:
        read("They met.", tmp_path)
    assert told in str(raised.value)
    assert str(tmp_path) in str(raised.value)


@pytest.mark.parametrize(("pattern", "told"), [
    ("<mod> table", "begins with <mod>"), ("~say? that?", "may match no word"),
    ("~say <adjectives>", "<adjectives> is no class of words"), ("~say:gerund that", "names no form of a verb"),
])
def test_reading_with_a_pattern_that_does_not_compile_says_so(pattern: str, told: str, tmp_path: Path) -> None:
    folder_with(tmp_path, cues=CUE.replace("~lay down a <mod>* marker", pattern))
    with pytest.raises(LexiconError) as raised:
        read("They met.", tmp_path)
    assert told in str(raised.value)
    [checked] = read_folder(tmp_path)
    assert [(fault.file, fault.entry) for fault in checked.faults] == [("cues.yaml", "groups entry 1 (marker)")]
    assert told in checked.faults[0].what


@pytest.mark.parametrize(("file", "text", "told"), [
    ("bodies.yaml", "entries: [{name: A, type: forum, alias: [B]}]", "'alias' is no field of it; did you mean aliases"),
    ("bodies.yaml", "entires: []", "is no list of this file; did you mean entries?"),
    ("bodies.yaml", "entries: [Bergen Seven]", "is no list of entries"),
    ("bodies.yaml", "entries: [{name: A, type: forum, aliases: ['Children’s Fund']}]", "has a curly apostrophe"),
    ("bodies.yaml", "entries: [{name: ' A', type: forum}]", "is empty or has blanks at its ends"),
    ("bodies.yaml", "entries: []\nentries: []", "entries: stands there twice"),
    ("bodies.yaml", "example: [{text: A}]", "missing required field `find`"),
    ("body.yaml", "entries: []", "adds to no list of the lexicon"),
    ("cue.yaml", "groups: []", "did you mean cues.yaml?"),
    ("cues.yml", "groups: []", "call it cues.yaml"),
    ("calendar.yaml", "words: {}", "is not read from a folder of additions"),
    ("groups.yaml", "side: camp", "side: is no list of words"),
    ("groups.yaml", "numbers: {eleven: many}", "numbers eleven: 'many' is no number"),
    ("names.yaml", "given: {x: [Kim]}", "given x: is no key of this list"),
    ("names.yaml", "given: [Kim]", "given: is no mapping"),
    ("verbs.yaml", "irregular: {zorb: [zerb]}", "irregular zorb: has not two forms"),
    ("publishers.yaml", "publishers: [{name: A, kind: agency, titles: ['(']}]", "is no regular expression"),
])
def test_every_slip_of_form_is_told_with_what_to_do(file: str, text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / file).write_text(text, encoding="utf-8")
    [checked] = read_folder(tmp_path)
    assert told in "\n".join(fault.told(tmp_path) for fault in checked.faults)


@pytest.mark.parametrize(("file", "text", "told"), [
    ("bodies.yaml", "entries: [{name: Shanghai Club, aliases: [SCO], type: forum}]",
     "'SCO' is a name of 'Shanghai Cooperation Organization' in bodies.yaml"),
    ("bodies.yaml", "entries: [{name: Turkey, type: forum}]", "'Turkey' is a name of 'TUR' in states.yaml"),
    ("bodies.yaml", "entries: [{name: A, type: forum}, {name: B, aliases: [A], type: forum}]", "'A' is a name of 'A'"),
    ("places.yaml", "entries: [{name: Qzelta, country: Peru}]", "'Peru' is the code of no state"),
])
def test_a_name_that_somebody_else_bears_is_told(file: str, text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / file).write_text(text, encoding="utf-8")
    faults = find_clashes(read_folder(tmp_path))[file]
    assert [told in fault.what for fault in faults] == [True]


def test_adding_to_an_entry_that_is_there_is_no_clash(tmp_path: Path) -> None:
    folder_with(
        tmp_path, states="entries: [{code: NOR, name: Norway, metonyms: [Villa Solbakken]}, {code: ZZZ, name: Zed}]",
        places="entries: [{name: Kyiv, country: UKR, aliases: [Kiew]}, {name: Zedville, country: ZZZ}]",
    )
    assert all(faults == [] for faults in find_clashes(read_folder(tmp_path)).values())


def test_a_folder_that_cannot_be_checked_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        read_folder(tmp_path / "nowhere")
    (tmp_path / "notes.txt").write_text("not one of them")
    with pytest.raises(UsageError, match="no lexicon file in it"):
        read_folder(tmp_path)


def test_a_reader_is_made_only_with_additions_in_their_form(tmp_path: Path) -> None:
    require_form(tmp_path)
    folder_with(tmp_path, bodies="entries: [{name: A, type: forum, alias: [B]}, {name: B, type: club}]")
    with pytest.raises(LexiconError, match=r"'alias' is no field of it.*\(and 1 more: memcon lexicon check"):
        make_reader(Settings.gather(lexicon=tmp_path, environment={}))
    folder_with(tmp_path, bodies="entries: [{name: A, type: forum, aliases: [B]}]")
    assert make_reader(Settings.gather(lexicon=tmp_path, environment={})).additions == tmp_path


def test_every_built_in_list_but_two_can_be_added_to() -> None:
    names = list_names()
    assert {"cues", "bodies", "states", "offices", "publishers", "topics"} <= set(names)
    assert not {"calendar", "documents"} & set(names)


def test_entries_are_counted(tmp_path: Path) -> None:
    folder_with(tmp_path, groups="about: none\nside: [camp, bloc]\nnumbers: {eleven: 11}\nbodies: {party: [clubs]}")
    [checked] = read_folder(tmp_path)
    assert count_entries(checked.parsed) == 4


def test_joined_lists_keep_their_order_and_say_nothing_twice() -> None:
    joined = join_lists({"a": ["x"], "b": "1"}, {"a": ["y", "x"], "b": "2", "c": {}})
    assert joined == {"a": ["x", "y"], "b": "2", "c": {}}
    one = BodyEntry(name="A", aliases=("B",), type="forum", country="PER")
    two = BodyEntry(name="A", aliases=("C", "B"), type="mechanism")
    assert join_entries([one, two], lambda entry: entry.name) == [
        BodyEntry(name="A", aliases=("B", "C"), type="mechanism", country="PER"),
    ]
