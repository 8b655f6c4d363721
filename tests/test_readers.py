"""Readers: what a file says, whatever its format; bad files are refused in words."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook

from extract.errors import UnreadableError
from extract.pipeline import extract_source
from extract.readers import open_source
from extract.readers.numbering import chinese
from extract.readers.radicals import letters
from tests.browser import print_pdf

SAMPLES = Path(__file__).parents[1] / "samples"
MINUTES = SAMPLES / "2023-06-县政府常务会议纪要.txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_text_in_every_encoding_and_line_end(tmp_path: Path, encoding: str, ending: str) -> None:
    words = "财政部门牵头，年底前完成。\n县住建局配合。\n"
    path = tmp_path / "a.txt"
    path.write_bytes(words.replace("\n", ending).encode(encoding))
    assert open_source(path).text == words


def test_short_gb18030_is_not_taken_for_something_else(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("县财政局牵头".encode("gb18030"))
    assert open_source(path).text == "县财政局牵头"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "empty"),
        ("a.docx", b"", "empty"),
        ("a.txt", b" \n", "holds no text"),
        ("a.txt", b"\xff\xff\xff\x00\x81", "not text"),
        ("a.docx", b"PK\x03\x04 broken", "Word"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        ("a.xlsx", b"no workbook", "workbook"),
        ("a.pdf", b"%PDF-1.4 broken", "damaged"),
        ("a.exe", b"MZ", "not supported"),
        ("a.html", b"<html></html>", "text"),
    ],
)
def test_bad_files_are_refused_with_what_where_and_what_to_do(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=said) as error:
        open_source(path)
    assert str(path) in str(error.value)
    assert error.value.text("zh").startswith(f"{path}：")


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        open_source(tmp_path / "a.txt")
    with pytest.raises(UnreadableError, match="folder"):
        open_source(tmp_path)


def test_word_numbers_are_worked_out() -> None:
    lines = open_source(SAMPLES / "2023-05-茶产业高质量发展实施意见.docx").text.splitlines()
    assert "二、重点工作" in lines
    assert "（二）培育壮大经营主体" in lines
    assert any(line.startswith("2. 推广绿色防控") for line in lines)
    # the third level starts again under each second-level heading
    assert any(line.startswith("1. 支持青禾茶业集团") for line in lines)


def test_word_tables_fill_merged_cells_down() -> None:
    rows = [
        line.split("\t")
        for line in open_source(SAMPLES / "2023-02-重点任务分解表.docx").text.splitlines()
        if "\t" in line
    ]
    assert {len(row) for row in rows} == {7}
    assert [row[1] for row in rows[1:4]] == ["项目建设"] * 3
    assert rows[6][4] == "县茶产业发展中心"


def test_word_reads_changes_as_accepted_and_leaves_out_what_is_hidden(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("县财政局")
    for xml in (
        "<w:ins {}><w:r><w:t>年底前</w:t></w:r></w:ins>",
        "<w:del {}><w:r><w:delText>明年</w:delText></w:r></w:del>",
        "<w:r {}><w:rPr><w:vanish/></w:rPr><w:t>内部批注</w:t></w:r>",
        "<w:r {}><w:t>完成</w:t><w:noBreakHyphen/><w:t>验收</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    box = f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p><w:r><w:t>文本框里的话</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    paragraph._p.append(parse_xml(box))
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert open_source(path).text.splitlines() == ["县财政局年底前完成-验收", "文本框里的话"]


def test_word_spans_nested_tables_and_title_rows(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "一、项目建设"
    table.cell(1, 0).merge(table.cell(1, 1)).text = "任务"
    table.cell(1, 2).text = "单位"
    inner = table.cell(2, 0).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "甲", "乙"
    table.cell(2, 1).text, table.cell(2, 2).text = "第一行\n第二行", "县水利局"
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert open_source(path).text.splitlines() == ["一、项目建设", "任务\t\t单位", "甲 乙\t第一行 第二行\t县水利局"]


def test_anchors_say_where_words_stood() -> None:
    source = open_source(SAMPLES / "2023-02-重点任务分解表.docx")
    at = source.text.index("完成投资1.2亿元")
    (anchor,) = [one for one in source.anchors if one.start <= at < one.end]
    assert (anchor.table, anchor.row, anchor.column) == (1, 2, 4)
    assert source.text[anchor.start : anchor.end] == "完成投资1.2亿元"


def test_workbooks_show_values_as_the_office_sees_them(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["任务", "进度", "数量", "单位"])
    sheet.append(["修路", 0.985, 12.0, None])
    sheet["B2"].number_format = "0.0%"
    hidden = book.create_sheet("草稿")
    hidden.append(["不读"])
    hidden.sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    source = open_source(path)
    assert source.text.splitlines()[-1] == "修路\t98.5%\t12\t"
    assert "不读" not in source.text
    assert "草稿" in source.warnings[0]


def test_workbook_of_the_samples_fills_merged_cells() -> None:
    rows = [line.split("\t") for line in open_source(SAMPLES / "2024-02-重点工作台账.xlsx").text.splitlines()]
    assert len(rows[0]) == 1  # the title over all columns
    assert [row[0] for row in rows[2:5]] == ["项目建设"] * 3


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_with_quotes_and_any_delimiter(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f'任务{delimiter}单位\n"修路，\n两条"{delimiter}县交通局\n'.encode("gb18030"))
    assert open_source(path).text.splitlines() == ["任务\t单位", "修路， 两条\t县交通局"]


def test_html_blocks_lists_and_spans(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<title>通知</title><script>alert(1)</script><nav>首页</nav><h1>关于防汛的通知</h1><p>县水利局<b>牵头</b></p>"
        "<ol start=2><li>排查水库<li>储备物资</ol><table><tr><th>任务<th>单位<tr><td rowspan=2>修路<td>甲<tr><td>乙</table>",
        "utf-8",
    )
    source = open_source(path)
    assert source.text.splitlines() == [
        "关于防汛的通知",
        "县水利局牵头",
        "2. 排查水库",
        "3. 储备物资",
        "任务\t单位",
        "修路\t甲",
        "修路\t乙",
    ]
    assert source.properties["title"] == "通知"


def test_markdown_as_the_page_it_makes(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "# 工作要点\n\n1. **县财政局**牵头\n2. 完成验收\n\n| 任务 | 单位 |\n| --- | --- |\n| 修路 | 县交通局 |\n",
        "utf-8",
    )
    assert open_source(path).text.splitlines() == [
        "工作要点",
        "1. 县财政局牵头",
        "2. 完成验收",
        "任务\t单位",
        "修路\t县交通局",
    ]


def test_radicals_of_pdf_fonts_become_letters() -> None:
    assert letters("⻘⽲县⼈⺠政府86⼾⻔⻓⾦") == "青禾县人民政府86户门长金"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (342, "三百四十二"),
    ],
)
def test_chinese_numerals_of_word(number: int, text: str) -> None:
    assert chinese(number) == text


# ---- one document in every format: the same facts


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


def test_footnotes_stand_at_the_end(tmp_path: Path) -> None:
    plain = tmp_path / "a.docx"
    document = docx.Document()
    document.add_paragraph("正文。")
    document.save(str(plain))
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    notes = f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>脚注的话</w:t></w:r></w:p></w:footnote></w:footnotes>'
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        notes.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.save(str(plain))
    assert open_source(plain).text.splitlines() == ["正文。", "脚注的话"]


# ---- OFD: a small writer, for no library of Python writes the format

_OFD = "http://www.ofdspec.org/2016"
_WIDTH, _SIZE, _LEFT, _STEP = 210, 5.0, 25.0, 9.0


def _write_ofd(path: Path, lines: list[str], per_line: int = 32, per_page: int = 26) -> None:
    """Lines as a typesetter would set them: two letters indent, hard wraps, a page number at the foot."""
    import zipfile
    from xml.sax.saxutils import escape

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


def test_ofd_gives_the_same_facts(tmp_path: Path) -> None:
    path = tmp_path / "minutes.ofd"
    _write_ofd(path, MINUTES.read_text("utf-8").splitlines())
    source = open_source(path)
    assert "— 1 —" not in source.text
    assert {anchor.page for anchor in source.anchors} == {1, 2}
    assert _facts(path) == _facts(MINUTES)


def test_a_damaged_ofd_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.ofd"
    path.write_bytes(b"PK nothing")
    with pytest.raises(UnreadableError, match="OFD"):
        open_source(path)


def test_doc_goes_through_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for LibreOffice: the conversion itself is LibreOffice's, what we do around it is ours."""
    office = tmp_path / "bin" / "soffice"
    office.parent.mkdir()
    made = SAMPLES / "2023-05-茶产业高质量发展实施意见.docx"
    office.write_text(f'#!/bin/sh\nwhile [ "$1" != "--outdir" ]; do shift; done\ncp "{made}" "$2/old.docx"\n')
    office.chmod(0o755)
    path = tmp_path / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    monkeypatch.setenv("PATH", f"{office.parent}:/usr/bin:/bin")
    source = open_source(path)
    assert source.text == open_source(made).text
    assert (source.format, source.path) == ("doc", str(path))
    office.write_text("#!/bin/sh\necho cannot load >&2; exit 1\n")
    with pytest.raises(UnreadableError, match="cannot load"):
        open_source(path)


def test_doc_without_libreoffice_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableError, match="LibreOffice"):
        open_source(path)
