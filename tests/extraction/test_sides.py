"""Which state persons are of whose titles do not say: by whom they meet, invite, greet and come with."""

from __future__ import annotations

import pytest

from memcon.model import Reading
from tests.extraction.reading import read

_POLAND = "date: 2024-05-15\npublisher: Chancellery of the Prime Minister of Poland\n\n"
_VIETNAM = "date: 2024-05-15\npublisher: Vietnam News Agency\n\n"
_INDIA = "date: 2024-05-15\npublisher: Ministry of External Affairs of India\n\n"


def _state(reading: Reading, name: str) -> str | None:
    return next(entity.country for entity in reading.entities if entity.kind == "person" and name in entity.name)


@pytest.mark.parametrize(
    ("head", "text", "name", "state"),
    [
        (_POLAND, ("Prime Minister Jan Zarzycki met with Prime Minister of Ukraine Oksana Holub in Warsaw. The Prime "
         "Minister also met with Defence Minister Petro Savran."), "Savran", "UKR"),
        (_POLAND, ("Prime Minister Jan Zarzycki met Prime Minister of Ukraine Oksana Holub there. \"I met President "
         "Petro Savran in Kyiv last year,\" said Prime Minister Zarzycki."), "Savran", "UKR"),
        (_VIETNAM, ("Deputy Prime Minister Le Van Thuan met Hungarian Prime Minister Zoltan Barta in Budapest. On "
         "Monday, Deputy PM Thuan and Minister of Trade Ferenc Molnar co-chaired the ninth session of the committee."),
         "Molnar", "HUN"),
        (_INDIA, ("External Affairs Minister Anil Rao held talks with the Foreign Minister of Japan, Emi Hara. Foreign "
         "Minister Hara conveyed greetings from Prime Minister Ken Oda."), "Oda", "JPN"),
        (_INDIA, ("External Affairs Minister Anil Rao is on a visit to Male, Maldives, at the invitation of Foreign "
         "Minister Ibrahim Naseem."), "Naseem", "MDV"),
        (_INDIA, ("External Affairs Minister Anil Rao met Maldivian President Ahmed Shafeeu, who was accompanied by "
         "Foreign Minister Ibrahim Naseem."), "Naseem", "MDV"),
        (_INDIA, ("Prime Minister Anil Rao will meet President Liu Wenhai of China. Rao will also confer with Premier "
         "Zhou Mingde on trade."), "Zhou", "CHN"),
    ],
)
def test_bare_titles_get_the_state_that_the_sentence_tells(head: str, text: str, name: str, state: str) -> None:
    assert _state(read(text, head), name) == state


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (("Prime Minister Jan Zarzycki met Prime Minister of Ukraine Oksana Holub in Warsaw. Foreign Minister Ewa Lis "
         "attended the meeting."), "Lis"),
        (("Prime Minister Jan Zarzycki, accompanied by Foreign Minister Ewa Lis, met Prime Minister of Ukraine Oksana "
         "Holub."), "Lis"),
    ],
)
def test_the_publishers_own_stay_its_own(text: str, name: str) -> None:
    assert _state(read(text, _POLAND), name) == "POL"


def test_a_surname_that_is_also_a_town_is_a_surname_beside_a_given_name() -> None:
    reading = read("Fang Lihua met Speaker Nina Orlova. Gao Shumin, chairman of the committee, attended. Gao spoke.")
    assert not any(entity.kind == "place" for entity in reading.entities)
    assert any(entity.name == "Gao Shumin" for entity in reading.entities)
