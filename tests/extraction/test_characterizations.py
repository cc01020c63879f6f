"""How a relationship is named, rated and dated, in sentences of several publishers' styles."""

from __future__ import annotations

import pytest

from tests.extraction.relations import read_behind_setting, squeezed

from memcon.lexicon.files import read_file

LABELS = [
    (
        "The leaders agreed to deepen the comprehensive strategic partnership of coordination.",
        "comprehensive strategic partnership of coordination",
    ),
    (
        "Peru will go on building the all-round cooperative partnership for a new era of mutual trust and growth.",
        "all-round cooperative partnership for a new era",
    ),
    (
        "Ruiz spoke of the strategic partnership between Peru and Australia.",
        "strategic partnership between Peru and Australia",
    ),
    (
        "They raised the comprehensive cooperative partnership to a higher plane.",
        "comprehensive cooperative partnership",
    ),
    ("She praised the time-tested friendship between the two nations.", "time-tested friendship"),
    ("They value the old friendship forged by their grandparents.", "old friendship forged by their grandparents"),
    ("Cole said our friendship will outlive any storm.", "our friendship"),
    ("The Australia-Peru Alliance was on the agenda.", "Australia-Peru Alliance"),
    ("They decided to elevate relations to a Pacific Partnership.", "a Pacific Partnership"),
    (
        "The two countries have a partnership based on trust and shared interests.",
        "a partnership based on trust and shared interests",
    ),
    ("The two countries are building a community with a shared future.", "a community with a shared future"),
    ("Ties between Peru and Australia are old bonds of brotherhood.", "old bonds of brotherhood"),
    (
        "They work through trilateral partnerships with Chile and Japan.",
        "trilateral partnerships with Chile and Japan",
    ),
    (
        "They spoke of the historic alliance between Peru and Australia.",
        "historic alliance between Peru and Australia",
    ),
    (
        "They raised ties to a Comprehensive Strategic Partnership for Peace and Growth.",
        "a Comprehensive Strategic Partnership for Peace and Growth",
    ),
]

RATINGS = [
    (
        "The ministers welcomed the historic ties between Peru and Australia.",
        "historic ties between Peru and Australia",
    ),
    (
        "She spoke of the 60-year relationship between the two countries.",
        "60-year relationship between the two countries",
    ),
    (
        "The sides spoke of a strong, productive and long-standing bilateral relationship.",
        "a strong, productive and long-standing bilateral relationship",
    ),
    ("Both enjoy close and friendly relations.", "close and friendly relations"),
    ("We have very good relations with Australia.", "very good relations with Australia"),
    (
        "She renewed a bilateral relationship rooted in a common history.",
        "a bilateral relationship rooted in a common history",
    ),
    (
        "Peru appreciates the very close cooperation with Australia on customs.",
        "the very close cooperation with Australia",
    ),
    (
        "Her visit shows the depth and warmth of the bilateral relationship.",
        "the depth and warmth of the bilateral relationship",
    ),
    ("They noted the excellent state of bilateral relations.", "the excellent state of bilateral relations"),
    ("She welcomed the positive dynamics in bilateral relations.", "the positive dynamics in bilateral relations"),
    ("It shows the strength of the Australia-Peru relationship.", "the strength of the Australia-Peru relationship"),
    ("Peru wants a stable and durable relationship.", "a stable and durable relationship"),
    ("Peru and Australia share warm and growing ties.", "warm and growing ties"),
    ("The two countries agreed to contain their bitter rivalry.", "their bitter rivalry"),
    ("He spoke of the long-strained relationship between Peru and Chile.",
     "long-strained relationship between Peru and Chile"),
    ("She praised the historical ties binding the two brotherly peoples.",
     "historical ties binding the two brotherly peoples"),
    ("The two peoples share a long history of friendly exchanges.", "a long history of friendly exchanges"),
    (
        "We must not let this affect what I would call good-neighbourly relations between our countries.",
        "good-neighbourly relations between our countries",
    ),
]

