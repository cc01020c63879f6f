"""From readings to one world: the same person, the same encounter, the same visit, the same commitment."""

from __future__ import annotations

from memcon import __version__
from memcon.lexicon.wording import Wording
from memcon.resolution.encounters import EncounterMatcher
from memcon.resolution.entities import EntityMatcher
from memcon.resolution.resolver import Resolver
from memcon.resolution.threads import ThreadMatcher
from memcon.resolution.visits import VisitMatcher

RULES = 1
"""The version of the rules: it changes with them, so that ledgers joined by older ones can be joined anew."""

__all__ = ["RULES", "Resolver", "make_resolver"]


def make_resolver() -> Resolver:
    """A resolver of all families that can be joined."""
    author = f"memcon {__version__} (resolution {RULES})"
    return Resolver(
        author, EntityMatcher(author), EncounterMatcher(author), VisitMatcher(author), ThreadMatcher(author, Wording()),
    )
