"""The filters of `memcon list`, and the queries that they make."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

import click

from memcon.errors import UsageError
from memcon.ledger import DocumentQuery, EntityQuery, Ledger, Query, Reviewed
from memcon.model import (
    Act, Aspect, Force, MeetingKind, MeetingStatus, OutcomeKind, OutcomeStatus, Stance, VisitType, Voice,
)


def _choice(*literals: object) -> click.Choice[str]:
    return click.Choice(tuple(dict.fromkeys(value for literal in literals for value in get_args(literal))))


_Option = Callable[[Any], Any]

FILTERS: tuple[_Option, ...] = (
    click.option("--actor", metavar="NAME", help="Who meets, travels, speaks, acts, holds; of people and bodies: who."),
    click.option("--with", "with_", metavar="NAME", help="Who else is involved, in any part."),
    click.option("--by", metavar="NAME", help="Who says it."),
    click.option("--place", metavar="NAME", help="Where it was, or where it led."),
    click.option("--since", metavar="DATE", help="On this day or later."),
    click.option("--until", metavar="DATE", help="On this day or earlier."),
    click.option(
        "--type", "type_", metavar="TYPE", type=_choice(MeetingKind, VisitType, Act, Aspect, OutcomeKind),
        help="Kind of meeting (call, talks ...) or outcome, type of visit, act of speech (stress, thank ...), aspect.",
    ),
    click.option("--force", metavar="FORCE", type=_choice(Force), help="pledged, agreed, planned, willing or urged."),
    click.option("--stance", metavar="STANCE", type=_choice(Stance), help="support, oppose, adhere, recognize ..."),
    click.option("--topic", metavar="TOPIC", help="A topic of the lexicon, such as trade."),
    click.option("--voice", metavar="VOICE", type=_choice(Voice), help="self, counterpart, joint or third."),
    click.option(
        "--status", metavar="STATUS", type=_choice(MeetingStatus, OutcomeStatus), help="held, scheduled, signed ...",
    ),
    click.option("--document", metavar="ID", help="Only from this document (its id or the beginning of it)."),
    click.option("--text", metavar="WORDS", help="Only where the exact words hold these."),
    click.option("--min-confidence", metavar="X", type=click.FloatRange(0, 1), help="Only what is so sure, 0 to 1."),
    click.option(
        "--review", metavar="DECISION", type=_choice(Reviewed),
        help="accepted, corrected, rejected; none: not decided on; any: all, also what is rejected.",
    ),
    click.option("--publisher", metavar="NAME", help="For documents: whose publisher's name has this in it."),
    click.option("--side", metavar="COUNTRY", help="For documents: published by this state's side."),
    click.option("--unnamed", is_flag=True, help="For people and bodies: also mere descriptions (a delegation)."),
    click.option("--revisions", is_flag=True, help="Also texts that a newer revision has superseded."),
    click.option("--oldest-first", is_flag=True, help="Oldest first."),
    click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most so many; 0 for all.  [table: 50]"),
    click.option("--offset", type=click.IntRange(min=0), metavar="N", default=0, help="Leave out the first N."),
)

_GENERAL = {"since", "until", "revisions"}
_RECORDS = _GENERAL | {"actor", "with_", "by", "topic", "document", "text", "min_confidence", "review", "oldest_first"}
_ALLOWED = {
    "records": _RECORDS | {"place", "type_", "force", "stance", "voice", "status"},
    "meetings": _RECORDS | {"place", "type_", "status"},
    "visits": _RECORDS | {"place", "type_"},
    "statements": _RECORDS | {"type_", "voice"},
    "commitments": _RECORDS | {"force", "voice"},
    "positions": _RECORDS | {"stance", "voice"},
    "characterizations": _RECORDS | {"type_", "voice"},
    "outcomes": _RECORDS | {"type_", "status", "voice"},
    "milestones": _RECORDS,
    "encounters": _RECORDS | {"place", "type_", "status"},
    "trips": _RECORDS | {"place", "type_"},
    "threads": _RECORDS | {"force", "stance", "voice"},
    "mechanisms": _RECORDS | {"place", "type_", "status"},
    "documents": _GENERAL | {"publisher", "side", "text", "oldest_first"},
    "coverage": set[str](),
}
_NAMES = ("actor", "with_", "by")
_ENTITIES = _GENERAL | {"actor", "unnamed"}


class Filters:
    """What was asked for; UsageError where a filter does not fit what is listed."""

    def __init__(self, given: Mapping[str, Any], kind: str, limit: int | None) -> None:
        self._given = {name: value for name, value in given.items() if value is not None and value is not False}
        self.offset: int = self._given.pop("offset", 0)
        asked: int | None = self._given.pop("limit", limit)
        self.limit = asked or None
        for name in self._given:
            if name not in _ALLOWED.get(kind, _ENTITIES):
                flag = name.rstrip("_").replace("_", "-")
                raise UsageError(f"--{flag} does not apply to {kind}; leave it out, or see `memcon list --help`")

    def resolve(self, ledger: Ledger) -> None:
        """Take the beginning of an id (of a document, of somebody) for the whole."""
        if "document" in self._given:
            self._given["document"] = ledger.document_row(ledger.resolve(self._given["document"])).id
        for name in _NAMES:
            if self._given.get(name, "").startswith("who-"):
                self._given[name] = ledger.resolve(self._given[name])

    def names(self) -> Iterator[str]:
        """The names that were given, to be checked."""
        for filter_name in _NAMES:
            if filter_name in self._given:
                yield self._given[filter_name]

    def rename(self, name: str, other: str) -> None:
        """Take one name for another wherever it was given."""
        for filter_name in ("actor", "with_", "by"):
            if self._given.get(filter_name) == name:
                self._given[filter_name] = other

    def records(self) -> Query:
        """The query for records."""
        fields = {name.removesuffix("_") if name == "type_" else name: value for name, value in self._given.items()}
        return Query(**fields, limit=self.limit, offset=self.offset)

    def documents(self) -> DocumentQuery:
        """The query for documents."""
        return DocumentQuery(**self._given, limit=self.limit, offset=self.offset)

    def entities(self) -> EntityQuery:
        """The query for people, states, organizations."""
        fields = dict(self._given)
        return EntityQuery(name=fields.pop("actor", None), **fields, limit=self.limit, offset=self.offset)
