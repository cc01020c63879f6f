"""Bytes to documents: text, Markdown, HTML, PDF, DOCX and standard input, every character accounted for."""

from memcon.loading.sources import SUPPORTED_SUFFIXES, find_sources, load, load_bytes, load_text

__all__ = ["SUPPORTED_SUFFIXES", "find_sources", "load", "load_bytes", "load_text"]
