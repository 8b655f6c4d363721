"""The lines of a document's head and foot that tell what it is: title, number, addressees, date, signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from extract.draft import Draft
from extract.numerals import read
from extract.record import record
from extract.structure import Kind

HEAD = 40
"""Lines that a head may have; advertising above the title included."""
REACH = 300_000
"""Characters of a text that are searched for what it says of itself; a longer one has said it by then."""

_CHINESE_YEAR = "[二一][〇○零OＯo0九][〇○零OＯo0一二三四五六七八九]{2}"
_SMALL = "[一二三四五六七八九十]{1,3}"
DATE = (
    rf"(?:(?P<y>(?:19|20)\d\d)[ 　]*年[ 　]*(?P<m>\d{{1,2}})[ 　]*月[ 　]*(?P<d>\d{{1,2}})[ 　]*[日号]"
    rf"|(?P<cy>{_CHINESE_YEAR})年(?P<cm>{_SMALL})月(?P<cd>{_SMALL})[日号]"
    rf"|(?P<iy>(?:19|20)\d\d)(?P<sep>[-./])(?P<im>\d{{1,2}})(?P=sep)(?P<id>\d{{1,2}}))"
)
_DAY_LINE = re.compile(
    rf"^[ 　]*(?P<by>[^\n\t\d。，；：:]{{0,60}}?)[ 　]*{DATE}[ 　]*(?:\d{{1,2}}[时：:]\d{{0,2}}分?)?(?P<tail>印发|发布|印)?[ 　]*$",
    re.MULTILINE,
)
_BRACKET_LINE = re.compile(
    rf"^[ \t　]*(?P<open>[（(]|——+)(?P<before>[^\n（）()]{{0,40}}?){DATE}(?P<after>[^\n（）()]{{0,60}})[）)]?[ \t　]*$",
    re.MULTILINE,
)
NUMBER = re.compile(
    r"^[ \t　]*(?P<code>[\u4e00-\u9fffA-Z]{0,14}?(?:第)?)[ ]?(?P<open>[〔\[［【（(﹝])(?P<year>(?:19|20)\d\d|[X×]{4})[〕\]］】）)﹞][ ]?(?:第)?(?P<number>[\d X×]{1,6}?)[ ]?号"
    r"[ \t　]*(?:签发人.*)?$|^[ \t　]*(?:[（(])?(?P<order>[\u4e00-\u9fff]{0,16}令?[ 　]*第[ 　]*[\dX×一二三四五六七八九十百]{1,5}[ 　]*号)(?:[）)])?[ \t　]*$",
    re.MULTILINE,
)
_DAY_ENDS = frozenset("0123456789０１２３４５６７８９日号时：:分发布印")
_BRACKET_OPENS = frozenset("（(—")
_SPEECH = re.compile(r"(?:同志|代表|委员|朋友|来宾|先生|女士|同学|乡亲|父老|战友)")
_ADDRESS = re.compile(r"(?P<names>[^。！？\n]{2,600})[：:]$")
_NOT_ADDRESS = re.compile(
    r"(?:如下|通知|事项|意见|要求|安排|包括|方面|附件|附|联系人|电话|主持|出席|列席|参加|时间|地点|记录|目标|单位名称|责任单位|牵头单位|如次)$|^[一二三四五六七八九十\d（(]"
)
_PIECE = re.compile(r"[，,；;]|、(?=各|[省市县区州](?:直|属|政府)|驻|有关|中央|本)")
_TAIL = re.compile(
    r"人民政府|政府|委员会|办公室|办公厅|国务院|部|厅|局|委|办|处|院|会|党组|党委|中心|公司|机制|集团|指挥部|小组|署|总队|学校|大学|协会|联合会|团|社|室|组|队|站|所"
)
_ISSUER_LINE = re.compile(rf"[^\n\t，。；：:！？、“”\d]{{2,60}}?(?:{_TAIL.pattern})")


@record
class Day:
    """A date the document gives itself, where it stands, and what shows it: signature, title, imprint."""

    day: date
    start: int
    end: int
    source: str
    by: str = ""


@record
class Line:
    start: int
    end: int
    text: str


def head_lines(text: str) -> list[Line]:
    """The first lines that hold something, trimmed."""
    found: list[Line] = []
    for match in re.finditer(r"[^\n]+", text[:20_000]):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words[0])
            found.append(Line(start, start + len(words), words))
        if len(found) == HEAD:
            break
    return found


def title_runs(draft: Draft) -> list[list[Line]]:
    """Neighbouring lines that the outline calls titles, as far as the head goes."""
    runs: list[list[Line]] = []
    paragraph = -2
    for sentence in draft.outline.sentences[: 4 * HEAD]:
        if sentence.kind is not Kind.HEADING or sentence.rule != "title":
            continue
        line = Line(sentence.start, sentence.end, sentence.text)
        between = draft.text[runs[-1][-1].end : sentence.start] if runs else ""
        if runs and (sentence.paragraph <= paragraph + 1 or not between.strip()):
            runs[-1].append(line)
        else:
            runs.append([line])
        paragraph = sentence.paragraph
    return runs


def _dated(text: str, pattern: re.Pattern[str], ends: frozenset[str] | None) -> Iterator[re.Match[str]]:
    """The lines that the pattern matches, tried where they end in one of the characters, else where they open a bracket."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        bare = line.strip(" \t　")
        fits = bare and (bare[-1] in ends if ends is not None else bare[0] in _BRACKET_OPENS)
        if fits and (match := pattern.match(text, start, end)) is not None:
            yield match
        start = end + 1


