"""Offices made comparable: which titles are one office, which only one person holds, which nobody holds together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from memcon.lexicon.entries import OfficeEntry
from memcon.lexicon.files import read_entries
from memcon.model import Entity, Role
from memcon.model.names import fold
from memcon.model.resolved import Office
from memcon.resolution.homes import Homes

_EMPTY = frozenset({
    "counterpart", "counterparts", "colleague", "colleagues", "official", "officials", "leader", "leaders", "head",
    "guest", "host", "member", "members", "delegate", "representative", "envoy", "aide", "his", "her", "their",
})
_PAST = re.compile(r"^(?:former|ex|late|then|outgoing|past|onetime|erstwhile|previous)\b ?")
_PASSING = re.compile(r"^(?:acting|interim|caretaker|transitional|current|incumbent|new|newly elected) ")
_NEXT = re.compile(r"\b(?:elect|designate|nominate)$|^incoming ")
_CHAIR = r"(?:chairman|chairwoman|chairperson|chair|president|speaker)"
_PRESIDING = re.compile(rf"^{_CHAIR}(?: of the (?:chamber|house))?$")
_DEPUTY = re.compile(rf"^(?:first |second )?(?:deputy|vice) {_CHAIR}\b")
_HOUSES = {"legislature", "chamber"}
PRESIDING = "presiding officer"
DEPUTY_PRESIDING = "deputy presiding officer"
PAST = "former "
_MINISTER = re.compile(r"^(?:.+ )?minister(?: (?:of|for) .+)?$")
_TO = re.compile(r"\bto (?:the )?(.+)$")


class Post(NamedTuple):
    """An office looked up: `title` in one wording, `rank` 1 (head of state) to 9, `of` what it is an office of."""

    title: str
    rank: int
    of: str
    state: str | None
    body: str | None
    past: bool

    @property
    def single(self) -> bool:
        """Whether only one person holds it at a time."""
        if self.past:
            return False
        return self.rank <= 2 or self.title == PRESIDING or self.rank == 5 and "minister" in self.title or (
            self.title.startswith("ambassador to ")
        )


def comparable_offices(
    role: Role, body: Entity | None, state: str | None, homes: Homes, past: bool,
) -> Iterator[Office]:
    """The offices that a role tells, each once: titles that are joined by "and" are two; mere "counterparts" none."""
    for title in _titles(fold(role.title), homes):
        bare = _PASSING.sub("", title)
        lapsed = past or _PAST.match(bare) is not None
        bare = _PAST.sub("", bare)
        if bare in _EMPTY or not bare:
            continue
        named, told = bare, homes.tell(bare)
        organization = homes.tell(body.name).core if body is not None else None
        if bare.startswith("ambassador") or " ambassador" in bare:
            named = _ambassador(bare, homes)
        elif body is not None and body.type in _HOUSES:
            named = _presiding(told.core, organization or "")
        else:
            named = _listed_title(told.core)
        yield Office((PAST if lapsed else "") + named, organization, state)


def _titles(title: str, homes: Homes) -> list[str]:
    if " and " not in title or homes.tell(title).core in _entries():
        return [title]
    first, _, second = title.partition(" and ")
    if _lookup(homes.tell(first).core) is not None and _lookup(homes.tell(second).core) is not None:
        return [first, second]
    return [title]


def _ambassador(title: str, homes: Homes) -> str:
    to = _TO.search(title)
    receiving = homes.first(to[1]) if to is not None else None
    return f"ambassador to {receiving or fold(to[1])}" if to is not None else "ambassador"


def _presiding(core: str, organization: str) -> str:
    """The one wording for whoever presides over a chamber, whatever the title there."""
    title = core
    if organization and organization in title:
        title = re.sub(r"\b(?:of )?(?:the )?" + re.escape(organization) + r"\b", "", title).strip()
    title = re.sub(r" of (?:the )?(?:national assembly|parliament|house|senate|assembly|council)$", "", title)
    if _PRESIDING.match(title):
        return PRESIDING
    return DEPUTY_PRESIDING if _DEPUTY.match(title) else title or core


def _listed_title(core: str) -> str:
    entry = _lookup(core)
    return fold(entry.title) if entry is not None else core


@cache
def _entries() -> dict[str, OfficeEntry]:
    found: dict[str, OfficeEntry] = {}
    for entry in read_entries("en/offices.yaml", OfficeEntry):
        for name in (entry.title, *entry.aliases):
            found.setdefault(fold(name), entry)
    return found


@lru_cache(maxsize=4096)
def _lookup(title: str) -> OfficeEntry | None:
    """The listed office of a title: the whole, else its beginning before "of", else its end after an adjective."""
    entries = _entries()
    words = title.split()
    for stop in range(len(words), 0, -1):
        if stop == len(words) or words[stop] in ("of", "for"):
            entry = entries.get(" ".join(words[:stop]))
            if entry is not None and (stop == len(words) or entry.rank < 5):
                return entry
    if words and words[0] in ("federal", "state", "republican"):
        return entries.get(" ".join(words[1:]))
    return None


@lru_cache(maxsize=4096)
def _kind_of(title: str) -> OfficeEntry | None:
    """The listed office whose kind a title shares: its own, else that of its longest beginning before "of" or "for"."""
    words = title.split()
    for stop in range(len(words), 0, -1):
        if stop == len(words) or words[stop] in ("of", "for", "to", "at"):
            entry = _entries().get(" ".join(words[:stop]))
            if entry is not None:
                return entry
    return None


@lru_cache(maxsize=16384)
def post(office: Office) -> Post:
    """An office, looked up."""
    past = office.title.startswith(PAST)
    title = office.title.removeprefix(PAST)
    past = past or _to_come(title)
    if title in (PRESIDING, DEPUTY_PRESIDING):
        rank = 4 if title == PRESIDING else 6
        return Post(title, rank, "legislature", office.country, office.organization, past)
    if title.startswith("ambassador"):
        return Post(title, 7, "embassy", office.country, None, past)
    entry = _kind_of(title)
    rank, of = (entry.rank, entry.of) if entry is not None else (9, "other")
    if entry is None and _MINISTER.match(title):
        rank, of = (6 if "deputy" in title or "vice" in title else 5), "ministry"
    if rank == 4:
        title = PRESIDING
    if rank <= 2 and office.organization is not None and of in ("state", "government"):
        rank, of = 9, "organization"  # the president of a university or company is no head of state
    return Post(title, rank, of, office.country, office.organization, past)


def _to_come(title: str) -> bool:
    return _NEXT.search(title) is not None


def same_post(left: Post, right: Post) -> bool:
    """Whether two offices are one: the same title, or one that tells less of it; nothing against it in state and body.

    "Minister" and "Foreign Minister" may be one office; "Deputy Minister" has another rank.
    """
    if left.past != right.past or left.title != right.title and not _tells_less(left, right):
        return False
    if left.state and right.state and left.state != right.state:
        return False
    return not left.body or not right.body or left.body == right.body or left.body in right.body or (
        right.body in left.body
    )


def _tells_less(left: Post, right: Post) -> bool:
    if left.rank != right.rank or left.of != right.of or left.rank > _LISTED:
        return False
    one, other = set(left.title.split()), set(right.title.split())
    return one < other or other < one


_LISTED = 7
"""The last rank of which a title alone tells enough."""

_EXCLUSIVE = {"ministry", "embassy", "legislature", "chamber", "region", "city", "court"}
_COMMON = frozenset({
    "minister", "ministers", "deputy", "vice", "first", "state", "secretary", "of", "for", "the", "and", "federal",
    "affairs", "assistant", "under",
})


def exclusive(left: Post, right: Post) -> bool:
    """Whether nobody holds two offices at the same time, as a rule.

    A head of state or government, a minister of one subject and of another, who presides over a chamber, an
    ambassador, a governor and a mayor are different people; a head of government may be a minister too.
    """
    one, other = sorted((left, right), key=lambda each: each.rank)
    if one.past or other.past or same_post(one, other) or other.rank > _LISTED:
        return False
    if not all(each.rank <= 2 or each.of in _EXCLUSIVE for each in (one, other)):
        return False
    if one.rank == 2 and other.rank in (2, 5) or one.rank == other.rank == 1:
        return False
    shared = set(one.title.split()) & set(other.title.split())
    return not shared - _COMMON
