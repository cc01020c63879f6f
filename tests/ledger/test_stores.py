"""The contract of the ledger, on every store that there is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from memcon.ledger import Ledger

pytest.register_assert_rewrite("tests.ledger.contract", "tests.ledger.deciding")

from tests.ledger.contract import LedgerContract  # noqa: E402 - its assertions are to tell what failed


class TestSqliteFile(LedgerContract):
    @pytest.fixture
    def ledger(self, tmp_path: Path) -> Iterator[Ledger]:
        with Ledger.open(tmp_path / "memcon.sqlite") as ledger:
            yield ledger


class TestSqlitePassing(LedgerContract):
    @pytest.fixture
    def ledger(self) -> Iterator[Ledger]:
        with Ledger.open(":memory:") as ledger:
            yield ledger


class TestPostgres(LedgerContract):
    @pytest.fixture
    def ledger(self, database: str) -> Iterator[Ledger]:
        with Ledger.open(database) as ledger:
            yield ledger
