"""Settings: defaults < environment < flag."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from memcon.config import LEDGER_VARIABLE, LEXICON_VARIABLE, Settings, default_ledger


@pytest.mark.parametrize(("flag", "variable", "chosen"), [
    ("flag.sqlite", "variable.sqlite", "flag.sqlite"),
    (None, "variable.sqlite", "variable.sqlite"),
    (None, "", None),
    (None, None, None),
])
def test_a_flag_goes_before_the_environment_and_this_before_the_default(
    flag: str | None, variable: str | None, chosen: str | None,
) -> None:
    environment = {} if variable is None else {LEDGER_VARIABLE: variable}
    assert Settings.gather(ledger=flag, environment=environment).ledger == (chosen or default_ledger())


def test_the_lexicon_of_the_user_is_a_folder() -> None:
    assert Settings.gather(environment={}).lexicon is None
    assert Settings.gather(environment={LEXICON_VARIABLE: "mine"}).lexicon == Path("mine")
    assert Settings.gather(lexicon="yours", environment={LEXICON_VARIABLE: "mine"}).lexicon == Path("yours")


def test_the_environment_is_that_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LEDGER_VARIABLE, "here.sqlite")
    assert Settings.gather().ledger == "here.sqlite"


def test_the_default_ledger_lies_in_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_ledger().endswith("memcon.sqlite")
    assert "memcon" in Path(default_ledger()).parent.name


def test_settings_do_not_change() -> None:
    with pytest.raises(AttributeError):
        Settings(ledger="a").ledger = "b"  # type: ignore[misc]
    assert msgspec.structs.replace(Settings(ledger="a"), language="ru").ledger == "a"