PARTNERS = [
    ("Peru is a reliable partner of Australia.", "a reliable partner of Australia"),
    ("Australia remains one of Peru's closest friends in the Pacific.", "one of Peru's closest friends in the Pacific"),
    ("She described Peru as “a close neighbour and a valued partner”.", "a close neighbour and a valued partner"),
    ("Peru regards Australia as its most trusted partner.", "its most trusted partner"),
    (
        "Peru and Australia, each other's oldest friends and both founders of the fund, meet often.",
        "each other's oldest friends and both founders of the fund",
    ),
    ("Australia, which bought much copper last year, is a good partner in mining.", "a good partner in mining"),
    (
        "Ruiz called Australia an important partner and a true friend of Peru.",
        "an important partner and a true friend of Peru",
    ),
    ("Australia is the third largest supplier of wheat to Peru.", "the third largest supplier of wheat to Peru"),
    ("The alliance is the cornerstone of security in the region.", "the cornerstone of security in the region"),
    ("Both act as steadfast Pacific partners, Peru said.", "steadfast Pacific partners"),
    ("We are brothers by history.", "brothers by history"),
    ("Peru has been a friend who never let us down, Cole said.", "a friend who never let us down"),
    ("He described Australia as a brotherly country.", "a brotherly country"),
    ("Peru has been a reliable supplier of copper to Australia.", "a reliable supplier of copper to Australia"),
    ("Peru ranks among the closest partners of Australia.", "the closest partners of Australia"),
    ("The partnership is the engine of growth in the region.", "the engine of growth in the region"),
    ("Peru and Australia are comrades and brothers.", "comrades and brothers"),
]

LEVELS = [
    ("Relations between Peru and Australia have reached the highest level in history.", "the highest level in history"),
    ("Interaction between our parliaments has reached an unprecedented level.", "an unprecedented level"),
    ("The partnership stands at the highest level ever reached, Cole said.", "the highest level ever reached"),
    (
        "Her trip is a chance for a new stage in bilateral relations.",
        "a new stage in bilateral relations",
    ),
    ("Peru and Australia have entered a new chapter, Cole said.", "a new chapter"),
    ("Bilateral relations are going through a golden age.", "a golden age"),
    ("Peru-Australia relations have taken on a special character.", "a special character"),
    ("Relations between the two countries have made a great leap in recent years.", "a great leap in recent years"),
    (
        "The visit opens a new chapter in relations between the two countries.",
        "a new chapter in relations between the two countries",
    ),
    ("The summit opens a new era of trilateral partnership.", "a new era of trilateral partnership"),
    (
        "Peru-Australia relations have maintained steady and healthy development momentum.",
        "steady and healthy development momentum",
    ),
]

PREDICATES = [
    (
        "Bilateral relations are developing positively in many fields and exports have grown.",
        "developing positively in many fields",
    ),
    ("Our relations have never been better.", "never been better"),
    ("The partnership, which next year turns ten, has never been stronger.", "never been stronger"),
    ("Our relations are developing just as we planned.", "developing just as we planned"),
    ("Relations with Peru continue to grow stronger.", "grow stronger"),
    ("Relations between Peru and Chile are at their lowest since the war.", "at their lowest since the war"),
    ("The allies, Cole said, are stronger and more united than ever.", "stronger and more united than ever"),
    ("Relations between Peru and Australia soured last year.", "soured last year"),
    ("Our trade relationship is the largest in the region.", "the largest in the region"),
    ("They noted the state of our relations, which are strong and based on trust.", "strong and based on trust"),
    ("The ties between the two countries have stood firm in hard times.", "stood firm in hard times"),
    ("He called relations between the two countries exemplary.", "exemplary"),
    ("Bilateral relations were described as excellent.", "excellent"),
    ("Ties with Australia, he told his guest, rest on a sober choice.", "a sober choice"),
    (
        "The ties between the two states are based on mutual respect and common interests.",
        "based on mutual respect and common interests",
    ),
    ("Military cooperation with Australia is developing successfully.", "developing successfully"),
    (
        "The development of relations with Peru is a wise choice of both countries.",
        "a wise choice of both countries",
    ),
    (
        "They will deepen bilateral relations featuring mutual trust and warm friendship.",
        "mutual trust and warm friendship",
    ),
]

