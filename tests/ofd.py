"""A small writer of OFD, for no library of Python writes the format."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

_OFD = "http://www.ofdspec.org/2016"
_WIDTH, _SIZE, _LEFT, _STEP = 210, 5.0, 25.0, 9.0


def write_ofd(path: Path, lines: list[str], per_line: int = 32, per_page: int = 26) -> None:
    """Lines as a typesetter would set them: two letters indent, hard wraps, a page number at the foot."""
    rows: list[tuple[str, float]] = []
    for line in lines:
        words, indent = line.strip(), 2 * _SIZE
        while words:
            count = per_line - (2 if indent else 0)
            rows.append((words[:count], indent))
            words, indent = words[count:], 0.0
    pages = [rows[start : start + per_page] for start in range(0, len(rows), per_page)]
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(
            "OFD.xml",
            f'<ofd:OFD xmlns:ofd="{_OFD}" Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
        )
        listed = "".join(f'<ofd:Page ID="{n + 10}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
        made.writestr(
            "Doc_0/Document.xml",
            f'<ofd:Document xmlns:ofd="{_OFD}"><ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 {_WIDTH} 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>',
        )
        for number, page in enumerate(pages):
            items = []
            placed = [(text, _LEFT + indent, 40 + row * _STEP) for row, (text, indent) in enumerate(page)] + [
                (f"— {number + 1} —", 100.0, 285.0)
            ]
            for key, (text, x, y) in enumerate(placed):
                advance = f"g {len(text) - 1} {_SIZE}" if len(text) > 1 else ""
                items.append(
                    f'<ofd:TextObject ID="{number * 100 + key + 100}" Boundary="{x} {y - _SIZE} {len(text) * _SIZE} {_SIZE + 1}" Font="1" Size="{_SIZE}"><ofd:TextCode X="0" Y="{_SIZE}" DeltaX="{advance}">{escape(text)}</ofd:TextCode></ofd:TextObject>'
                )
            made.writestr(
                f"Doc_0/Pages/Page_{number}/Content.xml",
                f'<ofd:Page xmlns:ofd="{_OFD}"><ofd:Content><ofd:Layer ID="{number + 900}">{"".join(items)}</ofd:Layer></ofd:Content></ofd:Page>',
            )
