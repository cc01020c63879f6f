"""What encounters bring about: agreements, consensus and documents, in sentences of several publishers' styles."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read
from tests.extraction.relations import SETTING, read_behind_setting, squeezed

from memcon.lexicon.files import read_file
from memcon.model import Outcome

SINGLE = [
    ("The two ministers signed a protocol on fisheries.", "a protocol on fisheries", "agreement", "signed"),
    (
        "They signed the Memorandum of Cooperation in the field of farming in March.",
        "the Memorandum of Cooperation in the field of farming",
        "memorandum",
        "signed",
    ),
    (
        "An agreement between the two parliaments has been signed.",
        "An agreement between the two parliaments",
        "agreement",
        "signed",
    ),
    ("A Roadmap for Rail Cooperation was adopted.", "A Roadmap for Rail Cooperation", "plan", "adopted"),
    (
        "A bilateral agreement on customs and extradition was also signed.",
        "A bilateral agreement on customs and extradition",
        "agreement",
        "signed",
    ),
    ("A joint statement was issued after the talks.", "A joint statement", "joint-statement", "issued"),
    (
        "A joint Peruvian-Australian statement summed up the results.",
        "A joint Peruvian-Australian statement",
        "joint-statement",
        "issued",
    ),
    ("In a joint statement, the two leaders condemned the raid.", "a joint statement", "joint-statement", "issued"),
    (
        "In a communiqué issued late Tuesday, the leaders praised the port.",
        "a communiqué issued late Tuesday",
        "joint-statement",
        "issued",
    ),
    ("Peru and Australia will sign an agreement on space next year.", "an agreement on space", "agreement", "planned"),
    ("The extradition treaty is expected to be signed in June.", "The extradition treaty", "agreement", "planned"),
    (
        "They called for an early conclusion of the double taxation agreement.",
        "the double taxation agreement",
        "agreement",
        "planned",
    ),
    (
        "They noted progress in the negotiations on a free trade agreement.",
        "a free trade agreement",
        "agreement",
        "planned",
    ),
    ("The draft memorandum on tourism is being prepared.", "The draft memorandum on tourism", "memorandum", "planned"),
    ("The sides are preparing a memorandum on tourism.", "a memorandum on tourism", "memorandum", "planned"),
    (
        "She was pleased to sign an Agreement on Working Holidays.",
        "an Agreement on Working Holidays",
        "agreement",
        "signed",
    ),
    (
        "The leaders witnessed the signing of five agreements covering ports and mines.",
        "five agreements covering ports and mines",
        "agreement",
        "signed",
    ),
    ("The meeting ended with the adoption of a joint communiqué.", "a joint communiqué", "joint-statement", "adopted"),
    ("The parties reached consensus on eleven points.", "consensus on eleven points", "consensus", "reached"),
    (
        "They came to an agreement on the return of the ships.",
        "an agreement on the return of the ships",
        "agreement",
        "reached",
    ),
    ("The ministers agreed on a roadmap for hydrogen.", "a roadmap for hydrogen", "plan", "reached"),
    (
        "The countries concluded negotiations on the Visiting Forces Agreement.",
        "the Visiting Forces Agreement",
        "agreement",
        "reached",
    ),
    (
        "Both sides will carry out the important consensus of the two heads of state.",
        "the important consensus of the two heads of state",
        "consensus",
        "reached",
    ),
    (
        "They reviewed the agreements reached during her visit to Lima in 2023.",
        "the agreements reached during her visit to Lima in 2023",
        "agreement",
        "reached",
    ),
    ("They will fulfil the agreements we made in Sydney.", "the agreements we made in Sydney", "agreement", "reached"),
    ("The agreement on tourism entered into force in May.", "The agreement on tourism", "agreement", "signed"),
    ("They announced a new Joint Initiative on Batteries.", "a new Joint Initiative on Batteries", "other", "issued"),
    ("They adopted the Lima Principles.", "the Lima Principles", "declaration", "adopted"),
    ("Contracts worth 3 billion dollars were signed.", "Contracts worth 3 billion dollars", "agreement", "signed"),
    (
        "Agreements were signed on visas and on space research.",
        "Agreements were signed on visas",
        "agreement",
        "signed",
    ),
    (
        "The sides exchanged a memorandum on the so-called blue economy, which both praised.",
        "a memorandum on the so-called blue economy",
        "memorandum",
        "signed",
    ),
    (
        "They welcomed the joint statement on the law of the sea.",
        "the joint statement on the law of the sea",
        "joint-statement",
        "reached",
    ),
    ("Several agreements were signed.", "Several agreements", "agreement", "signed"),
]

NONE = [
    "She said she would not sign any deal.",
    "The talks ended without a joint statement.",
    "The parties failed to reach an agreement on fish.",
    "They discussed the peace agreement between Armenia and Azerbaijan.",
    "The leaders reaffirmed their support for the Paris Agreement.",
    "The treaty of 1998 remains the basis of trade.",
    "She raised the issue of concluding a peace treaty.",
    "They discussed pressing issues on the agenda.",
    "The sides reached agreement to meet again.",
    "He thanked the House for the resolution adopted in May.",
    "The deal will be signed one day.",
    "The two countries marked the anniversary of the signing of the treaty.",
    "You have approved the Energy Strategy, I hear.",
    "They hope all states will ratify the Convention on Quiet Seas.",
    "The agreement text is long.",
    "The sides reached agreement",
]

SEVERAL = [
    (
        "The ministers signed a treaty on legal aid, a memorandum on rail and the Action Plan for 2025.",
        ["a treaty on legal aid", "a memorandum on rail", "the Action Plan for 2025"],
    ),
    (
        "They signed agreements on courts, fighting smuggling, and health, and a protocol on trade.",
        ["agreements on courts, fighting smuggling, and health", "a protocol on trade"],
    ),
    (
        "These agreements were concluded: Agreement on Air Services, Agreement on Visa Waiver, and MoU on Sports.",
        ["Agreement on Air Services", "Agreement on Visa Waiver", "MoU on Sports"],
    ),
    (
        (
            "After the talks, agreements were exchanged. These included a protocol (PSP) between the two port "
            "services, as well as an accord on sailors."
        ),
        ["a protocol (PSP) between the two port services", "an accord on sailors"],
    ),
    (
        "A number of documents were signed, in particular an agreement on customs and a protocol on air services.",
        ["A number of documents", "an agreement on customs", "a protocol on air services"],
    ),
    (
        (
            "The following documents were signed:\n\n1. Memorandum on Health;\n\n2. Programme of Sport for 2025;\n\n"
            "3. Letter of Intent between the two space agencies.\n\nThen the leaders met the press."
        ),
        ["Memorandum on Health", "Programme of Sport for 2025", "Letter of Intent between the two space agencies"],
    ),
    (
        (
            "The MoUs exchanged are as follows:\n\n• MoU on Mining\n\n• MoU between the Ministry of Energy of Peru "
            "and the Department of Energy of Australia"
        ),
        [
            "MoU on Mining",
            "MoU between the Ministry of Energy of Peru and the Department of Energy of Australia",
        ],
    ),
    (
        (
            "They witnessed the exchange of the following memoranda of understanding:\n\n(i) MoU on fisheries\n\n"
            "(ii) MoU on defence"
        ),
        ["MoU on fisheries", "MoU on defence"],
    ),
]


def outcomes(text: str, setting: str = SETTING) -> tuple[Outcome, ...]:
    return read_behind_setting(text, setting).outcomes


@pytest.mark.parametrize(("sentence", "title", "kind", "status"), SINGLE)
def test_outcome_has_title_kind_and_status(
    sentence: str,
    title: str,
    kind: str,
    status: str,
) -> None:
    found = [(squeezed(item.title.quote), item.kind, item.status) for item in outcomes(sentence)]

    assert found == [(title, kind, status)]


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_denied_foreign_or_only_a_topic_is_no_outcome(sentence: str) -> None:
    assert outcomes(sentence) == ()


@pytest.mark.parametrize(("text", "titles"), SEVERAL)
def test_coordinated_and_listed_documents_are_outcomes_each(text: str, titles: list[str]) -> None:
    assert [squeezed(item.title.quote) for item in outcomes(text)] == titles


def test_document_that_is_a_joint_statement_is_an_outcome_by_its_title() -> None:
    document = "# Joint Communiqué of Peru and Australia\n\nThe two Sides note the state of bilateral relations."
    (item,) = outcomes(document)

    assert (item.kind, item.status, item.rule) == ("joint-statement", "issued", "outcome-title")


def test_joint_statement_of_title_and_body_is_one() -> None:
    document = "# The Joint Statement of the Lima Talks in Brief\n\nThe two leaders issued a joint statement on ports."

    assert [item.title.quote for item in outcomes(document, setting="")] == ["a joint statement on ports"]


def test_title_alone_tells_of_an_outcome() -> None:
    document = "# Peru and Australia have signed a memorandum on mining\n\nIt says that trade is good."

    assert [item.title.quote for item in outcomes(document, setting="")] == ["a memorandum on mining"]


def test_parties_are_those_who_signed_or_are_named_between() -> None:
    reading = read_behind_setting(
        "Ruiz and Cole signed a protocol on fisheries. An agreement between Chile and Peru was signed, too."
    )
    known = {entity.id: entity.name for entity in reading.entities}

    assert [[known[party] for party in item.parties] for item in reading.outcomes] == [
        ["Carlos Ruiz", "Janet Cole"],
        ["Chile", "Peru"],
    ]


def test_parties_of_what_i_and_another_reached_are_the_two() -> None:
    reading = read_behind_setting('"President Berg and I have reached a new consensus on fisheries," said Ruiz.')
    known = {entity.id: entity.name for entity in reading.entities}
    (item,) = reading.outcomes

    assert [known[party] for party in item.parties] == ["Berg", "Carlos Ruiz"]


def test_day_of_the_sentence_is_the_date_of_signature() -> None:
    (item,) = outcomes("The two ministers signed a protocol on fisheries on 13 May 2024.")

    assert (item.title.quote, item.date) == ("a protocol on fisheries", "2024-05-13")


def test_what_is_still_to_come_is_less_sure_and_says_why() -> None:
    (item,) = outcomes("Peru and Australia will sign a protocol on fisheries.")

    assert item.confidence < 0.8
    assert item.reasons == ("it is still to come",)


@pytest.mark.parametrize("example", read_file("en/outcomes.yaml")[0]["example"], ids=lambda example: example["find"])
def test_examples_of_the_lexicon_are_found(example: dict[str, str]) -> None:
    assert [item.title.quote for item in outcomes(example["text"])] == [example["find"]]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The pact, reached on Monday in Lima, was praised by both capitals.", "The pact, reached on Monday in Lima"),
        ("They spoke of the agreement President Ana Sol and I signed in Quito.",
         "the agreement President Ana Sol and I signed in Quito"),
        ("A joint statement said the two countries would reopen embassies.", "A joint statement"),
        ("Both, said a 12-point joint statement published late Monday, will cooperate.",
         "a 12-point joint statement published late Monday"),
        ("The council adopted by consensus the Lima Declaration.", "the Lima Declaration"),
        ("The ministers signed on Friday in Geneva a memorandum on rail links.", "a memorandum on rail links"),
        ("The two firms signed a $2 billion contract for helicopters.", "a $2 billion contract for helicopters"),
        ('The leaders issued the "Oslo Joint Declaration on Ocean Care".', "Oslo Joint Declaration on Ocean Care"),
    ],
)
def test_an_outcome_in_the_style_of_news(text: str, title: str) -> None:
    assert [outcome.title.quote for outcome in read(text).outcomes] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "The spokesperson has issued the following statement.",
        "They discussed the need to develop rules and finalize foundational documents.",
        "They welcomed the launch of the Green Coast Initiative.",
    ],
)
def test_a_topic_or_a_statement_of_one_is_no_outcome(text: str) -> None:
    assert read(text).outcomes == ()


def test_a_list_behind_the_exchange_of_the_following() -> None:
    text = (
        "They witnessed the exchange of the following: (i) Agreement on Cooperation in Space; (ii) MoU on Youth; "
        "(iii) Work Plan on Rice."
    )
    assert [outcome.status for outcome in read(text).outcomes] == ["signed"] * 3


def test_a_statement_behind_a_colon_opens_no_list() -> None:
    assert read("The spokesperson issued the following statement: the agreement of 2001 is void.").outcomes == ()
