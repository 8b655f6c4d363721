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
_BETWEEN = frozenset(  # what may stand between a name and what befalls it: times, manner, the verbs side by side
    re.split(
        r"\|",
        "正式|全面|全部|顺利|如期|按期|按时|早日|尽快|尽早|抓紧|力争|争取|确保|要|必须|须|可|能|实现|项目|工程|竣工|建成|开工|签约|落地|投产|达标|主体|加快|力促|推动|促成|推进|启动"
        "|在|于|到|并|和|、|前|底|内|年|年底|年内|上半年|下半年|今年|明年|本年|月|本月|下月|初|末|中旬|上旬|下旬|季度|日|春节|国庆节|国庆|元旦|五一|汛期|汛|节|就|已|将"
        "|0|1|2|3|4|5|6|7|8|9|×|X|一|二|三|四|五|六|七|八|九|十|“五一”|“十一”",
    )
)
_LONGEST = 4
_A_FIRM = re.compile(FIRM)
_NAME_END = frozenset("期）)”湾井山洋河湖岛街江溪沟岭坪坝塘桥寨洲滩港峡泉庄渡园城馆楼站厂区")
_FIRMS_END = frozenset(firm[-2:] for firm in FIRM.split("|"))
_OF_A_FIRM = re.compile(rf"[\u4e00-\u9fff]{{2}}(?:{FIRM})(?:[\u4e00-\u9fffA-Za-z\d.]{{2,12}})?$")
_ACTS = Tail("(?:公司|集团|银行|局|委|办|厅|镇|乡|街道|政府|企业|产业|行业|领域|中心|部门|[机构单位人员])$")
_CAPACITY = re.compile(r"(?:年产|日产|年加工|日处理|年处理|年出栏|年屠宰|总装机)[\d×X.]")
_TOLD_OF = frozenset(("", "力争", "确保", "争取", "促进", "将", "把", "待"))
_OTHERS = re.compile("企业|政策|机构|人才|资金|资本|资源|客商|吸引|引导")  # 吸引文化创意、现代服务等企业落地
_NO_FIRM = re.compile("[的等各]|产业(?!园)|全[县市区省]|新型|高端|绿色|现代|重点")


def firms_works(draft: Draft, text: str) -> Iterator[Found]:
    """The works told so, each with its span; `text` is the document's with full-width marks."""
    for at, _, sort in draft.within_kept(_SAID.found(text)):
        if sort == "built" and text[at - 2 : at] not in _FIRMS_END and not _CAPACITY.search(text, max(0, at - 30), at):
            continue
        yield from _before(text, at, built=sort == "built")


def _before(text: str, at: int, *, built: bool) -> Iterator[Found]:
    end = at if built else _name_end(text, at)
    low = max(0, end - 24)
    if not (_A_FIRM.search(text, low, end) or _ends_a_name(text, end) or (built and _CAPACITY.search(text, low, end))):
        return
    name = phrase(text, end)
    if not (verb_class(name.verb) == "push" or (not built and name.verb in _TOLD_OF)):
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


def _name_end(text: str, at: int) -> int:
    """Where the name before `at` ends: before times, manner and other such verbs."""
    while size := next((size for size in range(_LONGEST, 0, -1) if text[at - size : at] in _BETWEEN), 0):
        at -= size
    return at


def _ends_a_name(text: str, end: int) -> bool:
    """Does a place, a phase, a quote or a bracket end here?"""
    return text[end - 1 : end] in _NAME_END
