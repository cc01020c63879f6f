"""Names made comparable."""

from __future__ import annotations

import pytest

from memcon.model.names import country_code, fold


@pytest.mark.parametrize(("name", "folded"), [
    ("Xi Jinping", "xi jinping"),
    ("  Ana   MARKOVIĆ ", "ana markovic"),
    ("Türkiye", "turkiye"),
    ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
    ("Donald Tusk’s", "donald tusk"),
    ("U.S.", "u s"),
    ("The Netherlands", "netherlands"),
    ("the", "the"),
    ("one-China policy", "one china policy"),
    ("Władysław Kosiniak-Kamysz", "wladyslaw kosiniak kamysz"),
    ("習近平", "習近平"),
    ("Ўзбекистон", "узбекистон"),
    ("%_", ""),
])
def test_names_are_folded(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(("name", "code"), [
    ("CHN", "CHN"), ("cn", "CHN"), ("China", "CHN"), (" russian federation ", "RUS"), ("Volodin", None), ("", None),
])
def test_states_have_codes(name: str, code: str | None) -> None:
    assert country_code(name) == code
