"""States that no list holds, and what is no state."""

from __future__ import annotations

import pytest

from tests.extraction.drafts import draft_of


def unlisted(text: str) -> set[str]:
    """The names of the states that a text introduces."""
    return {
        being.name
        for being in draft_of(text).world.of_kind("state")
        if being.state is not None and not being.state.code
    }


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The Kingdom of Merwah and the Republic of Benara agreed.", {"Merwah", "Benara"}),
        ("The Federation of the Pelagic Islands agreed.", {"Pelagic Islands"}),
        ("The President of the Republic of San Aurelio spoke. San Aurelio agrees.", {"San Aurelio"}),
        (
            "Relations between Tarung and Marenth are good. Tarung supports Marenth. Marenth's aid is welcome.",
            {"Tarung", "Marenth"},
        ),
        ("MINISTER FOR FOREIGN AFFAIRS OF TASMERE\n\nTasmere's friends and Tasmere agree.", {"Tasmere"}),
        (
            "The Ambassador of Coralis to Astavia spoke. Coralis and Astavia agree. Coralis's view differs.",
            {"Coralis", "Astavia"},
        ),
        ("The President of Finance spoke. The leader of Opposition left.", set()),
        ("The Minister of Norway spoke of the people of Peru.", set()),
        ("The President of Velkom Bank spoke once.", set()),
    ],
)
def test_states_are_learned_from_what_rules_them(text: str, states: set[str]) -> None:
    assert unlisted(text) == states
