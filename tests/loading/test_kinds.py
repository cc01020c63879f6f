"""The kind of a document."""

from __future__ import annotations

import pytest

from memcon.loading import load_bytes

BODY = "The Foreign Minister of Norland, Ola Berg, met with his counterpart from Sudland, Mara Voss. They spoke."
DULL = "The budget of the port was put before the council, which will vote on it in the autumn of this year."
TURNS = "Ola Berg: Welcome to Lima, dear friend.\n\nMara Voss: Thank you for having us.\n\nOla Berg: Let us begin."
ASKED = "Question: How were the talks?\n\nOla Berg: Good.\n\nQuestion: And the fish?\n\nOla Berg: Better still."


@pytest.mark.parametrize(("text", "kind"), [
    (f"Joint Statement of Norland and Sudland\n\n{BODY}", "joint-statement"),
    (f"Norland-Sudland Joint Statement on Fish\n\n{BODY}", "joint-statement"),
    (f"JOINT STATEMENT BY THE FOREIGN MINISTERS\n\n{BODY}", "joint-statement"),
    (f"We, the Ministers of Norland and Sudland, met in Lima today. {DULL}", "joint-statement"),
    (f"Joint Communiqué of the Lima Summit\n\n{BODY}", "communique"),
    (f"The Lima Declaration\n\n{DULL}", "declaration"),
    (f"Ministers sign a joint statement\n\n{BODY}", "readout"),
    (f"Press statements following the talks\n\n{TURNS}", "press-statement"),
    (f"Foreign Ministry Spokesperson's Remarks on Fish\n\n{DULL}", "press-statement"),
    (f"Meeting with Mara Voss\n\n{TURNS}", "transcript"),
    (f"At the port\n\n{ASKED}", "interview"),
    (f"Interview with the Lima Post\n\n{ASKED}", "interview"),
    (f"Remarks by the Minister at a dinner\n\n{DULL}", "speech"),
    (f"LIMA, July 12 (Andina) -- {BODY}", "news-report"),
    (f"July 12, 2031 LIMA – {BODY}", "news-report"),
    (f"source: Reuters\n\nFish on the table\n\n{BODY}", "news-report"),
    (f"Readout of the Minister's call with Mara Voss\n\n{BODY}", "readout"),
    (f"Telephone conversation with Mara Voss\n\n{DULL}", "readout"),
    (f"date 2031-07-12 {BODY}", "readout"),
    (f"MEDIA RELEASE\n\nNew rules for the port\n\n{DULL}", "release"),
    (f"source: https://www.mfa.gov.tr/a\n\nNew rules for the port\n\n{DULL}", "release"),
    (f"MEDIA RELEASE\n\nVisit of Mara Voss to Lima\n\n{BODY}", "release"),
    (f"Programme\n\n{DULL}\n\nSunday: They will rest.\n\nMonday: They will talk.\n\nTuesday: They go.", "other"),
    (f"kind: communique\n\nNew rules for the port\n\n{DULL}", "communique"),
    (f"New rules for the port\n\n{DULL}", "other"),
])
def test_a_kind_is_told(text: str, kind: str) -> None:
    assert load_bytes(text.encode(), "a.txt").kind == kind
