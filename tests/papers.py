"""A folder of papers to read in."""

from __future__ import annotations

from pathlib import Path

LETTER = "关于做好防汛工作的通知\n\n各乡镇：\n县水利局要在6月底前完成水库检查。县财政局要保障资金。\n\n青禾县人民政府\n2024年5月6日\n"
PLAN = "青禾县修路方案\n县交通运输局牵头，县财政局配合，2024年年底前完成青禾大道建设。\n"


def papers_in(folder: Path) -> Path:
    """Two documents, one in a folder below, and what is none."""
    papers = folder / "文件"
    (papers / "方案").mkdir(parents=True)
    (papers / "通知.txt").write_text(LETTER, "utf-8")
    (papers / "方案" / "修路.txt").write_text(PLAN, "utf-8")
    (papers / "README.md").write_text("what lies here", "utf-8")
    (papers / "~$通知.docx").write_bytes(b"")
    (papers / ".hidden.txt").write_text("x", "utf-8")
    (papers / "图.bmp").write_bytes(b"BM")
    (papers / ".git").mkdir()
    (papers / ".git" / "config.txt").write_text("x", "utf-8")
    return papers
