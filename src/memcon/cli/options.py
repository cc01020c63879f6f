"""Options that several verbs share, and how they become settings and queries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from memcon.config import LEDGER_VARIABLE, LEXICON_VARIABLE, Settings

Function = TypeVar("Function", bound=Callable[..., Any])

LEDGER = "memcon.ledger"
LEXICON = "memcon.lexicon"


def _remember(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    """Keep what a flag says where `settings` finds it; a flag after the verb goes before one in front of it."""
    if value is not None:
        context.meta[f"memcon.{parameter.name}"] = value


def ledger_option(function: Function) -> Function:
    """`--ledger`: which ledger."""
    return click.option(
        "--ledger", metavar="FILE", expose_value=False, callback=_remember, is_eager=True,
        help=f"The ledger; else {LEDGER_VARIABLE}, else memcon.sqlite in your data folder.",
    )(function)


def lexicon_option(function: Function) -> Function:
    """`--lexicon`: a folder of the user's own cues, titles and bodies."""
    return click.option(
        "--lexicon", metavar="FOLDER", expose_value=False, callback=_remember, is_eager=True,
        help=f"Your own cues, titles and bodies, read after the built-in ones; else {LEXICON_VARIABLE}.",
    )(function)


def settings_options(function: Function) -> Function:
    """`--ledger` and `--lexicon`."""
    return ledger_option(lexicon_option(function))


def settings(author: str | None = None) -> Settings:
    """The settings of this run: default < environment < flag."""
    meta = click.get_current_context().meta
    return Settings.gather(ledger=meta.get(LEDGER), lexicon=meta.get(LEXICON), author=author)


def format_option(*formats: str) -> Callable[[Function], Function]:
    """`--format`, the first one being the default."""
    return click.option(
        "--format", "form", type=click.Choice(formats), default=formats[0], show_default=True,
        help="How to print it; table is for people, the others are for programs.",
    )


def paths_argument(function: Function) -> Function:
    """`PATH...`: files, folders, addresses; `-` for standard input."""
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True)(function)


def limit_option(default: int) -> Callable[[Function], Function]:
    """`--limit` with a default for people."""
    return click.option(
        "--limit", type=click.IntRange(min=0), metavar="N", default=default, show_default=True,
        help="At most so many; 0 for all.",
    )


def apply(options: Sequence[Callable[[Any], Any]]) -> Callable[[Function], Function]:
    """A decorator for several options, in the order in which help lists them."""
    def decorate(function: Function) -> Function:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate
