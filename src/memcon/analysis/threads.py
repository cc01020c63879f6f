"""How the wordings of a thread stand to each other: first, repeated, reworded, strengthened, weakened, extended."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from memcon.ledger import ThreadRow
from memcon.lexicon.wording import Wording
from memcon.model import Change
from memcon.resolution.threads import ThreadMatcher


def changes(thread: ThreadRow) -> tuple[Change, ...]:
    """What each wording is to the one before it, in the order of the wordings."""
    said = [wording.utterance for wording in thread.wordings]
    steps = tuple(_matcher().change(before, now) for before, now in pairwise(said))
    return ("first", *steps) if said else ()


@lru_cache(maxsize=1)
def _matcher() -> ThreadMatcher:
    return ThreadMatcher("memcon", Wording())
