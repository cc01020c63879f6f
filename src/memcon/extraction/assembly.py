"""From a finished draft to a reading: entities, mentions and dates in the form of the contract, with their ids."""

from __future__ import annotations

from memcon.extraction.draft import Draft
from memcon.extraction.offices import Office
from memcon.extraction.world import Being
from memcon.model import DateExpression, Entity, Mention, Role, entity_id


class Ids:
    """The ids of a draft's entities by their number."""

    def __init__(self, draft: Draft) -> None:
        self._ids: dict[int, str] = {}
        self._draft = draft

    def _id(self, number: int) -> str:
        known = self._ids.get(number)
        if known is None:
            being = self._draft.world.beings[number]
            alike = sum(
                other.number < number and (other.kind, other.name, other.first) == (being.kind, being.name, being.first)
                for other in self._draft.world.beings
            )
            start = self._draft.tokens.start[being.first]
            known = self._ids[number] = entity_id(self._draft.document.id, being.kind, being.name, start, alike)
        return known

    @property
    def used(self) -> set[int]:
        """The numbers of the entities whose ids have been asked for."""
        return set(self._ids)

    def one(self, number: int | None) -> str | None:
        """The id of an entity, None for none."""
        return None if number is None else self._id(number)

    def many(self, numbers: tuple[int, ...] | list[int]) -> tuple[str, ...]:
        """The ids of several entities, each once, in their order."""
        return tuple(dict.fromkeys(self._id(number) for number in numbers))


def country_of(being: Being) -> str | None:
    """The alpha-3 code of an entity's state, None where it has none."""
    return being.state.code or None if being.state is not None else None


def build_entities(draft: Draft, ids: Ids) -> tuple[Entity, ...]:
    """The entities in the order of their first mention; those that no mention and no record refers to are left out."""
    used = {noun.being for noun in draft.nouns if noun.being is not None} | ids.used
    used |= {member for number in used for member in draft.world.beings[number].members}
    beings = sorted((draft.world.beings[number] for number in used), key=lambda being: (being.first, being.number))
    return tuple(_entity(draft, being, ids) for being in beings)


def _entity(draft: Draft, being: Being, ids: Ids) -> Entity:
    aliases = tuple(alias for alias in being.aliases if alias != being.name)
    return Entity(
        id=ids.one(being.number) or "",
        kind=being.kind,
        type=being.type if being.kind == "organization" else None,  # type: ignore[arg-type]
        named=being.named,
        name=being.name,
        aliases=aliases,
        country=country_of(being),
        roles=_roles(draft, being, ids),
        members=ids.many(being.members),
    )


def _roles(draft: Draft, being: Being, ids: Ids) -> tuple[Role, ...]:
    """The offices of a person, those worded alike once, the fullest first."""
    roles: dict[str, Role] = {}
    for office in sorted(being.offices, key=lambda office: (office.start - office.end, office.start)):
        text = draft.namer.written(office.start, office.end)
        if text.lower() in roles or any(_within(text.lower(), known) for known in roles):
            continue
        state = office.state or being.state
        roles[text.lower()] = Role(
            title=_title(draft, office),
            organization=_organization(draft, office, ids),
            country=(state.code or None) if state is not None else None,
            text=text,
            evidence=(draft.span(office.start, office.end),),
        )
    return tuple(roles.values())


def _within(short: str, long: str) -> bool:
    return f" {short} " in f" {long} "


def _title(draft: Draft, office: Office) -> str:
    """The title without the state or body before it."""
    start = office.start
    mark = draft.marks.at[start]
    while mark is not None and mark.end <= office.head and mark.kind in ("adjective", "state", "people", "body"):
        start = mark.end
        mark = draft.marks.at[start]
    return draft.namer.written(start, office.end)


def _organization(draft: Draft, office: Office, ids: Ids) -> str | None:
    if office.body is None:
        return None
    noun = next((noun for noun in draft.nouns if noun.mark == office.body), None)
    return ids.one(noun.being) if noun is not None else None


def build_mentions(draft: Draft, ids: Ids) -> tuple[Mention, ...]:
    """Every mention whose entity is known, in the order of the text."""
    mentions = []
    seen: set[tuple[int, int, str]] = set()
    for noun in draft.nouns:
        if noun.being is None or noun.end == noun.start:
            continue
        start, end = (
            (noun.name_start, noun.name_end) if noun.how == "name" and noun.name_start >= 0 else (noun.start, noun.end)
        )
        span = draft.span(start, end)
        key = (span.start, span.end, ids.one(noun.being) or "")
        if key not in seen:
            seen.add(key)
            mentions.append(Mention(entity=key[2], start=span.start, end=span.end, quote=span.quote, how=noun.how))
    return tuple(mentions)


def build_dates(draft: Draft) -> tuple[DateExpression, ...]:
    """The date expressions that have a value."""
    text = draft.text
    return tuple(
        DateExpression(start=date.start, end=date.end, quote=text[date.start : date.end], value=date.value)
        for date in draft.dates
    )
