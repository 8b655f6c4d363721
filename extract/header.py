"""What the document says of itself: title, kind, issuer, number, date, level, region, addressees (`draft.context`).

    head and foot ─header_lines→ title, number, date, addressees ─standing→ level, region

Nothing is guessed: what the document does not say stays empty, and `date_source` tells where the date stands
(given, signature, title, head, imprint).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from extract.draft import Draft
from extract.header_lines import HEAD, Line, addressees, days, head_lines, number, title_runs
from extract.resource import resource
from extract.standing import Evidence, standing

_RED_HEAD = re.compile(
    r"(?P<issuer>.{2,40}?(?:人民政府|委员会|办公室|办公厅|委|局|厅|部|政府|办|院|会|指挥部|小组))[ 　]*文件$"
)
_ADVERT = re.compile(
    r"[【《]?(?:温馨提示|打击|免责|声明|公众号|会员|订阅|关注|广告|版权)|.*(?:微信|QQ|公众号|http|www\.)"
)
_ISSUER = re.compile(r"(?P<issuer>[^《》]{2,60}?)(?:关于|印发|转发|批转)")
_HEADED = re.compile(
    r"(?P<issuer>(?:中共|中国共产党)?[^《》\d关于]{1,24}(?:人民政府|政府|委员会|办公室|办公厅|指挥部|领导小组|(?<=.[省市县区州镇乡])委))(?P<rest>.*(?:纪要|公告|通告|通报|令|简报|会议))"
)
_SPEAKER = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff]{2,20}?(?:人民政府|人民法院|人民检察院|人大常委会|政协|委员会|局|委))(?:代)?(?:县长|市长|省长|区长|州长|主席|院长|检察长|主任|局长|镇长|乡长|旗长|党组书记)(?:[ 　]+\S{1,6}([ 　]\S)?)?$"
)
_SPACE = re.compile(r"[ \t　]+")
_MARK = re.compile(
    r"[（(](?:征求意见稿|送审稿|讨论稿|草案|摘要|试行|暂行|修订稿?|节选|代拟稿|初稿|全文|审议稿|报批稿|[^（）()]{0,6}年[^（）()]{0,8})[）)]$"
)


def header(draft: Draft) -> None:
    """Fill `draft.context`; a date or an issuer that was given stays."""
    lines = head_lines(draft.text)
    title, span = _title(draft, lines)
    end = span[1]
    found = days(draft.text, end)
    number_ = number(lines)
    before = draft.context
    signed = [one.by for one in found if one.by and one.source in ("signature", "imprint")]
    issuer = before.issuer or _issuer(title, lines, signed)
    to = addressees(lines, end)
    context = replace(before, title=title, issuer=issuer, number=number_, addressees=to, kind=kind(title, to))
    if before.date is None and found:
        context = replace(
            context, date=found[0].day, date_source=found[0].source, date_start=found[0].start, date_end=found[0].end
        )
    under = " ".join(line.text for line in lines if end < line.start < end + 150 and len(line.text) < 60)
    level, region = standing(Evidence(title, under, issuer, number_, to, draft.text))
    draft.context = replace(context, level=level, region=region)


def _title(draft: Draft, lines: list[Line]) -> tuple[str, tuple[int, int]]:
    """The title and where it stands; its lines joined, the red head (…文件) left off."""
    for run in title_runs(draft):
        kept = [line for line in run if not _RED_HEAD.match(line.text) and not _ADVERT.match(line.text)]
        if kept and kept[0].start <= (lines[-1].end if lines else 0):
            return _SPACE.sub(" ", "".join(line.text for line in kept)), (kept[0].start, kept[-1].end)
    for line in lines[
        : HEAD // 2
    ]:  # no title by its words: the first short line that is no number, date or advertising
        if (
            len(line.text) <= 50
            and not re.search(r"[。，；：:！？]|号$|^\d|^[（(]", line.text)
            and not _ADVERT.match(line.text)
        ):
            return _SPACE.sub(" ", line.text), (line.start, line.end)
        if line.text.endswith(("。", "：")):
            break
    return "", (0, 0)


def _issuer(title: str, lines: list[Line], signatures: list[str]) -> str:
    """Who issues: before 关于 in the title, in the red head, at the signature, the office of who speaks."""
    match = _ISSUER.match(title) or _HEADED.match(title)
    if match and not re.match(r"在|对|为|就", match["issuer"]):
        return _joined(match["issuer"])
    for line in lines[:12]:
        red = _RED_HEAD.match(line.text)
        if red:
            return _joined(red["issuer"])
    if signatures:
        return _joined(signatures[0])
    for line in lines[:12]:
        speaker = _SPEAKER.fullmatch(line.text)
        if speaker:
            return speaker["issuer"]
    return ""


def _joined(issuer: str) -> str:
    """Two issuers that a space parts are joined by 、; the spaces of a name set wide are dropped."""
    pieces = [piece for piece in _SPACE.split(issuer.strip()) if piece]
    return "".join(pieces) if any(len(piece) < 3 for piece in pieces) else "、".join(pieces)


@cache
def _kinds() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]:
    return tuple(
        (row["key"], tuple(row["ends"]), tuple(row.get("holds", ())), tuple(row.get("not", ())))
        for row in resource("document_kinds")
    )


def kind(title: str, to: tuple[str, ...] = ()) -> str:
    """The code of the document's kind by the longest end of its title (`resources/document_kinds.yaml`); a speech by its greeting.

    >>> kind("关于印发岳溪县三年行动方案的通知"), kind("在全县会议上的讲话"), kind("", ("同志们",)), kind("二月")
    ('notice', 'speech', 'speech', '')
    """
    bare = _SPACE.sub("", title)
    while _MARK.search(bare):
        bare = _MARK.sub("", bare)
    bare = bare.rstrip("》”")
    best, length = "", 0
    for key, ends, holds, barred in _kinds():
        if holds and any(word in bare for word in holds) and not any(word in bare for word in barred):
            return key
        for end in ends:
            if bare.endswith(end) and len(end) > length:
                best, length = key, len(end)
    if not best and to and re.search("同志|代表|委员|朋友|来宾", to[0]):
        return "speech"
    return best
