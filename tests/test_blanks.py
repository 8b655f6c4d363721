"""Blanks inside words: the same facts as without them, each in the words of the text."""

from __future__ import annotations

import random
import re
from datetime import date
from pathlib import Path

import pytest

from extract.blanks import tight
from extract.model import Extraction
from extract.pipeline import extract_text
from tests.quoted import assert_quoted

GOLD = Path(__file__).parent / "gold"
NAMES = ("own-town-minutes", "own-lanjiang-gongshui-fangan")
DAY = date(2024, 3, 8)


def _spaced(text: str) -> str:
    """Blanks between two characters of every tenth line of prose, always at the same places."""
    chance = random.Random(7)
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if len(line) > 60 and "，" in line and " " not in line and "\t" not in line:
            inside = [one.end() for one in re.finditer(r"[\u4e00-\u9fff](?=[\u4e00-\u9fff])", line) if one.start() > 20]
            for at in sorted(chance.sample(inside, min(4, len(inside))), reverse=True):
                lines[number] = f"{lines[number][:at]} {lines[number][at:]}"
    return "\n".join(lines)


def _facts(found: Extraction) -> list[tuple[str, list[tuple[str, str]], list[date | None]]]:
    return [
        (
            one.text.replace(" ", ""),
            [(body.mention.replace(" ", ""), body.role) for body in one.bodies],
            [time.due for time in one.deadlines],
        )
        for one in found.obligations
    ]


@pytest.mark.parametrize("name", NAMES)
def test_facts_are_those_without_blanks(name: str) -> None:
    text = (GOLD / f"{name}.txt").read_text("utf-8")
    spaced = _spaced(text)
    assert spaced.count(" ") > text.count(" ") + 20
    found = extract_text(spaced, DAY)
    assert _facts(found) == _facts(extract_text(text, DAY))
    assert_quoted(found, spaced)


@pytest.mark.parametrize(
    "text",
    [
        "出席 李 靖 王 磊 张 三 赵 四",
        "1 推进老街更新，完成改造任务，提升整体形象和品质 县住建局 县城管局 县财政局 12月底前",
        "第三条 县财政局要管好资金，县审计局要做好审计，县教育局要抓好落实，确保各项工作有序推进取得实效。",
        "各乡镇 要抓好落实，县财政局 要管好资金，这样的空格不到三处的文本要照原样来读，一字也不改动。",
    ],
)
def test_blanks_that_part_stay(text: str) -> None:
    assert tight(text) == (text, None)


def test_labels_with_their_letters_apart_are_read() -> None:
    text = "1.改造街巷46条。\n牵 头 单 位：县住建局\n责 任 单 位：县城管局"
    assert tight(text)[0] == "1.改造街巷46条。\n牵头单位：县住建局\n责任单位：县城管局"
    (one,) = extract_text(text, DAY).obligations
    assert [(body.mention, body.role.value) for body in one.bodies] == [
        ("县住建局", "lead"),
        ("县城管局", "responsible"),
    ]


def test_blanks_beside_numbers_and_before_labels() -> None:
    text = "5 月底前开工改造项目 50个，约 605 万平方米，投资 3 亿元。\n给予最长 3 个月的补贴，最高 30 万元。"
    found = extract_text(text, DAY)
    assert [one.text for act in found.obligations for one in act.targets] == ["50个", "605 万平方米", "最高 30 万元"]
    assert [one.text for act in found.obligations for one in act.deadlines] == ["5 月底前"]
    assert_quoted(found, text)
    labelled = "牵头领导：王仁 责任单位：县交通局 责任人：劳可 配合单位：县公安局，各镇政府"
    assert tight(labelled)[0] == labelled
