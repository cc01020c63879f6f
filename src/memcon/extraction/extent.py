"""How far an action or an object runs: to the end of the words reported, or to where another clause begins."""

from __future__ import annotations

from memcon.extraction.draft import Draft, Said
from memcon.extraction.sentences import Quotation, Sentence
from memcon.extraction.world import Noun
from memcon.lexicon.pledges import load_pledges

_CLOSING = frozenset({".", "!", "?", "...", "…", '"', "'", ",", ";", ":", "–", "—", "-", "]", "#", "*"})
_STOPS = frozenset({".", "!", "?"})
_REDUCED = frozenset("on by in at to with for from between under against of through during around into".split())
_AFTER_PAST = frozenset("that the a an his her their its to on upon for our any all".split())
_AFTER_PARTICIPLE = frozenset({"by", "between", "among", "in", "at", "from", "during"})
_AFTER_THIRD = frozenset("to that the its their his her a an any all behind".split())
_LONG = 8  # tokens; behind a phrase as long as this a relative clause adds, and is left out
_JOINTS = frozenset({",", ";", "–", "—", "-", "and", "but", "while", ":", "as", "yet", "whereas"})
_PARTIES = frozenset("person office people states state side he she they we i organization".split())
_TRAILING = frozenset("and but while as also then which that or to further in i we he she they".split())
_RELATIVE = frozenset({"which", "who", "whom", "whose", "where"})
_SHARING = frozenset(
    "will would should shall must is are was were has have had do does did remains stands stays feels".split()
)  # verbs behind "and" that share the subject
_PRESENT = frozenset("is are has have do does remains stands stays feels".split())
_OWNED = frozenset("to for of about over at with against".split())
_OPENERS = frozenset("that which who if because where when whether so whose what how".split())


_ELLIPTIC = frozenset("necessary possible appropriate needed relevant feasible required applicable available".split())
_CONCEDING = frozenset({"although", "though"})
_DASHES = frozenset({"–", "—", "-"})
_CLAUSE_SUBJECTS = frozenset({"the", "this", "these", "those", "it", "they", "he", "she", "we", "i", "you", "there"})
_CLAUSE_VERBS = frozenset("is are was were has have had will would can could may must should do does did".split())
_DESCRIBING = frozenset({"the", "a", "an", "this", "these", "those", "such", "all", "no"})
_NEAR_VERB = 9  # tokens between the subject of a clause and its verb


