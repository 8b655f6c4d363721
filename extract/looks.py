"""What a cell of a table looks like by itself: a number, a time, bodies, a person, an act."""

from __future__ import annotations

import re
from functools import cache

from extract.heads import head_of
from extract.people import names_of

_NAME_LIMIT = 20
_BRIEF = 8
_COUNTED = re.compile(r"\d[\d.万多余]*[台所处个组队校站区村户家](?:$|(?<=[个家所处])(?=[“\u4e00-\u9fff]))")
_ACT = re.compile(
    r"负责(?!人|同志)[\u4e00-\u9fff]|做好|拟|推进|完成|开展|建设(?!(?:管理|交通|发展)?(?:局|厅|部|委|集团|公司|中心))|[。！？].|[；;][^；;]{13}"
)
_NUMBER = re.compile(r"[▲★*#]?[（(]?[\d.,，．%％一二三四五六七八九十]{1,12}[、.．）)]?")
_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
_TIME = re.compile(
    r"\d{4}[年./-]|\d{1,2}月|年底|年内|全年|季度|半年|上旬|中旬|下旬|月底|每[日周月季年]|长期|持续|常态|立即|立行立改|即知即改|即日|前$|完成时|同步|适时|汛期|春节|\d+个?(?:工作)?[日天]内"
)
BODY = re.compile(
    r"(?:(?<![布格结全大开棋平僵])局|[委办部厅署院镇乡区站队所校社会室处组台中心司]|银行|[分支总人央]行|农[商发]行|国开行|公司|集团|专班|单位|部门|政府|街道|高校|管委会)(?:[（(][^（()）]*[）)])?(?:等)?(?=$|[、，,；;\s　/])"
)
DITTO = frozenset(("同上", "同前", "〃", "″", "同上行"))
_QUANTITY = re.compile(
    r"[\d.,，万亿余多X×]+(?:万|亿)?(?:平方米|公里|千米|立方米|万元|亿元|[个户家所处人名亩米座条套台栋项批次吨％%])(?:以上|左右|以内)?"
)
_OFFICE_LIMIT = 6
_BUILDS = frozenset(("新建", "改建", "扩建", "改扩建", "迁建", "重建", "续建", "改造", "开工建设", "建成", "修建"))
"""No office is called after these, however short."""
_TALKS = re.compile(
    r"(?:例|座谈|恳谈|推进|现场|培训|协调|调度|视频|动员|工作|专题|联席|洽谈|推介|招聘|说明|听证|评审|论证|碰头)会(?!议)$"
)
_SPLIT = re.compile(r"[、，,；;\s　/]+")
_SAYS_ROLE = re.compile(
    r"(?:共同|联合|分别|具体)?(?:牵头|负责|主办|主责|主抓|承办|协办|配合|协助|参与|参加|落实|督办|监督|指导|抓总|负总责)(?:单位|部门|落实|实施|办理)?[：:]?(?=[、，,；;。\s　）)/]|$)"
    r"|(?<![要求])会同(?=[\u4e00-\u9fff]{2})|(?<=[局委办部厅院会司])(?:及|和|与)(?=[省市县区])"
)
"""What a cell says of its bodies' roles: 市水务局牵头、市财政局配合; 市水务局会同市财政局."""
PERSON = re.compile(r"[\u4e00-\u9fff×·]{2,4}(?:[\s　、，,][\u4e00-\u9fff×·]{2,4}){0,8}(?:[（(][^）)]*[）)])?")
_STOP = re.compile(r"[。；;！？]")


def _does(part: str) -> bool:
    """Does it begin with a verb and end in no office: 召开恳谈会, 建设服务中心, 新建学校?"""
    if part[-1] in "局委办部厅署":
        return False
    kind, verb = head_of(part, 0, len(part))
    return kind == "verb" and (len(part) > _OFFICE_LIMIT or verb in _BUILDS)


@cache
def looks(word: str) -> str:
    """What a cell looks like by itself: empty, number, time, body, person, act (begins with a verb), short, long."""
    if not word:
        return "empty"
    if _NUMBER.fullmatch(word):
        return "number"
    if word in DITTO:
        return "body"  # 同上 stands for offices nearly always
    if _QUANTITY.fullmatch(word):
        return "count"
    parts = [part for part in _SPLIT.split(_SAYS_ROLE.sub("、", _ASIDE.sub("", word))) if part] or [word]
    bodies = sum(
        1
        for part in parts
        if BODY.search(part) and not _COUNTED.search(part) and not (_TALKS.search(part) or _does(part))
    )
    if bodies and bodies * 2 >= len(parts) and max(map(len, parts)) <= _NAME_LIMIT and not _ACT.search(word):
        return "body"
    act = len(word) > 3 and head_of(word, 0, len(word))[0] == "verb"
    if len(word) <= 30 and _TIME.search(word) and (not act or len(word) <= _BRIEF):
        return "time"
    if len(word) <= 24 and PERSON.fullmatch(word) and max(map(len, parts)) <= 4 and "×" in word:
        return "person"
    if len(word) <= 40 and sum(len(names_of(part)) or -9 for part in parts) > 1:
        return "person"
    if act:
        return "act"
    return "short" if len(word) < 12 and not _STOP.search(word) else "long"
