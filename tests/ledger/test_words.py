"""Words as the index of a server has them, and what is shown of a passage that was found."""

from __future__ import annotations

import pytest

from memcon.ledger.words import Phrase, snippet, words_of


@pytest.mark.parametrize(("text", "words"), [
    ("", []), ("… — !", []), ("The Minister's visit", ["the", "minister", "s", "visit"]),
    ("1,500.50 on 2024-05-14", ["1", "500", "50", "on", "2024", "05", "14"]), ("a_b c-d", ["a", "b", "c", "d"]),
    ("Tōkyō NAÏVE naïve", ["tokyo", "naive", "naive"]), ("ЕЩЁ Ўзбек", ["еще", "узбек"]),
    ("习近平met北京", ["习", "近", "平", "met", "北", "京"]), ("한국", ["한", "국"]),
    ("Straße ½ ²", ["strasse", "12", "2"]),
    ("x" * 3000, ["x" * 200]),
])
def test_a_text_is_cut_into_comparable_words(text: str, words: list[str]) -> None:
    found = words_of(text)
    assert [word.plain for word in found] == words
    assert all(text[word.start : word.end].strip() for word in found)


def _stems(text: str) -> dict[int, str]:
    return {number: word.plain for number, word in enumerate(words_of(text))}


@pytest.mark.parametrize(("text", "phrases", "shown"), [
    ("Relations are a partnership.", [Phrase(("partnership",), False)], "Relations are a ⟦partnership⟧."),
    ("silk road, silk", [Phrase(("silk", "road"), False)], "⟦silk road⟧, silk"),
    ("silk road", [Phrase(("silk",), False), Phrase(("road",), False)], "⟦silk⟧ ⟦road⟧"),
    ("silk roads", [Phrase(("silk", "ro"), True)], "⟦silk roads⟧"),
    ("a b a b a", [Phrase(("a", "b", "a"), False)], "⟦a b a b a⟧"),
    ("习近平", [Phrase(("近", "平"), False)], "习⟦近平⟧"),
    ("nothing of it", [Phrase(("else",), False)], "nothing of it"),
])
def test_what_was_found_is_marked(text: str, phrases: list[Phrase], shown: str) -> None:
    assert snippet(text, _stems(text), phrases) == shown


def test_of_a_long_passage_the_stretch_with_most_of_it_is_shown() -> None:
    text = " ".join(("silk", *["far"] * 100, "road", "of", "silk", *["away"] * 100)) + "."
    shown = snippet(text, _stems(text), [Phrase(("silk",), False), Phrase(("road",), False)])
    assert (shown[:4], shown[-5:]) == ("…far", "away…")
    assert "far ⟦road⟧ of ⟦silk⟧ away" in shown
    assert len(shown.replace("…", "").split()) == 40


def test_the_end_of_a_long_passage_is_shown_whole() -> None:
    text = " ".join(["far"] * 100) + " road!"
    shown = snippet(text, _stems(text), [Phrase(("road",), False)])
    assert shown == "…" + " ".join(["far"] * 39) + " ⟦road⟧!"
