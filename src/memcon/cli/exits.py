"""How a run ends: the one place where errors become a line on standard error and an exit code."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click

from memcon.errors import MemconError

DONE = 0
SOME_FAILED = 1
NOTHING_DONE = 2
INTERRUPTED = 130


class Unheard(Exception):
    """Nobody reads standard output any more.

    (Click would make an exit code of its own from a BrokenPipeError.)
    """


def run(program: click.Command, arguments: Sequence[str] | None = None) -> int:
    """Run the program; its exit code. Whoever stops reading its output early gets silence, not an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = program.main(None if arguments is None else list(arguments), prog_name="memcon", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as mistake:
        mistake.show()
        return NOTHING_DONE
    except MemconError as error:
        complain(error)
        return NOTHING_DONE
    except (click.Abort, KeyboardInterrupt):
        click.echo("memcon: stopped; what was reported is done", err=True)
        return INTERRUPTED
    except (Unheard, BrokenPipeError):
        _silence_stdout()
        return DONE
    return code if isinstance(code, int) else DONE


def complain(error: MemconError) -> None:
    """Say on standard error what went wrong, where, and what to do; above a progress bar, if there is one."""
    sys.stderr.write(f"memcon: {error}\n")


def judge(delivered: int, failed: int) -> int:
    """The exit code of a run over documents: all done, some failed, or nothing could be done."""
    if not failed:
        return DONE
    return SOME_FAILED if delivered else NOTHING_DONE


def _silence_stdout() -> None:
    """Let the interpreter flush what is left of standard output into nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
