"""Noun phrases: where one begins and ends around its head noun."""

from __future__ import annotations

from memcon.extraction.draft import Draft
from memcon.extraction.sentences import Sentence
from memcon.lexicon.tables import phrase_words

LINKS = frozenset({
    "of", "between", "on", "for", "in", "with", "among", "to", "under", "against", "from", "within", "at", "regarding",
    "concerning", "about", "towards", "covering", "governing", "establishing", "amending", "extending", "commemorating",
})
_AGENTS = frozenset({
    "by", "between", "during", "through", "at", "in", "on", "to", "with", "within", "under", "upon", "after",
    "following", "for",
})
_ASIDES = (["the", "presence"], ["the", "sidelines"], ["the", "margins"], ["a", "ceremony"])
_CURRENCIES = "$€£¥"
_TIMES = frozenset({"today", "yesterday", "earlier", "last", "late"})
_STOPS = frozenset({".", ";", ":", "!", "?", '"', "(", ")", "–", "—", "[", "]"})
_ARTICLES = frozenset({
    "the", "a", "an", "this", "these", "its", "their", "our", "his", "her", "several", "some", "all", "any", "both",
    "no",
    "many", "much", "numerous", "various", "more", "other", "another", "my", "your", "such",
})
_OPENERS = frozenset({
    "that", "which", "who", "whom", "whose", "where", "when", "while", "as", "so", "but", "if", "by", "including",
    "such",
    "through", "following", "before", "after", "until", "during", "thanks",
})
_OBJECTS = frozenset({"him", "them", "us", "me"})
_OWNERS = frozenset({"'s", "'"})
_MARKS = frozenset({"adjective", "state", "prefix", "body", "place", "initiative", "capital", "people"})
_NEW_CLAUSE = frozenset({"to", "he", "she", "they", "it", "we", "i", "you", "with", "in", "on", "at"})
_DETERMINERS = frozenset({
    "the", "a", "an", "their", "its", "more", "further", "our", "his", "her", "this", "these", "all", "any",
})
_FORCING = frozenset({"to", "will", "should", "would", "must", "can", "further", "also"})
_LEADING = frozenset({"have", "has", "had", "who", "which", "that", "also"})
_INTENSIFIERS = frozenset({"most", "more", "much", "ever", "very", "once"})
_HAVING = frozenset({"have", "has", "had", "enjoy", "enjoys"})
_TOGETHER = frozenset({"two", "three", "both", "our", "them", "all", "their", "us", "these"})
_NAMED = frozenset({"person", "office", "state"})


