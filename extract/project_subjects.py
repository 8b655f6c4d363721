"""Works known only by the name of their firm or their product: what befalls them tells that they are works.

盛源化工三季度投产。  力促海川食品、宏远锂电签约落地。  加快瑞丰年产5万吨负极材料建设。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.draft import Draft
from extract.lexicon import words
from extract.noun_phrase import COUNT, listed, phrase, verb_class
from extract.project_heads import FIRM, Found, common
from extract.project_names import individual
from extract.scan import Scanner
from extract.tail import Tail

_SAID = Scanner({**dict.fromkeys(words("projects", "befalls"), "befalls"), "建设": "built"})
_WHEN = Tail(
    r"(?:正式|全[面部]|顺利|如期|按期|按时|早日|尽[快早]|抓紧|力争|争取|确保|要|必须|[须可能]|实现|项目|工程|竣工|建成|开工|签约|落地|投产|达标|主体|加快|力促|推动|促成|推进|启动|在|于|到|并|和|、|前|底|内|年底?|年内|上半年|下半年|[今明本]年|[本下]?月|初|末|中旬|上旬|下旬|季度|日"
    r"|[一二三四]季度|春节|国庆节?|元旦|五一|“五一”|汛期?|节|就|已|将|[\d×X一二三四五六七八九十])*$"
)
_OF_A_FIRM = re.compile(rf"[\u4e00-\u9fff]{{2}}(?:{FIRM})(?:[\u4e00-\u9fffA-Za-z\d.]{{2,12}})?$")
_ACTS = Tail("(?:公司|集团|银行|局|委|办|厅|镇|乡|街道|政府|企业|产业|行业|领域|中心|部门|[机构单位人员])$")
_CAPACITY = re.compile(r"(?:年产|日产|年加工|日处理|年处理|年出栏|年屠宰|总装机)[\d×X.]")
_TOLD_OF = frozenset(("", "力争", "确保", "争取", "促进", "将", "把", "待"))
_OTHERS = re.compile("企业|政策|机构|人才|资金|资本|资源|客商|吸引|引导")  # 吸引文化创意、现代服务等企业落地
_NO_FIRM = re.compile("[的等各]|产业(?!园)|全[县市区省]|新型|高端|绿色|现代|重点")


def firms_works(draft: Draft, text: str) -> Iterator[Found]:
    for at, _, sort in draft.within_kept(_SAID.found(text)):
        if sort == "built" and not _MAY_BE.search(text, max(0, at - 40), at):
            continue
        yield from _before(text, at, built=sort == "built")


_MAY_BE = re.compile(rf"[\u4e00-\u9fff]{{2}}(?:{FIRM})[、和]|{_CAPACITY.pattern}|(?:{FIRM})(?:项目)?$")


def _before(text: str, at: int, *, built: bool) -> Iterator[Found]:
    found = _WHEN.search(text, max(0, at - 40), at) if not built else None
    end = found.start() if found else at
    if not individual_end(text, end):
        return
    name = phrase(text, end)
    if not (verb_class(name.verb) == "push" or (built is False and name.verb in _TOLD_OF)):
        return
    if _OTHERS.search(text, name.first, end):
        return
    for low, high in listed(text, name.first, end):
        member = text[low:high]
        if COUNT.match(member) or not 3 < len(member) < 30 or _ACTS.search(member) or _NO_FIRM.search(member):
            continue
        own = _CAPACITY.search(member)
        if (own and own.start() > 1) or (_OF_A_FIRM.match(member) and not common(member[:2])) or individual(member):
            yield low, high, "industry", "project-firm"


def individual_end(text: str, end: int) -> bool:
    """Is there a name at all that ends here?"""
    return "\u4e00" <= text[end - 1 : end] <= "\u9fff" or text[end - 1 : end] in "）)”"
