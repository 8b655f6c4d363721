"""Tables as files: opened again with the libraries an office's programs stand on."""

from __future__ import annotations

import io

import docx
import openpyxl

from app.downloads import file_name
from app.export.tables import Table, csv_bytes, docx_bytes, xlsx_bytes

LOAD = Table("谁的担子重", ("单位", "牵头"), (("青石县财政局", 3), ("=1+1", 0)))
NONE = Table("一个也没有[1]", ("甲", "乙"), ())


def test_a_workbook_has_a_sheet_a_table_and_numbers_stay_numbers() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([LOAD, NONE])))
    assert book.sheetnames == ["谁的担子重", "一个也没有1"]
    assert [[cell.value for cell in row] for row in book["谁的担子重"]] == [
        ["单位", "牵头"],
        ["青石县财政局", 3],
        ["'=1+1", 0],
    ]
    assert book["谁的担子重"].print_title_rows == "$1:$1"


def test_csv_has_a_bom_and_no_formula() -> None:
    data = csv_bytes(LOAD)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").splitlines() == ["单位,牵头", "青石县财政局,3", "'=1+1,0"]


def test_word_holds_each_table_under_its_title() -> None:
    made = docx.Document(io.BytesIO(docx_bytes([LOAD, NONE], "总览")))
    assert [one.text for one in made.paragraphs if one.text] == ["总览", "谁的担子重", "一个也没有[1]"]
    assert [cell.text for cell in made.tables[0].rows[1].cells] == ["青石县财政局", "3"]
    assert len(made.tables[1].rows) == 1


def test_a_title_becomes_a_name_of_a_file() -> None:
    assert file_name('甲/乙:"丙"', ".xlsx") == "甲 乙  丙.xlsx"
    assert len(file_name("长" * 300, ".docx")) < 100
