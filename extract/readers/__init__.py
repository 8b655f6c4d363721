"""File → `Source`. One module a format, each with `read(path) -> Source`; `open_source` picks it by suffix.

Readers are imported when they are needed: each brings a library of its own.
"""

from __future__ import annotations

import importlib
from pathlib import Path

from extract.errors import UnreadableError
from extract.source import Source

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
        raise UnreadableError(
            f"{path}: a folder, not a file. Use `govgraph ingest` for folders.",
            f"{path}：这是文件夹，不是文件。文件夹请用 govgraph ingest 导入。",
        )
    if not path.is_file():
        raise UnreadableError(f"{path}: no such file. Check the path.", f"{path}：没有这个文件。请检查路径。")
    module = FORMATS.get(path.suffix.lower())
    if module is None:
        raise UnreadableError(
            f"{path}: format {path.suffix} is not supported. Supported: {' '.join(sorted(SUFFIXES))}.",
            f"{path}：不支持 {path.suffix} 格式。可读的格式：{' '.join(sorted(SUFFIXES))}。",
        )
    try:
        if not path.stat().st_size:
            raise UnreadableError(
                f"{path}: the file is empty (0 bytes). Copy or save it again.",
                f"{path}：文件是空的（0 字节）。请重新复制或另存。",
            )
        source: Source = importlib.import_module(f"extract.readers.{module}").read(path)
    except PermissionError as error:
        raise UnreadableError(
            f"{path}: no permission to read it. Ask for the right to read, or copy it.",
            f"{path}：没有读取权限。请申请权限，或复制一份。",
        ) from error
    if not source.text.strip():
        raise UnreadableError(
            f"{path}: holds no text. If it is a scan, run it through text recognition first.",
            f"{path}：里面没有文字。若是扫描件，请先做文字识别。",
        )
    return source
