"""Subjects of a duty that a case stands before: [房地产开发企业] 预售商品房时，必须…; [采购人] 允许分包的，应当…

No modal verb stands behind them, so the words that begin the clause are looked at: who is told by the last word of a name,
an act right behind it, and 时 or 的 before the order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.body_name import Name
from extract.body_words import body_words
from extract.heads import head_of
from extract.lexicon import alternatives, words
from extract.sieve import Sieve

_CASE = Sieve(r"[时的前后][，,](?:应当|应(?![急用对变届])|必须|须(?!知)|不得|要(?![求素点件]))")
_STOPS = "，。；：！？,;:!?\n\t"
_FAR = 60  # characters of the case
_LABEL = re.compile(
    r"\s*(?:第[一二三四五六七八九十百\d]{1,4}条[\s\u3000]*|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．])?\s*"
)
_ACTS = frozenset("在对将把按依未已拟因经向违以")
_DOES = re.compile(
    r"到(?![期达位])|拟|允许|预售|销售|出售|提供|提交|申请|申报|办理|从事|使用|采用|收取|接受|签订|订立|发布|组织|进行|取得|变更|发现|遇到|购买|租赁|转让|开设|设立|停止|终止|参加|报名|履行|违反|拒绝|不|被|需|有|已|存在|出现|作为|制定|编制|审核|审查|受理|收到|接到"
)
_TOLD = re.compile("[的未不有被]|发现|遇到|接到")
_ASKS = re.compile("不|拒绝|拒不|提出|要求|申请|申报|反映|投诉|死亡|受伤|被")
_HIMSELF = re.compile(
    "(?:如实|书面|主动)?(?:向(?!社会|公众|其|本人|申请人|当事人|投诉人|举报人)|提交|填写|填报|携带|缴纳|自行(?!政))"
)
"""公民提出申请的，应当 | 向主管部门提交材料: whoever asks acts, too."""
_DONE_TO = re.compile(
    "(?:当|立即|及时|一律|优先|按规定|依法|从严|全部)*(?:给予|予以|纳入|发放|责令|送|受理|认定|告知|查处|追究|处理|处罚|兑现|减免|退还|享受|列入|安排|帮助|救助|通报|约谈|颁发|录用|评为)"
)
_NOBODY = re.compile(
    "对|向|为|把|将|在|按|根据|由|与|同|和|及|凡|如|若|经|除|当|自|从|因|其|该类|未|不|无|已|符合|属于|涉及|因"
)
_MEMBER = re.compile(r"[\u4e00-\u9fff]{2,10}?(?=[、和及与或])")


@cache
def subject_heads() -> tuple[str, ...]:
    """The last words of persons and institutions that are told something to do."""
    return words("body_cues", "subjects", "person") + words("body_cues", "subjects", "institution")


def members(text: str, begin: int, end: int) -> tuple[list[tuple[int, int]], int]:
    """(start, end) of those in text[begin:end] that a mark of a list follows, and where what is behind the last mark begins."""
    found: list[tuple[int, int]] = []
    while (one := _MEMBER.match(text, begin, end)) is not None:
        found.append((begin, one.end()))
        begin = one.end() + 1
    return found, begin


@cache
def _who() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:(?![、和及与或])[\u4e00-\u9fff]){{2,10}}[、和及与或])*[\u4e00-\u9fff]{{0,10}}?(?:{alternatives(subject_heads())}|其他组织)(?![、和及与或])"
    )


def in_case(text: str) -> Iterator[Name]:
    """The subjects, sorted; each of several in a list by itself."""
    for match in _CASE.finditer(text):
        low = match.start()
        while low > 0 and match.start() - low < _FAR and text[low - 1] not in _STOPS:
            low -= 1
        if low > 0 and text[low - 1] not in "。；：\n":
            continue
        label = _LABEL.match(text, low)
        begin = label.end() if label is not None else low
        if _NOBODY.match(text, begin):
            continue
        who = _who().match(text, begin, match.start())
        if who is None or _TOLD.search(who.group()):
            continue
        end = who.end()
        listed, last = members(text, begin, end)
        last += 1 if text[last] == "者" and text[last - 1] == "或" else 0  # 法人或者 | 其他组织
        each = (*listed, (last, end))
        cut = body_words().cut.pattern
        if any(cut.search(text, *span) and not text.endswith("其他组织", *span) for span in each):
            continue
        if text[match.start()] == "的" and _ASKS.match(text, end) and not _HIMSELF.match(text, match.end()):
            continue  # [旅客] 不同意返程的，要…: another has to act
        if text[match.start()] == "的" and _DONE_TO.match(text, match.end()):
            continue  # [毕业生] 在我县就业的，应当给予补贴
        if text[end] not in _ACTS and not _DOES.match(text, end) and head_of(text, end, match.start())[0] != "verb":
            continue
        for span in each:
            yield Name(*span, "people", "clause")
