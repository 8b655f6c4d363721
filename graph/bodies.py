"""Mentions of bodies → the body each means, as the registry knows it. The one place where the graph asks for names."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extract.model import BodyMention, Context
from graph.ids import body_id, fold


@dataclass(frozen=True, slots=True)
class Named:
    """A resolved body. All fields are functions of the registry's key, so no order of loading shows in them."""

    id: str
    name: str
    sublabel: str
    level: str
    region: str
    search_keys: tuple[str, ...]
    registered: bool


def resolver(context: Context) -> Callable[[BodyMention], Named]:
    """A function from mention to body for one document; each spelling is looked up once."""
    known: dict[tuple[str, str], Named] = {}

    def named(one: BodyMention) -> Named:
        spelling = (one.mention, one.name)
        if spelling not in known:
            known[spelling] = _resolve(one, context)
        return known[spelling]

    return named


_SHAPES = (
    ("Collective", re.compile(r"^(?:各|有关|相关|其他|全[县市区省体])")),
    ("LeadingGroup", re.compile(r"(?:领导小组|指挥部|工作专班|专班|联席会议|工作组)(?:办公室)?$")),
    ("Township", re.compile(r"(?:镇|乡|街道)(?:党委|政府|人民政府|办事处)?$")),
    ("Enterprise", re.compile(r"(?:公司|集团|企业|银行)$")),
    ("Government", re.compile(r"(?:人民)?政府$")),
    ("Post", re.compile(r"(?:书记|[县市区局镇乡省部]长|主任|同志|专员|干部|负责人)$")),
    ("PartyOrgan", re.compile(r"(?:[县市区省]委|组织部|宣传部|统战部|政法委|纪委监委|纪委)$")),
)


def _resolve(one: BodyMention, context: Context) -> Named:
    name = fold(one.name or one.mention)
    sublabel = next((label for label, shape in _SHAPES if shape.search(name)), "Department")
    return Named(body_id(f"{context.region}/{name}"), name, sublabel, context.level, context.region, (name,), False)
