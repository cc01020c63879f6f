"""Run a command as a user would, and say how long it took and how much memory it held at most."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

MEMCON = str(Path(sys.executable).with_name("memcon"))


@dataclass(frozen=True)
class Run:
    """One run of a command: seconds by the clock, seconds of processor (children included), peak memory in MB."""

    clock: float
    processor: float
    memory: float


def run(command: tuple[str, ...], output: Path | None = None, environment: dict[str, str] | None = None) -> Run:
    """Run the command to its end, its output into a file (or nowhere); RuntimeError with what it says if it fails."""
    with (output or Path(os.devnull)).open("wb") as sink, tempfile.TemporaryFile() as messages:
        actions = [(os.POSIX_SPAWN_DUP2, sink.fileno(), 1), (os.POSIX_SPAWN_DUP2, messages.fileno(), 2)]
        started = time.perf_counter()
        process = os.posix_spawn(command[0], command, os.environ | (environment or {}), file_actions=actions)
        _, status, usage = os.wait4(process, 0)
        clock = time.perf_counter() - started
        messages.seek(0)
        said = messages.read().decode(errors="replace")
    if status:
        raise RuntimeError(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}:\n{said}")
    return Run(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def best(command: tuple[str, ...], times: int, environment: dict[str, str] | None = None) -> Run:
    """The quickest of several runs: the one that the rest of the machine disturbed least."""
    return min((run(command, environment=environment) for _ in range(times)), key=lambda done: done.clock)


def row(label: str, figure: str, limit: str = "", good: bool | None = None) -> None:
    """Print one line of the table; `good` says whether the figure keeps its limit."""
    mark = {None: "", True: "ok", False: "MISSED"}[good]
    print(f"{label:<58} {figure:>14}   {limit:<18} {mark}".rstrip(), flush=True)
