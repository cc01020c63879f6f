"""The command line: one file a verb, which parses, calls and prints."""

from memcon.cli.group import main

__all__ = ["main"]
