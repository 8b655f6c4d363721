"""Plain text: BOM, then strict UTF-8, then GB18030 (right on all cases measured; guessers take short GB18030 for Korean)."""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path

from extract.errors import UnreadableError
from extract.source import Source

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes, name: str = "") -> str:
    """Bytes → text, CRLF and CR → LF, nothing else changed.

    Raises:
        UnreadableError: the bytes are text in none of UTF-8, UTF-16 with BOM, GB18030.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            candidates: tuple[str, ...] = (encoding,)
            break
    else:
        candidates = ("utf-8", "gb18030")
    for encoding in candidates:
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise UnreadableError(
        f"{name}: not text in UTF-8, UTF-16 or GB18030. Save it as UTF-8 and try again.",
        f"{name}：不是 UTF-8、UTF-16 或 GB18030 编码的文本。请另存为 UTF-8 后再试。",
    )


def read(path: Path) -> Source:
    data = path.read_bytes()
    return Source(decode(data, str(path)), str(path), "txt", hashlib.sha256(data).hexdigest())