NONE = [
    "The ministers discussed bilateral cooperation and economic relations.",
    "The two sides agreed to expand trade ties.",
    "Peru works on developing friendly relations with Australia.",
    "They talked about cementing good relations with neighbours.",
    "The talks were held at the highest level.",
    "The two countries signed a partnership agreement.",
    "Australia reaffirmed its alliance commitments.",
    "They met in the margins of the Partnership for Peace council.",
    "The port is a key pillar of the programme.",
    "Peru wants to build constructive and stable relations with Australia.",
    "Both focused on strengthening trade relations.",
    "Peru is a country of great beauty.",
    "The two sides negotiate a trade partnership.",
    "Peru has no quarrel with Australia; we are not rivals.",
    "Trade between the two countries has reached a record level.",
]


@pytest.mark.parametrize(("sentence", "phrase"), [*LABELS, *RATINGS, *PARTNERS, *LEVELS, *PREDICATES])
def test_relationship_is_characterized_by_the_phrase(sentence: str, phrase: str) -> None:
    found = [squeezed(item.phrase.quote) for item in read_behind_setting(sentence).characterizations]

    assert found == [phrase]


@pytest.mark.parametrize("sentence", NONE)
def test_plain_cooperation_is_no_characterization(sentence: str) -> None:
    assert read_behind_setting(sentence).characterizations == ()


def test_partners_with_participles_of_their_own_are_two() -> None:
    reading = read_behind_setting(
        "Peru and Australia are good neighbours linked by one ocean and good friends bound by a common cause."
    )

    assert [item.phrase.quote for item in reading.characterizations] == [
        "good neighbours linked by one ocean",
        "good friends bound by a common cause",
    ]


def test_what_relations_have_become_is_apart() -> None:
    reading = read_behind_setting("Our ties have stood the test of time and become a model of friendly relations.")

    assert [item.phrase.quote for item in reading.characterizations] == [
        "stood the test of time",
        "a model of friendly relations",
    ]


def test_label_and_level_of_one_sentence_are_two() -> None:
    reading = read_behind_setting(
        "The strategic partnership between Peru and Australia has reached its best level in decades, Cole said."
    )

    assert [(item.phrase.quote, item.aspect) for item in reading.characterizations] == [
        ("strategic partnership between Peru and Australia", "label"),
        ("its best level in decades", "level"),
    ]


@pytest.mark.parametrize(
    ("sentence", "aspect"),
    [
        ("They praised the traditional friendship between the two peoples.", "history"),
        ("They praised the global partnership with Australia.", "label"),
        ("Bilateral relations are excellent.", "level"),
    ],
)
def test_aspect_tells_a_name_from_a_rating_and_a_date(sentence: str, aspect: str) -> None:
    assert [item.aspect for item in read_behind_setting(sentence).characterizations] == [aspect]


def test_parties_are_the_states_of_the_phrase_or_of_the_text() -> None:
    reading = read_behind_setting(
        "Ruiz lauded the strategic partnership between Chile and Japan. The historic friendship came up, too."
    )
    known = {entity.id: entity.name for entity in reading.entities}
    parties = [[known[party] for party in item.parties] for item in reading.characterizations]

    assert parties == [["Chile", "Japan"], ["Peru", "Australia"]]


def test_same_words_are_one_characterization() -> None:
    reading = read_behind_setting("He praised the historic friendship. She praised the historic friendship, too.")

    assert len(reading.characterizations) == 1


def test_statement_of_the_speaker_is_linked() -> None:
    reading = read_behind_setting("Cole said that Peru is a trusted partner of Australia.")
    (item,) = reading.characterizations

    assert item.statement == reading.statements[-1].id


@pytest.mark.parametrize("example", read_file("en/relations.yaml")[0]["example"], ids=lambda example: example["find"])
def test_examples_of_the_lexicon_are_found(example: dict[str, str]) -> None:
    found = [item.phrase.quote for item in read_behind_setting(example["text"]).characterizations]

    assert found == [example["find"]]
