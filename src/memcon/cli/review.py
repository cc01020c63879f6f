"""`memcon review`: what people decide on records, and on what is the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click
import msgspec

from memcon.cli import layout, printing
from memcon.cli.exits import complain, judge
from memcon.cli.options import format_option, ledger_option, settings
from memcon.cli.remarks import review_lines
from memcon.config import AUTHOR_VARIABLE
from memcon.errors import LedgerError, MemconError, UsageError
from memcon.ledger import Decision, Ledger, Query, RecordRow, Review
from memcon.pipeline import open_ledger

_KEYS = "a accept · r reject · n note · s skip · u undo the last · q quit"
_UNSURE = 0.75
_COUNTED = {"count", "ordinal"}

_author = click.option(
    "--author", metavar="NAME", help=f"Who decides; else {AUTHOR_VARIABLE}, else your name on this machine.",
)
_reason = click.option("--reason", metavar="TEXT", help="Why.")
_ids = click.argument("ids", metavar="ID...", nargs=-1, required=True)


@click.group("review", invoke_without_command=True)
@click.option("--below", type=click.FloatRange(0, 1), default=_UNSURE, show_default=True, metavar="X",
              help="In the queue: records of less confidence than this.")
@_author
@ledger_option
@click.pass_context
def command(context: click.Context, below: float, author: str | None) -> int | None:
    """Decide on records: accept, correct, reject; say what is the same.

    Without a command: go through the records in need of a decision, the least sure first, one key each. Decisions are
    kept beside the records, survive reading the documents again, and can be undone.
    """
    if context.invoked_subcommand is not None:
        return None
    with open_ledger(settings(), create=False) as ledger:
        return _queue(ledger, below, settings(author=author).author)


@command.command("accept")
@_ids
@_author
@_reason
@ledger_option
def accept(ids: tuple[str, ...], author: str | None, reason: str | None) -> int:
    """Say that records are right."""
    return _decide(ids, "accepted", author, reason, {})


@command.command("reject")
@_ids
@_author
@_reason
@ledger_option
def reject(ids: tuple[str, ...], author: str | None, reason: str | None) -> int:
    """Say that records are wrong: lists leave them out from now on."""
    return _decide(ids, "rejected", author, reason, {})


@command.command("correct")
@click.argument("identity", metavar="ID")
@click.argument("changes", metavar="FIELD=VALUE...", nargs=-1, required=True)
@_author
@_reason
@ledger_option
def correct(identity: str, changes: tuple[str, ...], author: str | None, reason: str | None) -> int:
    """Change fields of a record.

    FIELD is a field as `memcon show ID --format json` prints it; VALUE is JSON, or plain text: force=pledged,
    due=2031, due=null, actors='["state-3f2a..."]'.
    """
    return _decide((identity,), "corrected", author, reason, dict(map(_change, changes)))


@command.command("merge")
@click.argument("left", metavar="ID")
@click.argument("right", metavar="ID")
@_author
@_reason
@ledger_option
def merge(left: str, right: str, author: str | None, reason: str | None) -> None:
    """Say that two people, bodies, encounters, trips or threads are one."""
    with open_ledger(settings(), create=False) as ledger:
        who = settings(author=author).author
        _tell(ledger.merge(ledger.resolve(left), ledger.resolve(right), who, reason=reason))


@command.command("split")
@click.argument("member", metavar="ID")
@click.argument("whole", metavar="FROM")
@_author
@_reason
@ledger_option
def split(member: str, whole: str, author: str | None, reason: str | None) -> None:
    """Say that a record or name (ID) is not of the encounter, trip, thread or person (FROM) it is counted to."""
    with open_ledger(settings(), create=False) as ledger:
        who = settings(author=author).author
        _tell(ledger.split(ledger.resolve(member), ledger.resolve(whole), who, reason=reason))


@command.command("undo")
@_ids
@ledger_option
def undo(ids: tuple[str, ...]) -> int:
    """Take decisions back (the ids that `memcon review list` prints)."""
    with open_ledger(settings(), create=False) as ledger:
        return _each(ids, lambda identity: _tell(ledger.undo(ledger.resolve(identity))))


@command.command("list")
@click.option("--undone", is_flag=True, help="Also those that were taken back.")
@format_option("table", "json", "jsonl")
@ledger_option
def show_all(undone: bool, form: str) -> None:
    """List the decisions, oldest first."""
    with Ledger.open(settings().ledger, create=False) as ledger:
        found = ledger.reviews(undone=undone)
    if form == "table":
        layout.write(line for review in found for line in review_lines(review))
    elif form == "json":
        printing.write_json(found)
    else:
        printing.write_json_lines(found)


def _decide(
    ids: Sequence[str], decision: Decision, author: str | None, reason: str | None, changes: dict[str, Any],
) -> int:
    who = settings(author=author).author
    with Ledger.open(settings().ledger, create=False) as ledger:
        return _each(ids, lambda identity: _tell(
            ledger.review(ledger.resolve(identity), decision, who, changes=changes, reason=reason)
        ))


def _each(ids: Sequence[str], act: Callable[[str], None]) -> int:
    """Act on each id; what fails is told, and the rest is done."""
    failed = 0
    for identity in ids:
        try:
            act(identity)
        except (LedgerError, UsageError) as error:
            failed += 1
            complain(error)
    return judge(len(ids) - failed, failed)


def _change(pair: str) -> tuple[str, Any]:
    field, equals, value = pair.partition("=")
    if not equals:
        raise UsageError(f"{pair}: write FIELD=VALUE")
    try:
        decoded = msgspec.json.decode(value)
    except msgspec.DecodeError:
        return field, value
    # 2031 is a date, and so text, in all fields but those that count.
    figure = isinstance(decoded, int | float) and not isinstance(decoded, bool)
    return field, value if figure and field not in _COUNTED else decoded


def _tell(review: Review) -> None:
    click.echo(f"{'undone' if review.undone else review.decision:<9} {review.subject}  ({review.id}, {review.author})")


def _queue(ledger: Ledger, below: float, author: str) -> int:
    """Ask for a key for each record that is unsure and undecided."""
    rows = [row for row in ledger.records(None, Query(review="none")) if row.record.confidence < below]
    rows.sort(key=lambda row: (row.record.confidence, row.id))
    if not rows:
        click.echo("nothing to decide", err=True)
        return 0
    done: list[Review] = []
    for number, row in enumerate(rows, 1):
        _show(row, number, len(rows))
        while True:
            key = click.prompt(_KEYS, prompt_suffix=": ", err=True).strip().lower()[:1]
            if key == "q":
                return 0
            if _answer(ledger, row, key, author, done):
                break
    return 0


def _answer(ledger: Ledger, row: RecordRow, key: str, author: str, done: list[Review]) -> bool:
    """Do what a key says; whether to go on to the next record."""
    try:
        if key in ("a", "r"):
            done.append(ledger.review(row.id, "accepted" if key == "a" else "rejected", author))
            _tell(done[-1])
        elif key == "n":
            ledger.note(row.id, click.prompt("note", err=True), author)
        elif key == "u" and done:
            _tell(ledger.undo(done.pop().id))
        return key in ("a", "r", "s")
    except MemconError as error:
        complain(error)
        return False


def _show(row: RecordRow, number: int, total: int) -> None:
    click.echo(layout.heading(f"{number} of {total}: {row.kind.removesuffix('s')}"))
    layout.write(printing.record_lines(row))
