"""The talks behind which the sentences of the tests on commitments and positions are read."""

from __future__ import annotations

MEETING = "President Ana Lopes of Portugal met with Prime Minister Jon Berg of Norway in Oslo on Monday.\n\n"
LEADERS = ["Ana Lopes", "Jon Berg"]
STATES = ["Portugal", "Norway"]
NORLAND = (
    "The President of the Republic of Norland, Ana Lopes, met the Prime Minister of the Kingdom of Sudland, "
    "Jon Berg, in Port Royal on Monday.\n\n"
)
