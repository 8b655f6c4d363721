"""Do the words before a head noun say which plan or campaign is meant, and is it one for people, not a work?"""

from __future__ import annotations

import re

from extract.lexicon import alternatives, repeated, words
from extract.noun_phrase import Phrase, verb_class
from extract.programme_heads import CITED, ENDS, JOINTS, LISTED, MADE, Head

_PARTS = re.compile("[的、]")
CLOSING = '”"'
HELD = re.compile(
    r"评选|评比|寻找|最美|创建(?!$)|进(?:校园|社区|企业|农村|乡村|机关|军营|万家|课堂)|下乡|结对|帮扶|竞赛$"
)
PHYSICAL = re.compile(alternatives(words("programmes", "policy", "physical")))
_STRATEGY = re.compile(rf"[“\"](?:{alternatives(words('programmes', 'strategies'))})[”\"]$")
_POLICY = {key: re.compile(alternatives(words("programmes", "policy", key))) for key in ("words", "support")}
_NEUTRAL = re.compile(f"(?:{alternatives(words('programmes', 'policy', 'neutral'))})+$")
_NO_NAME = re.compile("未(?!来|成年)|见(?!义)|按(?!摩)|涉及")  # 未承担试点 (的县), 见演练方案
_WHEN = re.compile(r"\d{1,2}月份?|[我你他]们?")  # 5月份 + 试点, 我们 + 计划
_BODY_ACTS = re.compile(  # 领导小组统筹协调方案(实施)
    "(?:领导小组|指挥部|委员会|办公室|专班|联席会议)(?:统筹|协调|负责|牵头|组织|研究|审议)"
)
_DATED = re.compile(r"[“\"]|第[一二三四五六七八九十\d]+届|[年月日周节届]$|[月日周节]宣传")
_BUILT = re.compile(f'(?:{alternatives(words("programmes", "built"))})[”"]$')
_BETTERS = re.compile("(?:提升|促进|保障|攻坚|提质|优化|提效)$")  # 养老服务提升工程: nothing built, so a campaign
_SEEKING = frozenset(words("programmes", "governed", "seek"))
_WON = frozenset(words("programmes", "governed", "win"))
_LED_BY = frozenset(words("programmes", "governed", "follow"))
_EDGE_ONLY = repeated(words("noun_phrase", "edge"))
_DEFINITE = re.compile(  # whose, of which years: 清理方案 is nobody's, 全县清理方案 is one
    r"[“”\"A-Za-z\d×X]|全[国省市县区州]|国家|中央|我[国省市县区]|[省市州县区旗乡镇村](?![域别级场内外分间])|流域|年|期|届|十[一二三四五六]五|[长珠]江|黄河|淮河|南水北调|西气东输|西电东送|三峡|京津冀|长三角|粤港澳|成渝"
)
_WORLDWIDE = ("世界", "全球", "中国")
_ORDINAL = re.compile(r"首届|第[一二三四五六七八九十百\d]+[届次]")


def says_which(head: Head, before: str, word: str, name: Phrase, after: str) -> bool:
    """Do the words before the head say which plan or campaign is meant?"""
    if head.quoted:
        if before.rstrip(CLOSING).endswith("工程") and PHYSICAL.search(before, before.rfind("“")):
            return False  # “雪亮工程”建设
        named = (
            before.endswith(("”", '"'))
            and (word == "创建" or not _BUILT.search(before))
            and not _STRATEGY.search(before)
        )
        return named and (bool(name.verb) or word == "整治")
    own = _PARTS.split(before)[-1]
    if name.count and head.key in ("support", "works", "event", "designation") and "“" not in before:
        return False
    if (
        len(before) < 2
        or (len(before) + len(word) < head.own + 2 and not _DEFINITE.search(before))
        or verb_class(name.verb) == "ban"
        or (before[-1] in JOINTS and not before.endswith("普及"))
        or _NO_NAME.match(before)
        or _WHEN.fullmatch(before)
        or before.endswith(("等各类", "等各项"))  # 道路交通等各类 + 专项规划: kinds, no plan
        or _BODY_ACTS.search(before)
        or (_EDGE_ONLY.fullmatch(before) and not head.whole)
        or (head.key in CITED and name.verb in _LED_BY and not _DEFINITE.search(before))
        or head.generic.fullmatch(own)
        or (head.not_after.search(before) and not (head.key == "plan" and _DEFINITE.search(before)))
        or (name.loose and not _DATED.search(before))
    ):
        return False
    if head.named:
        return bool(_DATED.search(before)) or (head.key == "event" and len(before) > 4 and bool(HELD.search(before)))
    if head.held:
        return verb_class(name.verb) == "hold" or name.verb == "组织"
    if head.ordinal:
        return bool(_ORDINAL.search(before)) or (before.startswith(_WORLDWIDE) and len(before) > len("世界"))
    if head.key == "pilot" and before.endswith(("相关", "有关", "的", "相关领域", "有关领域", "等领域")):
        return False
    if head.sought:
        if word.endswith(("市", "县")) and (name.verb in _WON or after in MADE):
            return True
        return name.verb in _SEEKING or after in _SEEKING or (word.endswith("试验区") and after == "建设")
    if head.policy:
        return _for_people(head, before)
    return True


def _for_people(head: Head, before: str) -> bool:
    """Is a 工程 or 项目 for people, skills, trades? What stands nearest to the head decides: 景区带动旅游扶贫, 扶贫园区改造."""
    if before[-1] in CLOSING and head.key == "works":
        return not _STRATEGY.search(before) and not PHYSICAL.search(before, max(before.rfind("“"), 0))
    core = _NEUTRAL.sub("", before) or before
    people = max((one.end() for one in _POLICY[head.policy].finditer(core)), default=0)
    physical = max((one.end() for one in PHYSICAL.finditer(core)), default=0)
    betters = head.key == "works" and not physical and len(before) > 4 and _BETTERS.search(before) is not None
    return people > physical or betters


def of_its_own(member: str) -> bool:
    return member[0] in '“"' or bool(ENDS.search(member))


def listable(head: Head, member: str) -> bool:
    """Is a member of “A、B等工程” a name: quoted, ended by a head of its own, or long enough to tell."""
    if member[0] in '“"':
        return head.key != "support"
    if not head.policy and LISTED.search(member):
        return True
    if head.key == "event" and len(member) > len("健康教育") and member[-1] in "月周":
        return True  # 春风行动、就业援助月等活动
    if head.named or head.quoted or head.ordinal or head.sought or head.held or head.whole:
        return False
    if head.policy:
        return len(member) > len("研究试验") and _for_people(head, member)
    return len(member) >= 3 and not head.generic.fullmatch(member)
