"""Write the reference pages from the code, and what the program answers in the pages that show it.

`make docs` runs this, and a test compares. A block of a page that begins with `$ memcon` is a session: its commands are
run on a ledger of the examples, and their output follows each of them.
"""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
import tempfile
import types
import typing
from pathlib import Path
from typing import Any, get_args, get_origin

import msgspec
import yaml

from docs import notebook
from docs.accuracy import accuracy_page
from memcon import model

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
PROGRAM = str(Path(sys.executable).with_name("memcon"))
WITH_SESSIONS = ("README.md", "docs/tutorial.md", "docs/guides/lexicon.md")
SESSION = re.compile(r"(?<=```console\n)(?=[$] memcon).*?(?=```)", re.DOTALL)
WIDTH = 100
ORDER = (
    "Reading", "Document", "Publisher", "Dateline", "Block", "Span", "Entity", "Role", "Mention", "DateExpression",
    "Record", "Meeting", "Participant", "Attendee", "Visit", "Statement", "Commitment", "Position", "Characterization",
    "Outcome", "Milestone", "Notice",
)
PLAIN_TYPES = {"str": "text", "int": "number", "float": "number", "bool": "true or false"}
READING_HEAD = """# Reference: a reading

<!-- Written by docs/generate.py from memcon.model and docs/fields.yaml: edit those, run `make docs`. -->

`memcon read --format jsonl` prints one reading a line. Every field is always there: what is not known is `null`, what
there is none of is `[]`. Dates are EDTF (ISO 8601-2), states ISO 3166-1 alpha-3, languages BCP 47; offsets count
Unicode code points. Fields that hold an id name an entity, meeting or statement of the same reading. `memcon schema`
prints the JSON Schema of the same.
"""


def describe(annotation: Any) -> str:
    """A type in the reader's words, for a cell of a table."""
    if get_origin(annotation) in (typing.Union, types.UnionType):
        inner = [describe(one) for one in get_args(annotation) if one is not type(None)]
        return " or ".join([*inner, "null"])
    if get_origin(annotation) is tuple:
        return f"list of {describe(get_args(annotation)[0])}"
    if get_origin(annotation) is typing.Literal:
        return ", ".join(f"`{value}`" for value in get_args(annotation))
    if inspect.isclass(annotation) and issubclass(annotation, msgspec.Struct):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    return PLAIN_TYPES[annotation.__name__]


def check_fields(name: str, own: list[str], meanings: dict[str, str]) -> None:
    """Raise SystemExit where docs/fields.yaml and the model disagree on the fields of a struct."""
    missing, superfluous = sorted(set(own) - set(meanings)), sorted(set(meanings) - set(own))
    if missing or superfluous:
        raise SystemExit(f"docs/fields.yaml, {name}: without meaning {missing}, not in the model {superfluous}")


def reading_page() -> str:
    """The page on the fields of a reading."""
    meanings: dict[str, dict[str, str]] = yaml.safe_load((DOCS / "fields.yaml").read_text(encoding="utf-8"))
    shared = set(model.Record.__struct_fields__)
    parts = [READING_HEAD]
    for name in ORDER:
        struct: type[msgspec.Struct] = getattr(model, name)
        hints = typing.get_type_hints(struct)
        is_record = issubclass(struct, model.Record) and struct is not model.Record
        own = [field for field in struct.__struct_fields__ if not (is_record and field in shared)]
        check_fields(name, own, meanings[name])
        parts.append(f"## {name}\n\n{inspect.cleandoc(struct.__doc__ or '')}\n")
        if is_record:
            parts.append("A record: it also has the fields of [Record](#record).\n")
        rows = [f"| `{field}` | {describe(hints[field])} | {meanings[name][field]} |" for field in own]
        parts.append("\n".join(["| field | type | meaning |", "| --- | --- | --- |", *rows]) + "\n")
    return "\n".join(parts)


def answer(command: str, surroundings: dict[str, str]) -> str:
    """A command line of a session, and what the program prints on it.

    Raises CalledProcessError if it fails, SystemExit if there is nothing to show.
    """
    line = command.removeprefix("$ ").replace("memcon", PROGRAM, 1)
    ran = subprocess.run(("sh", "-c", line), cwd=ROOT, env=surroundings, capture_output=True, text=True, check=True)
    if not ran.stdout.strip():
        raise SystemExit(f"{command} prints nothing: show something else")
    return f"{command}\n{ran.stdout.rstrip()}\n"


def session_pages() -> dict[str, str]:
    """The pages that show sessions, with the answers of the program as it is now."""
    with tempfile.TemporaryDirectory() as folder:
        surroundings = os.environ | {"MEMCON_LEDGER": f"{folder}/memcon.sqlite", "COLUMNS": str(WIDTH)}
        subprocess.run((PROGRAM, "add", "examples"), cwd=ROOT, env=surroundings, capture_output=True, check=True)

        def run(session: re.Match[str]) -> str:
            commands = [line for line in session[0].splitlines() if line.startswith("$ ")]
            return "\n".join(answer(command, surroundings) for command in commands)

        return {name: SESSION.sub(run, (ROOT / name).read_text(encoding="utf-8")) for name in WITH_SESSIONS}


def pages() -> dict[str, str]:
    """Every page that is generated, wholly or in part, by its path in the repository."""
    accuracy = accuracy_page(DOCS / "accuracy.toml")
    return {
        "docs/reference-reading.md": reading_page(), "docs/accuracy.md": accuracy,
        "docs/notebook.ipynb": notebook.run(notebook.NOTEBOOK.read_text(encoding="utf-8")), **session_pages(),
    }


if __name__ == "__main__":
    for file_name, text in pages().items():
        (ROOT / file_name).write_text(text, encoding="utf-8")
        print(f"wrote {file_name}")
