"""Word: numbers worked out, tables, changes, footnotes, anchors; .doc by LibreOffice."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extract.errors import UnreadableError
from extract.readers import open_source
from extract.readers.numbering import chinese

SAMPLES = Path(__file__).parents[1] / "samples"


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
