"""Encounters and trips together, as each tells the other where it was: trips, encounters, then what is left open."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from memcon.extraction.draft import Draft
from memcon.extraction.meetings_encounter import Encounter
from memcon.extraction.meetings_gathering import gather_encounters
from memcon.extraction.meetings_ground import Ground
from memcon.extraction.visits_gathering import gather_trips, settle_trips
from memcon.extraction.visits_trip import Trip


class Told(NamedTuple):
    """What a text tells of meetings and of visits, each in the order in which it first speaks of them."""

    meetings: tuple[Encounter, ...]
    visits: tuple[Trip, ...]


@lru_cache(maxsize=1)
def find_encounters(draft: Draft) -> Told:
    """The encounters and trips of a draft, found once for the two stages that make records of them."""
    ground = Ground(draft)
    trips = gather_trips(ground)
    encounters = gather_encounters(ground, trips)
    return Told(tuple(encounters), tuple(settle_trips(trips, encounters, ground)))
