"""督办函 for one obligation: the fixed form of the letter, filled with what the graph holds and nothing else.

What only the office knows (number, who signs, day, days to answer) is left blank to be filled in by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.export import paper
from queries.ledger import ROLES, Entry

ROLE = {"lead": "牵头单位", "responsible": "责任单位", "support": "配合单位", "supervise": "督办单位"}


@dataclass(frozen=True, slots=True)
class Letter:
    """What stands in the letter: the parts that come from the graph."""

    to: str
    text: str
    basis: str
    duties: tuple[str, ...]
    due: str
    targets: str


def _day(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.year}年{day.month}月{day.day}日"


def letter(entry: Entry, body: str, document: Mapping[str, Any]) -> Letter:
    """The letter for an entry of a body's ledger; `document` may hold `number` and `issuer` beside title and date."""
    named: dict[str, list[str]] = {role: [] for role in ROLE}
    named[entry.role].append(entry.collective or body)
    for one in entry.partners:
        named[ROLES[one["relation"]]].append(one["name"])
    known = (document.get("issuer"), document.get("number"), _day(document["date"]) if document.get("date") else "")
    told = "，".join(str(one) for one in known if one)
    section = f"{entry.section.get('label') or ''}{entry.section.get('heading') or ''}"
    title = str(document["title"])
    # a title within a title stands in single marks
    basis = f"《{title.replace('《', '〈').replace('》', '〉')}》"
    basis += f"（{told}）" if told else ""
    basis += f"“{section}”部分" if section else ""
    by_when = [f"{_day(one['due'])}（原文：“{one['text']}”）" for one in entry.dues]
    by_when += dict.fromkeys(f"原文：“{one['text']}”" for one in entry.deadlines if not one["due"])
    due = "；".join(by_when) or "文件未写明完成时限"
    return Letter(
        body,
        entry.text,
        basis,
        tuple(f"{ROLE[role]}：{'、'.join(dict.fromkeys(names))}" for role, names in named.items() if names),
        due,
        "、".join(dict.fromkeys(one["text"] for one in entry.targets)),
    )


def docx_bytes(one: Letter) -> bytes:
    """The letter on A4, set as GB/T 9704 sets official letters."""
    made = paper.paper(landscape=False, margins=(37, 26, 35, 28))
    paper.paragraph(made, "督办函", paper.TITLE, 22, align="center", line=40)
    paper.paragraph(made, "        〔        〕        号", align="center")
    paper.paragraph(made, "")
    paper.paragraph(made, f"{one.to}：")
    paper.paragraph(made, "根据有关文件部署，现就下列事项予以督办，请抓紧办理，按时限完成并反馈结果。", indent=2)
    for number, (head, lines) in enumerate(_parts(one)):
        paper.paragraph(made, f"{'一二三四五六'[number]}、{head}", paper.HEAD, indent=2)
        for line in lines:
            paper.paragraph(made, line, indent=2)
    paper.paragraph(made, "")
    paper.paragraph(made, "（督办单位名称、印章）", align="right")
    paper.paragraph(made, "        年    月    日", align="right")
    return paper.saved(made)


def _parts(one: Letter) -> list[tuple[str, list[str]]]:
    parts = [("督办事项（原文）", [f"“{one.text}”"]), ("依据文件", [one.basis]), ("责任分工", list(one.duties))]
    parts.append(("完成时限", [one.due]))
    if one.targets:
        parts.append(("工作目标", [one.targets]))
    parts.append(
        (
            "反馈要求",
            [
                "请于收到本函后        个工作日内，将办理进展、存在问题和下步措施书面反馈我单位；办结后请一并报送办结材料。",
                "联系人：                联系电话：                ",
            ],
        )
    )
    return parts
