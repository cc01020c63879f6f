"""What a reading calls its entities, as far as the comparison with gold needs it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from memcon.evaluation.gold import Gold
from memcon.evaluation.names import Names, fold, named_among, same_name
from memcon.model import Entity


class Naming:
    """The names behind the ids of a reading.

    An entity whose names belong to two different people of the gold counts by its first name only:
    a name for everybody must not be everybody's.
    """

    def __init__(self, entities: Iterable[Entity], people: Sequence[str]) -> None:
        self._entities = {entity.id: entity for entity in entities}
        self._ambiguous = {entity.id for entity in self._entities.values() if _bears_two(entity, people)}

    def names(self, identity: str | None) -> Names:
        """Every name of an entity, and those of its members; an unknown id is its own name."""
        if identity is None:
            return []
        entity = self._entities.get(identity)
        if entity is None:
            return [identity]
        if identity in self._ambiguous:
            return [entity.name] if entity.name else []
        names = [*all_names(entity), *(name for member in entity.members for name in self.names(member))]
        return [name for name in names if name]

    def each(self, identities: Iterable[str]) -> list[Names]:
        """The names of every one of these; a group counts as its members."""
        bearers: list[Names] = []
        for identity in identities:
            entity = self._entities.get(identity)
            members = entity.members if entity else ()
            bearers.extend(self.names(one) for one in (members or (identity,)))
        return bearers

    def title(self, identity: str | None) -> str:
        """The name to print for an entity."""
        entity = self._entities.get(identity or "")
        return entity.name if entity else (identity or "-")

    def titles(self, identities: Iterable[str]) -> str:
        """The names to print for several entities."""
        return ", ".join(self.title(identity) for identity in identities) or "-"


def all_names(entity: Entity) -> Names:
    """The name of an entity and its aliases."""
    return [entity.name, *entity.aliases]


def homes(gold: Gold, entities: Iterable[Entity]) -> dict[str, str]:
    """The states of the people at the gold's meetings, by every folded name that gold or reading has for them."""
    states = {fold(person.name): person.country for person in gold.people() if person.country}
    for entity in entities:
        names = all_names(entity)
        for person, state in list(states.items()):
            if named_among(person, names):
                states.update({fold(name): state for name in names})
    return states


def _bears_two(entity: Entity, people: Sequence[str]) -> bool:
    bearers = [person for person in people if named_among(person, all_names(entity))]
    return any(not same_name(one, other) for index, one in enumerate(bearers) for other in bearers[:index])
