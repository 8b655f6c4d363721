"""File → `Source`. One module a format, each with `read(path) -> Source`; `open_source` picks it by content and suffix."""

from __future__ import annotations

from pathlib import Path

from extract.errors import UnreadableError
from extract.model import Source
from extract.readers import text

SUFFIXES = {".txt": text.read, "": text.read}


def open_source(path: str | Path) -> Source:
    """Read a file of any supported format.

    Raises:
        UnreadableError: the file is missing, damaged, of an unknown format, or holds no text.
    """
    path = Path(path)
    if not path.is_file():
        raise UnreadableError(f"{path}: no such file. Check the path.")
    reader = SUFFIXES.get(path.suffix.lower())
    if reader is None:
        raise UnreadableError(f"{path}: format {path.suffix!r} is not supported. Supported: {', '.join(sorted(filter(None, SUFFIXES)))}.")
    return reader(path)
