"""Files of every format, built for the tests of loading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

import pytest

PageLines = Sequence[tuple[float, float, str]]
BuildPdf = Callable[..., bytes]

PAGE_HEIGHT = 792


def write_pdf(pages: Sequence[PageLines], *, title: str = "", locked: bool = False) -> bytes:
    """A PDF (version 1.4, Helvetica, 11 points) whose pages show lines of words at places (x, y from below)."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = b"".join(
            f"BT /F1 11 Tf {x} {y} Td (".encode() + _escape(words) + b") Tj ET\n" for x, y, words in lines
        )
        objects.append((
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 {PAGE_HEIGHT}] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>").encode())
        objects.append(f"<< /Length {len(shown)} >>\nstream\n".encode() + shown + b"endstream")
    objects.append(b"<< /Title (" + _escape(title) + b") >>")
    trailer = f"/Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R"
    if locked:
        key = "00" * 32
        trailer += f" /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <{key}> /U <{key}> >> /ID [<{key}> <{key}>]"
    return _assemble(objects, trailer)


def _assemble(objects: Sequence[bytes], trailer: str) -> bytes:
    data = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    table += "".join(f"{place:010} 00000 n \n" for place in offsets)
    return data + f"{table}trailer\n<< {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n".encode()


def _escape(words: str) -> bytes:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")


@pytest.fixture(scope="session")
def build_pdf() -> BuildPdf:
    """Writes a PDF from its pages; see `write_pdf`."""
    return write_pdf


@pytest.fixture(scope="session")
def word_document() -> bytes:
    """A Word document with a running head, a title, a dateline, a heading, a list and a table."""
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ministry of Examples · for the press"
    document.add_heading("Ministers meet in Lima", 0)
    document.add_paragraph("Lima, 12 July 2031")
    document.add_paragraph("The two ministers met for three hours. They agreed to meet again in the spring.")
    document.add_heading("Trade", 1)
    document.add_paragraph("Tariffs on glass will fall.", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Annex"
    table.cell(0, 1).text = "List of goods"
    data = BytesIO()
    document.save(data)
    return data.getvalue()
