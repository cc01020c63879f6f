"""Packages that only some exports need: imported when they are used, and named where they are missing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from memcon.errors import UsageError


def needed(module: str, what: str, *, extra: str = "export") -> ModuleType:
    """The module of an optional package; UsageError that names the extra where it is not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError as missing:
        package = module.partition(".")[0]
        raise UsageError(f"{what} needs the package {package}: install memcon[{extra}], or choose another format") \
            from missing
