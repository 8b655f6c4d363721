"""File → `Source`. One module a format, each with `read(path) -> Source`; `open_source` picks it by suffix.

Readers are imported when they are needed: each brings a library of its own.
"""

from __future__ import annotations

import importlib
from pathlib import Path

from extract.errors import UnreadableError
from extract.model import Source

# suffix → module in this package
FORMATS = {
    ".txt": "text",
    ".text": "text",
    "": "text",
    ".pdf": "pdf",
    ".ofd": "ofd",
    ".doc": "doc",
    ".wps": "doc",
    ".rtf": "doc",
    ".docx": "docx",
    ".docm": "docx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".csv": "csv",
    ".tsv": "csv",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
}
SUFFIXES = frozenset(suffix for suffix in FORMATS if suffix)


def open_source(path: str | Path) -> Source:
    """Read a file of any supported format.

    Raises:
        UnreadableError: the file is missing, damaged, of an unknown format, or holds no text.
    """
    path = Path(path)
    if path.is_dir():
        raise UnreadableError(f"{path}: a folder, not a file. Use `govgraph ingest` for folders.")
    if not path.is_file():
        raise UnreadableError(f"{path}: no such file. Check the path.")
    module = FORMATS.get(path.suffix.lower())
    if module is None:
        raise UnreadableError(
            f"{path}: format {path.suffix} is not supported. Supported: {' '.join(sorted(SUFFIXES))}."
        )
    try:
        source: Source = importlib.import_module(f"extract.readers.{module}").read(path)
    except PermissionError as error:
        raise UnreadableError(f"{path}: no permission to read it. Ask for the right to read, or copy it.") from error
    if not source.text.strip():
        raise UnreadableError(f"{path}: holds no text. If it is a scan, run it through text recognition first.")
    return source