class Extent:
    """Finds the ends of phrases of one draft; `cover` is the innermost statement around each token."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._tokens = draft.tokens
        self._syntax = draft.syntax
        words = load_pledges(draft.lexicon).words
        self._comments, self._nominals, self._declaring = words["comments"], words["nominals"], words["declaring"]
        self._verbs = words["verbs"]
        self.cover: list[Said | None] = [None] * (len(draft.tokens) + 1)
        self._by_sentence: dict[int, list[Said]] = {}
        for said in draft.said:
            self._by_sentence.setdefault(said.sentence.start, []).append(said)
        for said in sorted(draft.said, key=lambda said: -sum(end - start for start, end in said.content)):
            for start, end in said.content:
                self.cover[start:end] = [said] * (end - start)

    def cued_by(self, start: int, end: int) -> Said | None:
        """The statement whose cue shares a token with a range."""
        for said in self._draft.said:
            if said.cue is not None and said.cue[0] < end and start < said.cue[1]:
                return said
        return None

    def before(self, token: int, sentence: Sentence) -> Said | None:
        """The last statement of a sentence whose words begin before a token."""
        found = [
            said
            for said in self._draft.said
            if said.content
            and said.sentence.start <= sentence.start < said.sentence.end
            and said.content[0][0] <= token
        ]
        return found[-1] if found else None

    def limit(self, token: int, sentence: Sentence) -> int:
        """The last place where a phrase that holds a token can end."""
        end = self._content_end(sentence.end, token)
        said = self.cued_by(token, token + 1) or self.cover[token]
        if said is not None:
            chunk = next((stop for start, stop in said.content if start <= token < stop), None)
            if chunk is None and said.cue is not None:
                chunk = next((stop for start, stop in said.content if start >= said.cue[0]), None)
            if chunk is not None and chunk > token and not self._ends_in_adverb(chunk, end):
                end = min(end, self._content_end(chunk, token))
        end = self._before_sibling(token, end, said, sentence)
        for quotation in self._draft.quotations:
            if quotation.start <= token < quotation.end and not self._runs_on(quotation):
                end = min(end, self._content_end(quotation.end, token))
        return end

    def _runs_on(self, quotation: Quotation) -> bool:
        """Whether a sentence goes on behind the words quoted: "will "speak at once" to the Minister"."""
        behind = quotation.outer_end
        return (
            behind < len(self._tokens)
            and self._tokens.text[quotation.end - 1].isalnum()
            and self._tokens.low[behind] in _REDUCED
        )

    def _ends_in_adverb(self, chunk: int, end: int) -> bool:
        """Whether only an adverb stands between reported words and the end of the sentence: "agreed to meet again"."""
        return chunk + 1 == end and self._syntax.is_adverb(chunk)

    def _before_sibling(self, token: int, end: int, said: Said | None, sentence: Sentence) -> int:
        """The end, or the cue of another statement of the sentence that begins before it."""
        for other in self._by_sentence.get(sentence.start, ()):
            if other.cue is None or other is said or not token < other.cue[0] < end:
                continue
            first = other.cue[0]
            subject = self._draft.noun_at.get(first)
            apart = self._tokens.low[first - 1] in _JOINTS or subject is not None or self._ends_quoted(first - 1)
            if apart and (said is None or not said.covers(first) or self._ends_quoted(first - 1)):
                joined = subject is not None and self._tokens.low[subject.start - 1] in _JOINTS
                end = subject.start if subject is not None and joined and token < subject.start else first
        return end

    def _ends_quoted(self, mark: int) -> bool:
        """Whether a quotation that a comma ends closes at a token: 'vowed to "stay," said'."""
        text = self._tokens.text
        return text[mark] == '"' and text[mark - 1] in (",", ".", "!", "?")

    def _content_end(self, end: int, token: int) -> int:
        while end > token + 1 and self._tokens.text[end - 1] in _CLOSING:
            end -= 1
        return end

    def end(self, start: int, limit: int, plain: bool = False, whole: bool = False, apart: bool = True) -> int:
        """Where the phrase from `start` on ends: where a clause of its own, or a sibling of its verb, begins.

        `plain` is for verbs in the present with a plural subject: their siblings have no ending ("and urge B").
        `whole` keeps relative clauses behind a comma with a long phrase; `apart` ends it before another noun of
        commitment or stance ("and their support for").
        """
        open_clause = False
        for i in range(start, limit):
            low = self._tokens.low[i]
            if i > start and self._tokens.text[i] == "]" and i + 1 < limit and self._tokens.text[i + 1] == "(":
                return self.trim(start, i)
            if (
                i > start
                and low in _STOPS
                and i + 1 < limit
                and (self._tokens.text[i + 1][0].isupper() or self._tokens.text[i + 1] == '"')
            ):
                return self.trim(start, i)
            if (
                i > start
                and low in _JOINTS
                and not (whole and self._relates(i, limit))
                and (self._stops(start, i, limit, open_clause, apart) or plain and self._plain_sibling(i, limit))
            ):
                return self.trim(start, i)
            if low in _OPENERS and not (i + 1 < limit and self._tokens.low[i + 1] in _ELLIPTIC):
                open_clause = True
            if low == "etc." and i + 1 < limit and self._tokens.text[i + 1] == '"':
                return self.trim(start, i + 1)
        return self.trim(start, limit)

    def _relates(self, comma: int, limit: int) -> bool:
        """Whether a relative clause stands behind a comma."""
        return self._tokens.text[comma] == "," and comma + 1 < limit and self._tokens.low[comma + 1] in _RELATIVE

    def trim(self, start: int, end: int) -> int:
        """An end without marks and conjunctions in front of it."""
        low = self._tokens.low
        while end > start + 1 and (self._tokens.text[end - 1] in _CLOSING or low[end - 1] in _TRAILING):
            if low[end - 1] == "that" and low[end - 2] in _OWNED:
                break  # "thank you for that"
            end -= 1
        return end

    def _stops(self, start: int, joint: int, limit: int, open_clause: bool, apart: bool) -> bool:
        """Whether what follows a comma or conjunction belongs to the phrase no more."""
        low, text = self._tokens.low, self._tokens.text
        if text[joint] == ";":
            return True
        at = joint + 1
        while at < limit and (
            low[at] in ("and", "but", "while", "then", "thus", "therefore", "yet", "thereby")
            or self._syntax.is_adverb(at)
            and low[at] not in ("not", "so")
        ):
            at += 1
        if at >= limit:
            return False
        if text[joint] == "-" or low[at : at + 3] == ["that", "is", ","]:
            return text[joint] == "-" and self._new_clause(joint, at, limit)
        if text[joint] == "," and low[at] in _CONCEDING or self._new_clause(joint, at, limit):
            return True
        if low[joint] == "as":
            return low[at] in ("he", "she", "they") and self._reports(at + 1, limit)
        if text[joint] == "," and low[at] in ("which", "who", "where"):
            return joint - start > _LONG or self._foretells(at + 1, limit)
        if self._adds(start, joint, at, limit) or self._joins(joint, at, limit, open_clause):
            return True
        if text[joint] == "," and at == joint + 1 and low[at].endswith("ing"):
            return low[at] in self._comments
        if low[at] in self._comments and low[joint] == "and":
            return not low[start].endswith("ing")
        if low[joint] == "while" and low[at].endswith("ing"):
            return low[at] in self._comments or self._reports(at, limit)
        if apart and low[joint] in ("and", ",") and self._nominal(at, limit):
            return True
        noun = self._draft.noun_from.get(at)
        if noun is not None:
            return self._own_clause(noun, limit, open_clause and text[joint] != "," and low[joint] != "but")
        if at == joint + 1 and text[joint] == ",":
            return low[at] == "that" and not open_clause or self._third_person(at, limit) and not open_clause
        return self._sibling(self._past_adjunct(at, limit), limit, open_clause)

    def _adds(self, start: int, joint: int, at: int, limit: int) -> bool:
        """Whether what only adds follows a comma: a source, a time to come, ", under which" behind a long phrase."""
        low = self._tokens.low
        if self._tokens.text[joint] != ",":
            return False
        if low[at : at + 2] == ["according", "to"] or low[at] == "when" and self._foretells(at, limit):
            return True
        return at == joint + 1 and low[at + 1 : at + 2] in (["which"], ["whom"]) and joint - start > _LONG

    def _joins(self, joint: int, at: int, limit: int, open_clause: bool) -> bool:
        """Whether "and" or "but" joins a clause with a condition or a described subject of its own."""
        low = self._tokens.low
        if open_clause or low[joint] not in ("and", "but") and low[at - 1] not in ("and", "but"):
            return False
        return low[at] in ("if", "unless", "should") or self._described_clause(at, limit)

    def _foretells(self, at: int, limit: int) -> bool:
        """Whether a relative clause says what will be: ", where he is due to speak", ", which the EU will fund"."""
        low = self._tokens.low
        for i in range(at, min(limit - 1, at + _NEAR_VERB)):
            if low[i] in ("will", "would", "should", "shall"):
                return True
            if low[i] in ("is", "are"):
                return low[i + 1] in ("to", "due", "set", "scheduled", "expected")
            if self._tokens.text[i] == "," or self._syntax.finite(i):
                return False
        return False

    def _described_clause(self, at: int, limit: int) -> bool:
        """Whether a clause begins whose subject is described: "and the dates will be agreed"."""
        low, text = self._tokens.low, self._tokens.text
        if low[at] not in _DESCRIBING:
            return False
        for i in range(at + 2, min(limit, at + _NEAR_VERB)):
            if low[i] in _CLAUSE_VERBS and low[i] not in ("do", "did", "does"):
                return True
            closed = low[i] != "of" and low[i] in self._syntax.words.classes["closed"]
            if closed or not text[i].isalpha() or not text[i].islower():
                return False
        return False

    def _new_clause(self, dash: int, at: int, limit: int) -> bool:
        """Whether a dash between blanks opens a clause of its own: "the shelling – it has grown"."""
        text, low = self._tokens.text, self._tokens.low
        if (
            text[dash] not in _DASHES
            or self._tokens.glued(dash)
            or low[at] not in _CLAUSE_SUBJECTS
            or text[dash] in text[dash + 1 : limit]
        ):
            return False
        for i in range(at + 1, min(limit, at + _NEAR_VERB)):
            if low[i] in _OPENERS:
                return False
            if low[i] in _CLAUSE_VERBS:
                return True
        return low[at] in ("they", "we", "i", "you", "he", "she")

    def _plain_sibling(self, joint: int, limit: int) -> bool:
        """Whether a declaration in the present begins behind a comma or "and": "and reaffirm our support"."""
        if self._tokens.low[joint] not in ("and", ",", ";") or self._tokens.low[joint - 1] in _REDUCED:
            return False  # "ties with and support for Norland"
        at = self._syntax.skip_adverbs(joint + 1, limit)
        if at < limit and self._tokens.low[at] == "and":
            at = self._syntax.skip_adverbs(at + 1, limit)
        return at + 1 < limit and self._tokens.low[at] in self._declaring

    def _past_adjunct(self, at: int, limit: int) -> int:
        """The verb behind "and in this regard", or the token itself."""
        low = self._tokens.low
        if low[at] in ("in", "at", "on", "to", "for"):
            for i in range(at + 1, min(limit, at + 6)):
                if self._reports(i, limit) and self._syntax.words.is_verb(low[i], "past", "s"):
                    return i
        return at

    def _nominal(self, at: int, limit: int) -> bool:
        """Whether another noun of commitment or stance begins: "and their shared commitment to"."""
        low = self._tokens.low
        if low[at] in self._nominals and at + 1 < limit and low[at + 1] in ("to", "for"):
            return True
        mark = self._draft.marks.at[at]
        if low[at] not in ("their", "its", "his", "her", "our") and (mark is None or mark.state is None):
            return False
        for i in range(at, min(limit - 1, at + 6)):
            if low[i] in self._nominals and low[i + 1] in _OWNED:
                return True
            if low[i] in ("and", ",", "of", "in", "to", "for", "with"):
                return False
        return False

    def _reports(self, at: int, limit: int) -> bool:
        return at < limit and bool(self._draft.lexicon.cues.matches_at(self._tokens.low, at, limit))

    def _own_clause(self, noun: Noun, limit: int, inside: bool) -> bool:
        """Whether a mention is the subject of a clause of its own."""
        capital = noun.mark is not None and noun.mark.kind in ("capital", "metonym")
        if noun.sort not in _PARTIES and noun.how != "group" and not capital:
            return False
        behind = self._syntax.skip_adverbs(self._list_end(noun, limit), limit)
        if behind >= limit or self._tokens.low[behind] in ("'s", "'", "of"):
            return False
        if self._tokens.text[behind] == "[":
            behind += 1
        if (
            behind + 1 < limit
            and self._tokens.low[behind + 1] in _REDUCED
            and self._syntax.words.is_verb(self._tokens.low[behind], "participle")
            and not self._reports(behind, limit)
        ):
            return False
        finite = self._syntax.finite(behind) or (
            noun.how in ("pronoun", "group") and self._syntax.words.is_verb(self._tokens.low[behind], "base")
        )
        return finite and not inside

    def _list_end(self, noun: Noun, limit: int) -> int:
        """Where a list of parties ends that share a plural verb ("A, B and C have"), else where the mention ends."""
        end = at = max(noun.outer, noun.end)
        while at + 1 < limit and self._tokens.low[at] in (",", "and"):
            behind = at + 1 + (self._tokens.low[at + 1] == "and")
            other = self._draft.noun_from.get(behind)
            if other is None or other.sort not in _PARTIES:
                break
            at = max(other.outer, other.end)
        return at if at < limit and self._tokens.low[at] in ("have", "are", "were") else end

    def _sibling(self, at: int, limit: int, open_clause: bool) -> bool:
        """Whether a verb that shares the subject begins at a token: "and will", "and is ready", "and reaffirmed"."""
        low = self._tokens.low
        word = low[at]
        if word in _SHARING:
            return not (open_clause and word in _PRESENT)
        if word in ("that", "against") and not open_clause:
            return True
        if self._past(at, limit):
            return True
        return self._third_person(at, limit) and not open_clause

    def _past(self, at: int, limit: int) -> bool:
        """Whether a verb in the past with its complement begins at a token: "and reaffirmed its support"."""
        low, text = self._tokens.low, self._tokens.text
        if not self._syntax.words.is_verb(low[at], "past") or not text[at][0].islower():
            return False
        if low[at - 1] == "but":
            return True
        if self._syntax.words.is_verb(low[at], "base") and low[at - 1] in ("and", "or", ","):
            return False  # "to build a port and set up a fund"
        following = low[at + 1] if at + 1 < limit else ""
        if not following or following in _AFTER_PARTICIPLE:
            return False
        return following in _AFTER_PAST or self._reports(at, limit) or self._draft.noun_from.get(at + 1) is not None

    def _third_person(self, at: int, limit: int) -> bool:
        """Whether a verb in -s with its complement begins at a token: "and supports Norland"."""
        word, words = self._tokens.low[at], self._syntax.words
        if at + 1 >= limit or not words.is_verb(word, "s") or words.is_verb(word, "base"):
            return False
        following = self._tokens.low[at + 1]
        if following in ("of", "about") and words.is_verb(word.removesuffix("s"), "base"):
            return False  # "and reports of fighting" are things
        known = word in self._verbs and following not in ("of", "for", "and", ",")
        governs = following in _AFTER_THIRD or self._draft.noun_from.get(at + 1) is not None
        return not self._tokens.text[at][0].isupper() and (known or governs or self._reports(at, limit))
