"""What an act waits for (`draft.dependencies`): triggers of kind after, condition, basis, funding, project, stage.

`waits`, `cases` and `spoken` find events and conditions, `grounds` documents and money; here they are sorted, made one where they overlap,
and named: `on` is the trigger's text without quotes and title marks, abbreviations of documents written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.cases import cases
from extract.draft import Draft, within
from extract.edges import full_width
from extract.grounds import grounds
from extract.lexicon import alternatives
from extract.lexicon import words as entries
from extract.model import Dependency
from extract.spoken import spoken
from extract.triggers import TRIGGERS
from extract.waits import Found, waits

_UNNAMED = re.compile(r"[“”\"‘’《》\s]")
_DONE = re.compile(
    r"(?:建成|竣工|投产|投用|通车|完工|交付|启用|投入使用|投入运营|上线)(?:投产|投用|使用|通车|运营|运行)?$"
)
_STAGE = re.compile(r"阶段|(?:一|二|三|四|首|前)期(?:工程)?(?:建成|完成|完工|结束)")
_PURSE_HEAD = re.compile("资金(?!额|量)|经费|来源|渠道|备注")
_PURSE = re.compile(rf"[^，。；：\d]{{2,24}}?(?:{alternatives(entries('dependencies', 'money', 'funds'))})")
_PRIORITY = {"funding": 0, "basis": 1, "after": 2, "condition": 3}


def dependencies(draft: Draft) -> None:
    text = draft.text
    even = full_width(text)
    titles = {policy.text: policy.title for policy in draft.policies}
    kept: list[Dependency] = []
    for start, end, kind, rule in sorted(
        dict.fromkeys([*waits(even), *cases(even), *spoken(even), *grounds(even), *_purses(draft)]),
        key=lambda one: (one[0], -one[1], _PRIORITY[one[2]]),
    ):
        if kept and start < kept[-1].end and _same(kept[-1], (start, end, kind, rule)):
            continue
        words = text[start:end]
        refined = _refined(draft, start, end) if kind == "after" else kind
        kept.append(Dependency(start, end, words, refined, titles.get(words, "") or _named(words), rule))
    TRIGGERS.forget()
    draft.dependencies = kept


def _purses(draft: Draft) -> Iterator[Found]:
    """The cells of a table that name the money of their row: 省级水利发展资金 under 资金来源 or 备注."""
    for one in draft.outline.sentences:
        cell = one.cell
        if cell is not None and not cell.is_header and _PURSE_HEAD.search(cell.header) and _PURSE.fullmatch(one.text):
            yield one.start, one.end, "funding", "dependency-cell"


def _same(last: Dependency, found: Found) -> bool:
    """Do both tell one dependency? An event (约谈后仍无起色的) or a document within a condition is one with it; money is not."""
    return _base(last.kind) == found[2] or (found[1] <= last.end and found[2] != "funding")


def _base(kind: str) -> str:
    return "after" if kind in ("project", "stage") else kind


def _refined(draft: Draft, start: int, end: int) -> str:
    words = draft.text[start:end]
    if _STAGE.search(words):
        return "stage"
    if _DONE.search(words) and any(one.start < end for one in within(draft.projects, start, end)):
        return "project"
    return "after"


def _named(words: str) -> str:
    return _UNNAMED.sub("", words)
