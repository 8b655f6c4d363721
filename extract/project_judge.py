"""Is a name that ends in a head the name of a work, and is the work built (`is_work`)?

Numbers, kinds of works, what is only encouraged, drawn on or banned, titles to be won are none.
"""

from __future__ import annotations

import re

from extract.noun_phrase import COUNT, Phrase, verb_class
from extract.project_heads import ALONE, PHASE, UNIQUE, Head, common, kind_of
from extract.project_lists import ENCOURAGED
from extract.project_names import RANKED, RATED, acted, described, individual, says_which
from extract.project_speech import INTO, OF_ACTS, is_built

_UNSAID = re.compile(
    r"^[（(][^（）()]*[）)]$|(?:[加扣减得评]分|直接设置|引领性?建设|示范性?建设|后续|后期|剩余|其余|收尾|备选|候选|重点|开工|自营|办实事|有关|相关|前期|续建|在建|签约|储备|考核|收费|检测|检查|评分|服务|支出|执法|许可|培训|比赛|招标|计划|规划|方案|包联|联系|所包|挂联|领办|演艺|演出|赛事|课题|研究|免费|常规|新上|在建|未落实|体检|分包|限定|纳规|入库|民生保障|社会保障|抓|(?:指挥部|专班|小组|办公室|委员会)(?:统筹|协调|调度|负责|督促|指导))$"
)
_LABEL = re.compile(r"[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．]")
_BRACKETED = ("（镇）", "(镇)", "（乡）")  # 无违建街（镇）
_MANY_ONES = re.compile("各自|已建|一心一意|分别|汇报|做到|兜底(?!保障)")
"""已建、在建项目, 各自分包项目: speaks of many, names none."""
_OF_LEVEL = re.compile("[县乡镇村]级|乡（村）|乡\\(村\\)")  # 县级文化馆: every county's
_EVERY_COUNTY = frozenset(("hospital", "culture", "school", "care"))
_DRAWN_ON = frozenset(
    (
        "支持",
        "鼓励",
        "引导",
        "依托",
        "围绕",
        "利用",
        "充分利用",
        "通过",
        "结合",
        "对接",
        "协助",
        "参与",
        "用好",
        "使用",
        "符合",
        "满足",
        "享受",
    )
)
_BANNED = re.compile(
    "(?:全面|集中|坚决|依法|彻底)*(?:严禁|禁止|不得|不准|不搞|不上|避免|防止(?!返贫)|杜绝|淘汰|关停|关闭|取缔|压减|清理|严控|暂停审批|停止审批|停建|叫停|查处)"
)
_KEPT_UP = re.compile("(?:要|应|必须)(?:全面|严格|切实)*(?:落实|严格|执行|建立健全|健全)")
_SOUGHT = frozenset(("新增", "创建", "争创", "申报", "争取"))
_TITLES = re.compile("[^，。；]{0,30}创建")
_LONG = re.compile(r"[\d.]+(?:公里|千米|米|平方|亩|km)")  # the road's own length
_ONE = re.compile("[1一][座个所条处栋](?![0-9万百千])")


def is_work(text: str, head: Head, name: Phrase, before: str, word: str, end: int) -> bool:
    if head.whole and not before:
        return (
            name.verb not in _DRAWN_ON
            and not (name.count and text[end : end + 2] != "建设")
            and not text[end : end + 1].isdigit()
            and not text.startswith(("建设等", "建设、"), end)
        )
    if _LABEL.fullmatch(before) or text.startswith(_BRACKETED, end):
        return False
    quoted = "“" in before or '"' in before
    if (
        text[name.member - 1] == "或"
        or name.count
        or (name.loose and not quoted)
        or (not quoted and COUNT.search(before))
        or _counted(text, head, name, before + word, end)
    ):
        return False
    if (
        name.verb in _DRAWN_ON
        or _BANNED.search(text, name.low, name.start)
        or _BANNED.match(before)
        or RATED.search(before)
        or (RANKED.match(before) and (name.verb in _SOUGHT or _TITLES.match(text, end)))
        or described(text, name, before)
    ):
        return False
    if _OF_LEVEL.match(before) and kind_of(head, before) in _EVERY_COUNTY:
        return False
    if (
        head.sort != "named"
        and ENCOURAGED.search(text, name.low, name.start)
        and not (quoted and head.sort == "digital")
    ):
        return False
    if not (
        (before + PHASE.sub("", word)).strip("“”") in ALONE
        or UNIQUE.fullmatch(before + word)
        or (len(before + word) > 5 and PHASE.search(word))
    ) and not (says_which(head, before)):
        return False
    if head.sort == "named" and not name.verb and common(before) and _KEPT_UP.match(text, end):
        return False  # 农村饮水工程 | 要落实三个责任: all of them
    if head.sort == "named":
        return (verb_class(name.verb) != "" or name.verb in INTO) and not (
            _UNSAID.search(before) or _MANY_ONES.search(before) or (before.endswith("重大") and word.startswith("项目"))
        )
    if head.sort == "acts":
        return acted(before) and (verb_class(name.verb) not in ("", "take", "work") or name.verb in OF_ACTS)
    return is_built(text, head, name, before, end)


def _counted(text: str, head: Head, name: Phrase, words_: str, end: int) -> bool:
    """Does a number behind a name count such works (乡镇公厕12座)? One of a sort and the length of a road do not."""
    if not COUNT.match(text, end):
        return False
    if _LONG.match(text, end):
        return not individual(words_) and not (head.sort == "named" and len(words_) > 5)
    return not _ONE.match(text, end) or name.verb in _SOUGHT or bool(RANKED.match(words_))
