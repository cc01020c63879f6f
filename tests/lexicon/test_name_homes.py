"""What personal names tell of where their bearers may be from."""

from __future__ import annotations

import pytest

from memcon.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Trịnh Văn Lộc", "VNM"),
        ("Zoltán Kőrösi", "HUN"),
        ("Paweł Zarzycki", "POL"),
        ("Petro Savranskyi", "UKR"),
        ("Nodar Melashvili", "GEO"),
        ("Saleh bin Nasser", "SAU"),
        ("Zhou Mingde", "CHN"),
    ],
)
def test_letters_endings_particles_and_surnames_point_to_states(name: str, state: str) -> None:
    lexicon = load_lexicon()
    assert state in lexicon.name_homes.of(name, lexicon.given_names)


@pytest.mark.parametrize("name", ["Kim Harper", "Anna Moreau", "Peter Brown", ""])
def test_other_names_tell_nothing(name: str) -> None:
    lexicon = load_lexicon()
    assert lexicon.name_homes.of(name, lexicon.given_names) == frozenset()