def days(text: str, title_end: int) -> list[Day]:
    """Dates the document bears, the surest first: with the signature, under the title, in the imprint, at the head."""
    text = text if len(text) <= REACH else text[:REACH] + "\n" + text[-2_000:]
    signed: list[Day] = []
    rest: list[Day] = []
    for match in _dated(text, _DAY_LINE, _DAY_ENDS):
        day = _day(match)
        if day is None:
            continue
        by = match["by"].strip(" \t　（(")
        inside = (match.start("by") + match["by"].find(by), match.end())
        start = next(match.start(name) for name in ("y", "cy", "iy") if match[name])
        end = max(match.end(name) for name in ("d", "cd", "id")) + (0 if match["id"] else 1)
        if match["tail"]:
            rest.append(Day(day, start, end, "imprint", by))
        elif by and not _ISSUER_LINE.fullmatch(by):
            continue
        elif start < title_end + 200 and start > title_end and not by and _signature(text, inside[0]) == "":
            rest.append(Day(day, start, end, "title"))
        else:
            name = by or _signature(text, match.start())
            source = "signature" if name or start > title_end + 200 else "head"
            (signed if source == "signature" else rest).append(Day(day, start, end, source, name))
    signed.sort(key=lambda one: (not one.by, one.start if one.by else -one.start))
    return [*signed[:1], *_under_title(text, title_end), *rest]


def _under_title(text: str, title_end: int) -> list[Day]:
    """（2022年2月20日）, ——2024年1月12日在…会议上, （2023年7月18日…通过）, （新华社北京2020年2月23日电）."""
    found = []
    for match in _dated(text, _BRACKET_LINE, None):
        day = _day(match)
        close = match.start() < title_end + 600
        agency = match["before"].startswith("新华社") or match["after"].endswith("电")
        if day is None or not (close or agency):
            continue
        start = next(match.start(name) for name in ("y", "cy", "iy") if match[name])
        end = max(match.end(name) for name in ("d", "cd", "id")) + (0 if match["id"] else 1)
        found.append(Day(day, start, end, "imprint" if agency else "title"))
    return sorted(found, key=lambda one: (one.source != "title", one.start))


def _day(match: re.Match[str]) -> date | None:
    """The date of a match of DATE; None where the calendar has no such day."""
    if match["cy"]:
        year = read(re.sub("[〇○零OＯo0]", "〇", match["cy"]))
        parts = [year, read(match["cm"]), read(match["cd"])]
        numbers = [int(part.value) if part and part.value else 0 for part in parts]
    else:
        numbers = [int(match[name] or match[other]) for name, other in (("y", "iy"), ("m", "im"), ("d", "id"))]
    try:
        return date(*numbers)
    except ValueError:
        return None


def _signature(text: str, at: int) -> str:
    """The issuer's name on the line or two before a date; empty where none stands there."""
    before = text[max(0, at - 200) : at].rstrip(" \t　\n").split("\n")
    lines = [line.strip() for line in before[-2:]]
    for joined in ("".join(lines), lines[-1]):
        if (
            len(joined) <= 60
            and "\t" not in joined
            and _ISSUER_LINE.fullmatch(joined)
            and not re.match(r"关于|附件?|第|[一二三四五六七八九十]、", joined)
        ):
            return re.sub(r"[ 　]+", " ", joined)
    return ""


def number(lines: list[Line]) -> str:
    """The document's number in its common form: 清政办发〔2024〕3号; empty where the head gives none."""
    for line in lines:
        match = NUMBER.match(line.text) if "号" in line.text else None
        if match and match["order"]:
            return re.sub(r"[ 　]", "", match["order"])
        if match:
            code = re.sub(r"[ 　]", "", match["code"]).removesuffix("第")
            return f"{code}〔{match['year']}〕{match['number'].replace(' ', '')}号"
    return ""


def addressees(lines: list[Line], title_end: int) -> tuple[str, ...]:
    """Whom the document is sent to, one by one; of a speech whom it greets."""
    for line in lines:
        last = line.text[-1]
        if line.start < title_end or last not in "：:。" or _NOT_ADDRESS.search(line.text.rstrip("：:")):
            continue
        if last == "。":
            if line.start > title_end + 400:
                return ()
            continue
        match = _ADDRESS.fullmatch(line.text)
        if match and (
            _SPEECH.search(match["names"])
            or _TAIL.search(match["names"])
            or re.search("单位|部门|地区|街道|乡|镇|村|企业|公司", match["names"])
        ):
            return tuple(piece for piece in (part.strip() for part in _PIECE.split(match["names"])) if piece)
    return ()
