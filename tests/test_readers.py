"""Readers: what a file says, whatever its format; bad files are refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from extract.errors import UnreadableError
from extract.readers import open_source
from extract.readers.radicals import letters

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
