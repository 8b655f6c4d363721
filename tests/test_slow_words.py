"""Lines that are nothing but ends of names are read in time that grows with their length, not with its powers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
_LINES = {
    "offices": "'局' * 4000 + '\\n2020年3月3日'",
    "joined": "'建设学校。' + '县会和' * 1300 + '负责好实施。'",
    "shared": "'教育部、' * 4000 + '按职责分工负责'",
    "levels": "'加快' + '省级、' * 400 + '市重点项目建设。'",
    "adverbs": "'县财政局要' + '共同合理' * 4000",
    "blanks": "'县财政局要完成任务' + '\\u3000' * 60000 + '完成。'",
    "modals": "'|a|' + '要' * 12000 + '|b|'",
    "quotes": "'一、任务\\n（一）' + '“' * 40000 + '\\n责任单位：县财政局'",
    "bars": "'| 任务 | 单位 | 时限 |\\n|' + ' ' * 40000 + '|a|b|'",
}


@pytest.mark.parametrize("name", _LINES)
def test_no_line_takes_ages(name: str) -> None:
    """Exponential patterns take years for these, linear ones a blink: half a minute tells them apart on any machine."""
    code = f"from extract.pipeline import extract_text; extract_text({_LINES[name]}, None)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=30)