class Phrases:
    """Finds the noun phrases of one draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._syntax = draft.syntax
        self._marks = draft.marks
        self._verbs = draft.lexicon.words
        self._closed = draft.lexicon.words.classes["closed"]
        self._words = phrase_words(draft.lexicon.language, draft.lexicon.extra)
        self._dates = {date.start: date.end for date in draft.dates}

    def left(self, head: int, sentence: Sentence) -> int:
        """Where the phrase of a head noun begins: its modifiers, and the article or possessor before them."""
        tokens, start = self._tokens, head
        while start > sentence.start:
            before = start - 1
            low, mark = tokens.low[before], self._marks.at[before]
            if mark is not None and mark.kind in _MARKS and mark.start >= sentence.start:
                start = mark.start
            elif low in _ARTICLES:
                return self._amount(before, sentence)
            elif low in _OWNERS:
                return self._owner(before, sentence)
            elif low == "-" and before > sentence.start and tokens.glued(before):
                start = self._compound(before, sentence)
            elif low in ("and", ",") and start < head and self._coordinates(before, start, sentence):
                start = before
            elif self.modifies(before, sentence) or self._counted(before, sentence):
                start = before
            else:
                break
        while start < head and (tokens.text[start] in (",", "-", "–") or tokens.low[start] in ("and", "or")):
            start += 1
        return self._amount(start, sentence)

    def _compound(self, hyphen: int, sentence: Sentence) -> int:
        """Where a compound begins whose last hyphen is given ("all-weather", "Japan-Fiji")."""
        mark = self._marks.at[hyphen - 1]
        return max(mark.start, sentence.start) if mark is not None else hyphen - 1

    def _counted(self, i: int, sentence: Sentence) -> bool:
        """Whether a word is counted by a number and a hyphen ("51-point", "two-page"), or is a sum ("$2 billion")."""
        low, number = self._tokens.low, i - 2
        if self._tokens.text[i][0] in _CURRENCIES or self._tokens.text[i][-1] in _CURRENCIES:
            return True
        if number < sentence.start or low[i - 1] != "-" or not self._tokens.glued(i):
            return False
        return low[number].isdigit() or low[number] in self._verbs.classes["number"]

    def _owner(self, at: int, sentence: Sentence) -> int:
        """Where a possessor begins whose 's stands at a token."""
        low, mark, noun = self._tokens.low, self._marks.ending(at), self._draft.noun_at.get(at)
        start = mark.start if mark is not None else noun.start if noun is not None else at - 1
        start = max(start, sentence.start)
        return start - 1 if start > sentence.start and low[start - 1] == "the" else start

    def _amount(self, start: int, sentence: Sentence) -> int:
        """The start moved before "a number of", "a series of"."""
        low = self._tokens.low
        first = start - 1 if start > sentence.start and low[start - 1] == "new" else start
        if first - 3 >= sentence.start and low[first - 1] == "of" and low[first - 2] in self._words.amounts:
            return first - 3 if low[first - 3] in ("a", "the", "an") else first - 2
        return start

    def _coordinates(self, joint: int, start: int, sentence: Sentence) -> bool:
        """Whether "and" or a comma joins two adjectives of one phrase."""
        low = self._tokens.low
        before = joint - 1
        if before < sentence.start or not self.modifies(start, sentence):
            return False
        if low[before] == ",":
            before -= 1
        if before < sentence.start or not self.modifies(before, sentence):
            return False
        if low[joint] == "and" and low[before] in self._words.nouns and self._adjective(start):
            return True  # "trade and economic"
        opened = before > sentence.start and low[before - 1] in ("a", "an")
        return self._adjective(before) or (opened and low[joint] == "and")

    def _adjective(self, i: int) -> bool:
        """Whether a word is an adjective by list or ending."""
        word = self._tokens.low[i]
        relations = self._draft.lexicon.relations
        return (
            word in relations.ratings or word in relations.label_modifiers or word in self._words.adjectives
            or word in self._words.qualities or word.endswith(self._words.endings)
        )

    def modifies(self, i: int, sentence: Sentence) -> bool:
        """Whether a word can stand before a noun as its modifier: no closed word, and no verb that governs it."""
        word = self._tokens.low[i]
        before = self._tokens.low[i - 1] if i > sentence.start else ""
        if word in _INTENSIFIERS or (word in ("following", "like") and before in _ARTICLES):
            return True
        if not word[0].isalnum() or word in self._closed or word in self._verbs.classes["negation"]:
            return False
        if word in self._draft.lexicon.relations.ratings and not self._verbs.is_verb(word, "base"):
            return True
        if word.endswith("ly"):
            return before not in ("to", "will", "would", "should") and not self._verb_after_adverb(i)
        words = self._verbs
        if words.is_verb(word, "base"):
            if word in self._words.adjectives:
                return before not in ("to", "will", "should", "would", "must")
            return word in self._words.nouns and before not in _FORCING
        if word.endswith("ing") and len(word) > 5:
            return word in self._words.gerunds or (word in self._words.qualities and (
                before in _ARTICLES or before in _HAVING or self._adjective(i - 1) or before in ("and", ",", "-")
            ))
        if words.is_verb(word, "past", "participle"):
            return not self._finite_here(i, before)
        return not self._syntax.finite(i) or word in self._words.nouns

    def _verb_after_adverb(self, i: int) -> bool:
        """Whether an adverb stands before a verb ("further strengthen") and not before an adjective."""
        nxt = self._tokens.low[i + 1] if i + 1 < len(self._tokens) else ""
        return self._verbs.is_verb(nxt, "base") and nxt not in self._words.adjectives

    def _finite_here(self, i: int, before: str) -> bool:
        """Whether a past form is the verb of a clause: right behind its subject or its auxiliary."""
        at = self._syntax.before_adverbs(i, max(0, i - 4))
        if self._draft.noun_at.get(at) is not None or self._tokens.low[at - 1] in _LEADING:
            return True
        return self._syntax.finite(i) and (before in ("and", ",") and not self._tokens.low[i].endswith("ed"))

    def right(self, head: int, sentence: Sentence, links: frozenset[str] = LINKS, *, listed: bool = False) -> int:
        """Where the phrase of a head noun ends, the complements that the links and participles open included.

        With `listed`, "and" with an article behind it opens a phrase of its own.
        """
        tokens, low = self._tokens, self._tokens.low
        end = i = head + 1
        pair = False
        while i < sentence.end:
            word, mark, date = low[i], self._marks.starting(i), self._dates.get(tokens.start[i])
            if tokens.text[i] == "(" and i + 2 < sentence.end and tokens.text[i + 2] == ")":
                end = i = i + 3  # an acronym in brackets
            elif date is not None and i > head + 1:
                end = i = tokens.at(date)
            elif word not in links and self._closes(i, head, sentence) or low[i + 1 : i + 3] in _ASIDES:
                break
            elif mark is not None and i > head + 1:
                end = i = mark.end
            elif word in links or (word in _AGENTS and self._participle(i - 1, head, sentence)):
                if word == "to" and i > head + 1 and i + 1 < sentence.end and self._verbs.is_verb(low[i + 1], "base"):
                    break
                pair = pair or (word == "between" and not _TOGETHER.intersection(low[i + 1 : i + 3]))
                i += 1
            elif word in ("and", ",", "or", "&"):
                if i == head + 1 and word != "&":
                    break
                if pair and word == "and" and (end == i or low[i - 1] == ","):
                    pair = False
                elif not (pair and word == ",") and not self._goes_on(i, sentence, listed):
                    break
                i += 1
            elif not self._continues(i, head, sentence):
                break
            else:
                end = i = i + 1
        return end

    def _closes(self, i: int, head: int, sentence: Sentence) -> bool:
        """Whether a mark or an opener of another clause ends every phrase."""
        if self._tokens.text[i] in _STOPS:
            return True
        if self._tokens.low[i] not in _OPENERS or self._participle(i - 1, head, sentence):
            return False
        return not (self._tokens.low[i] == "so" and i + 1 < sentence.end and self._tokens.text[i + 1] == "-")

    def _continues(self, i: int, head: int, sentence: Sentence) -> bool:
        """Whether a plain word belongs to the phrase that ends before it."""
        low = self._tokens.low
        word = low[i]
        if self._participle(i, head, sentence):
            return True
        if i == head + 1:
            return word in _OWNERS or word in ("-", "worth")
        if low[i - 1] in ("and", ",", "or"):
            return True  # what goes on has been looked at
        if word in _OBJECTS or word in ("he", "they"):
            return low[i - 1] in ("by", "between", "with", "and", "of")
        if word == "so" or low[i - 1] == "so":
            return "-" in low[i : i + 2]
        if word == "may" and self._tokens.text[i] == "May":
            return True
        if word in self._closed and word not in _ARTICLES | _OWNERS and word not in ("each", "other", "those", "one"):
            return False
        if not self._syntax.finite(i):
            return True
        if low[i - 1].isdigit() or low[i - 1] in self._verbs.classes["number"] or low[i - 1] in ("other", "key"):
            return True
        noun = word in self._words.nouns or word.removesuffix("s") in self._words.nouns
        return noun and self._draft.noun_at.get(i) is None

    def _participle(self, i: int, head: int, sentence: Sentence) -> bool:
        """Whether a token is a past participle behind a noun: "the consensus reached by", "documents signed today"."""
        low = self._tokens.low
        if i <= head or i + 1 >= sentence.end or not self._verbs.is_verb(low[i], "participle"):
            return False
        if low[i - 1] in self._closed and low[i - 1] not in _OWNERS:
            return False
        after = low[i + 1]
        return after in _AGENTS or after in _TIMES or self._tokens.start[i + 1] in self._dates

    def _goes_on(self, i: int, sentence: Sentence, listed: bool) -> bool:
        """Whether "and" or a comma goes on within the phrase rather than with a verb or a new clause."""
        tokens, low = self._tokens, self._tokens.low
        at = i + 1
        if at < sentence.end and low[at] == "and":
            at += 1
        if at + 1 >= sentence.end or tokens.text[at] in _STOPS:
            return at + 1 == sentence.end and tokens.text[at][0].isalpha()
        after, word = low[at + 1], low[at]
        if word in self._verbs.classes["aux"] or word.endswith("ed") and after == "by":
            return False
        if word in _ARTICLES and self._joins_names(i, at):
            return True
        if listed and self._opens_outcome(at, sentence):
            return False
        if listed and word in _ARTICLES or word in _OPENERS or word in _NEW_CLAUSE:
            return False
        if word in _ARTICLES and low[i] == "," and low[i + 1] != "and":
            return False
        if self._syntax.is_adverb(at) or (after in _DETERMINERS and word not in _ARTICLES and word not in LINKS):
            return False
        verbs = self._verbs
        if verbs.is_verb(word, "base") and word not in self._words.adjectives:
            return word in self._words.nouns and after not in _DETERMINERS and not self._clause(at, sentence)
        if verbs.is_verb(word, "ing"):
            field = word in self._words.gerunds and after not in _DETERMINERS
            return field or self._gerund_list(i, at, sentence, listed)
        if verbs.is_verb(word, "past", "participle"):
            adjective = word.endswith("ed") and after not in _DETERMINERS and after not in ("to", "that", "on", "by")
            return adjective and not self._clause(at, sentence)
        return not self._clause(at, sentence)

    def _opens_outcome(self, at: int, sentence: Sentence) -> bool:
        """Whether another document is named behind a comma or "and" ("agreements on visas and memoranda on trade")."""
        outcomes = self._draft.lexicon.outcomes
        for i in range(at, min(at + 4, sentence.end)):
            if self._tokens.low[i] in LINKS or self._tokens.text[i] in _STOPS or self._tokens.low[i] in (",", "and"):
                return False
            match = outcomes.nouns.match_at(self._tokens.low, self._tokens.low, i, sentence.end)
            if match is not None and match.entries[0] not in ("plan", "other"):
                return True
        return False

    def _joins_names(self, i: int, at: int) -> bool:
        """Whether names stand on both sides of "and" ("the statement of the President of A and the President of B")."""
        before, behind = self._draft.noun_at.get(i), self._draft.noun_from.get(at)
        if before is None or behind is None or before.sort not in _NAMED or behind.sort not in _NAMED:
            return False
        return behind.end < len(self._tokens) and not self._syntax.finite(behind.end)

    def _gerund_list(self, i: int, at: int, sentence: Sentence, listed: bool) -> bool:
        """Whether a gerund is one item of a list that goes on behind it ("on transit, avoiding taxation, and rail")."""
        low = self._tokens.low
        if not listed or low[i] != "," or low[at + 1] in _DETERMINERS:
            return False
        behind = next((j for j in range(at + 2, min(at + 6, sentence.end - 1)) if low[j] == ","), None)
        return behind is not None and low[behind + 1] == "and" and low[behind + 2] not in _ARTICLES

    def _clause(self, at: int, sentence: Sentence) -> bool:
        """Whether a clause of its own begins at a token: a few words, then a finite verb."""
        for i in range(at, min(sentence.end, at + 8)):
            if self._tokens.low[i] == "and" and (other := self._draft.noun_from.get(i + 1)) is not None:
                return other.sort in _NAMED and self._syntax.finite(other.outer)
            if self._tokens.text[i] in _STOPS or self._tokens.low[i] in (",", "and"):
                return False
            if i > at and self._syntax.finite(i) and self._tokens.low[i].removesuffix("s") not in self._words.nouns:
                return not self._participle(i, at - 1, sentence)
        return False
