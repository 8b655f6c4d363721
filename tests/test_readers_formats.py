"""One document in every format gives the same facts; pages, tables and columns of PDF and OFD."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest

from extract.errors import UnreadableError
from extract.pipeline import extract_source
from extract.readers import open_source
from tests.browser import print_pdf
from tests.ofd import write_ofd

SAMPLES = Path(__file__).parents[1] / "samples"
MINUTES = SAMPLES / "2023-06-县政府常务会议纪要.txt"


def _page(lines: list[str], style: str = "") -> str:
    body = "".join(f"<p style='text-indent:2em;margin:0 0 4px'>{line.strip()}</p>" for line in lines if line.strip())
    return f"<meta charset=utf-8><body style=\"font:16px/1.8 'Noto Serif CJK SC';{style}\">{body}"


@pytest.fixture(scope="module")
def formats(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The minutes of the samples as txt, docx, html, md, pdf and as pdf with a page's furniture."""
    folder = tmp_path_factory.mktemp("formats")
    lines = MINUTES.read_text("utf-8").splitlines()
    made = {name: folder / f"minutes.{name}" for name in ("txt", "docx", "html", "md", "pdf")}
    shutil.copy(MINUTES, made["txt"])
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(made["docx"]))
    made["html"].write_text(_page(lines), "utf-8")
    made["md"].write_text("\n\n".join(line.replace("*", "\\*") for line in lines), "utf-8")
    print_pdf(_page(lines, "font-size:21px"), made["pdf"], header="青禾县人民政府公报", footer="— {page} —")
    return made


def _facts(path: Path) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    found = extract_source(open_source(path))
    squeeze = "".join
    return [
        (
            squeeze(one.text.split()),
            tuple(sorted(f"{body.role}:{body.mention}" for body in one.bodies)),
            tuple(sorted(f"{due.text}:{due.due}" for due in one.deadlines)),
        )
        for one in found.obligations
    ]


@pytest.mark.browser
@pytest.mark.parametrize("form", ["docx", "html", "md", "pdf"])
def test_all_formats_of_one_document_give_the_same_facts(formats: dict[str, Path], form: str) -> None:
    expected = _facts(formats["txt"])
    assert len(expected) > 8
    assert _facts(formats[form]) == expected


@pytest.mark.browser
def test_pdf_furniture_and_pages(formats: dict[str, Path]) -> None:
    source = open_source(formats["pdf"])
    assert "公报" not in source.text
    assert not any(line.strip("— ").isdecimal() for line in source.text.splitlines())
    assert {anchor.page for anchor in source.anchors} == {1, 2}


@pytest.mark.browser
def test_pdf_tables_and_columns(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{n}</td>{'<td rowspan=3>项目建设</td>' if n % 3 == 1 else ''}<td>完成第{n}号工程建设任务并组织验收，确保质量达标</td><td>县住建局</td></tr>"
        for n in range(1, 7)
    )
    path = tmp_path / "table.pdf"
    print_pdf(
        f"{_page(['附件'])}<table border=1 style='border-collapse:collapse;width:100%'><tr><th>序号<th>领域<th>工作任务<th>责任单位</tr>{rows}</table>",
        path,
    )
    lines = open_source(path).text.splitlines()
    assert lines[1] == "序号\t领域\t工作任务\t责任单位"
    assert lines[4] == "3\t项目建设\t完成第3号工程建设任务并组织验收，确保质量达标\t县住建局"
    columns = tmp_path / "columns.pdf"
    text = [line for line in MINUTES.read_text("utf-8").splitlines() if line.startswith("会议")]
    print_pdf(_page(text, "columns:2"), columns)
    assert ["".join(line.split()) for line in open_source(columns).text.splitlines() if line] == [
        "".join(line.split()) for line in text
    ]


@pytest.mark.browser
def test_a_scan_says_so(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    dot = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    print_pdf(f"<img src='{dot}' style='width:400px;height:500px'>", path)
    with pytest.raises(UnreadableError, match="scan"):
        open_source(path)


def test_ofd_gives_the_same_facts(tmp_path: Path) -> None:
    path = tmp_path / "minutes.ofd"
    write_ofd(path, MINUTES.read_text("utf-8").splitlines())
    source = open_source(path)
    assert "— 1 —" not in source.text
    assert {anchor.page for anchor in source.anchors} == {1, 2}
    assert _facts(path) == _facts(MINUTES)


def test_a_damaged_ofd_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.ofd"
    path.write_bytes(b"PK nothing")
    with pytest.raises(UnreadableError, match="OFD"):
        open_source(path)
