"""Old Word files (.doc), WPS texts (.wps) and .rtf, through LibreOffice where it is installed: converted to .docx and read as such."""

from __future__ import annotations

import hashlib
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from shutil import which

from extract.errors import UnreadableError
from extract.readers import docx
from extract.source import Source

SECONDS = 120


def read(path: Path) -> Source:
    """The text of a file that only LibreOffice opens.

    Raises:
        UnreadableError: LibreOffice is not there, fails, or takes longer than SECONDS.
    """
    office = which("soffice") or which("libreoffice")
    if office is None:
        raise UnreadableError(
            f"{path}: {path.suffix} needs LibreOffice, which is not installed. Install it, or save the file as .docx.",
            f"{path}：读 {path.suffix} 需要 LibreOffice，本机没有安装。请安装，或把文件另存为 .docx。",
        )
    with tempfile.TemporaryDirectory() as folder:
        profile = (Path(folder) / "profile").as_uri()  # its own, so that an open LibreOffice is not in the way
        command = [
            office,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            folder,
            str(path),
        ]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired as error:
            raise UnreadableError(
                f"{path}: LibreOffice took longer than {SECONDS} s. Save the file as .docx.",
                f"{path}：LibreOffice 超过 {SECONDS} 秒没有读完。请把文件另存为 .docx。",
            ) from error
        made = Path(folder) / f"{path.stem}.docx"
        if done.returncode or not made.is_file():
            raise UnreadableError(
                f"{path}: LibreOffice could not open it ({done.stderr.strip()[:200]}). Save the file as .docx.",
                f"{path}：LibreOffice 打不开（{done.stderr.strip()[:200]}）。请把文件另存为 .docx。",
            )
        source = docx.read(made)
    return replace(
        source, path=str(path), format=path.suffix.lower()[1:], sha256=hashlib.sha256(path.read_bytes()).hexdigest()
    )
