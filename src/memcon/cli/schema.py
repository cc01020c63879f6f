"""`memcon schema`: the contract of `memcon read --format jsonl`, for programs."""

from __future__ import annotations

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of a reading.

    One line of `memcon read --format jsonl` is one reading. Draft 2020-12.
    """
    import msgspec

    from memcon.model import json_schema

    click.echo(msgspec.json.format(msgspec.json.encode(json_schema()), indent=2))
