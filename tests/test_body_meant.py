"""Short names mean the body that the document calls or sets up so."""

from __future__ import annotations

from datetime import date

import pytest

from extract.pipeline import extract_text

NOTICE = """青禾县人民政府办公室关于成立县人民医院迁建项目指挥部的通知
各乡镇人民政府，县政府各部门：
经县政府同意，决定成立县人民医院迁建项目指挥部。现将有关事项通知如下：
（一）指挥部每月召开一次调度会。
（二）指挥部办公室每周报告进展，县指挥部要抓好督办。
（三）青禾瑞海置业有限公司（以下简称“瑞海”）负责建设。
（四）瑞海要在6月底前完成拆迁。
青禾县人民政府办公室
2024年4月2日
"""
TWO = NOTICE.replace("现将", "成立县安置房建设工程指挥部。现将")


def _names(text: str) -> dict[str, str]:
    found = extract_text(text, date(2024, 4, 2))
    return {body.mention: body.name for one in found.obligations for body in one.bodies}


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("指挥部", "青禾县人民医院迁建项目指挥部"),
        ("县指挥部", "青禾县人民医院迁建项目指挥部"),
        ("指挥部办公室", "青禾县人民医院迁建项目指挥部办公室"),
        ("瑞海", "青禾瑞海置业有限公司"),
    ],
)
def test_short_name_means_the_body_of_the_document(mention: str, name: str) -> None:
    assert _names(NOTICE)[mention] == name


def test_a_document_with_two_groups_leaves_the_bare_name() -> None:
    assert _names(TWO)["指挥部"] == "青禾县指挥部"


def test_several_bodies_called_together_are_none_of_them() -> None:
    names = _names("经研究，县教育局、县财政局（以下简称“两部门”）负责落实。两部门要加强检查。县财政局要拨款。")
    assert names["县财政局"] != names.get("两部门")


def test_the_office_under_the_one_group_of_a_paper_is_its_office() -> None:
    text = NOTICE.replace("（二）", "（二）指挥部下设办公室，依托县住建局，负责日常协调工作。")
    assert _names(text)["办公室"] == "青禾县人民医院迁建项目指挥部办公室"
    assert _names(text)["指挥部办公室"] == _names(text)["办公室"]
