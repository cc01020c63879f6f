"""Calls of the command line as a user makes them, within the process of the test."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from typing import NamedTuple
from unittest.mock import patch

from memcon.cli.exits import run
from memcon.cli.group import program


class Outcome(NamedTuple):
    """How a call ended: its exit code, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()


def call(*arguments: object, given: str = "") -> Outcome:
    """Run `memcon ARGUMENTS` with this text at standard input."""
    out, err = _stream(), _stream()
    words: Sequence[str] = [str(argument) for argument in arguments]
    with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "stdin", _stream(given)):
        code = run(program, words)
    return Outcome(code, _text(out), _text(err))


def _stream(text: str = "") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8", newline="")


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()
