"""Many programs add to one ledger on a server: nothing is lost or there twice, and their order does not count."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from memcon.ledger import Ledger
from memcon.ledger.world_tables import members, resolved
from memcon.resolution import make_resolver

from tests.ledger.factory import make_reading, many_facts

PROGRAMS = 8


@pytest.mark.parametrize("count", [40, pytest.param(500, marks=pytest.mark.slow)])
def test_programs_that_add_at_the_same_time_leave_what_one_would_have_left(
    database: str, tmp_path: Path, root: Path, count: int,
) -> None:
    said = _add_together(database, count, root)
    assert sorted(status for status, _ in said) == ["added"] * count + ["kept"] * count
    with (
        Ledger.open(tmp_path / "alone.sqlite", resolver=make_resolver()) as alone,
        Ledger.open(database, create=False) as together,
    ):
        for facts in many_facts(count):
            alone.add(make_reading(facts))
        assert _state(together) == _state(alone)
        assert [hit.id for hit in together.search("railways", limit=9)] == [
            hit.id for hit in alone.search("railways", limit=9)
        ]


def _add_together(address: str, count: int, root: Path) -> list[list[str]]:
    """What each program says of each document that it adds."""
    command = (sys.executable, "-m", "tests.ledger.adding", address, str(count))
    started = [
        subprocess.Popen(
            (*command, str(first), str(PROGRAMS)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=root,
            env=os.environ,
        )
        for first in range(PROGRAMS)
    ]
    said = []
    for program in started:
        output, faults = program.communicate(timeout=600)
        assert program.returncode == 0, faults
        said += [line.split() for line in output.splitlines()]
    return said


def _state(ledger: Ledger) -> Mapping[str, Any]:
    """All that a ledger holds, but for the numbers of rows and the time of judgements."""
    within = select(members.c.id, resolved.c.id.label("whole"), members.c.data)
    wholes = select(*(column for column in resolved.c if column.name != "number")).order_by(resolved.c.id)
    with ledger._store.engine.connect() as connection:
        return {
            "documents": sorted(ledger.documents(), key=lambda row: row.id),
            "records": list(ledger.records()),
            "readings": [ledger.reading(row.id) for row in ledger.documents()],
            "people": list(ledger.people()),
            "wholes": connection.execute(wholes).all(),
            "members": connection.execute(
                within.outerjoin(resolved, resolved.c.number == members.c.resolved).order_by(members.c.id)
            ).all(),
        }
