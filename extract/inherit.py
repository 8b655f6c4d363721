"""Elided subjects: which earlier body a sentence without a subject of its own goes on with, and when it does not.

Inside one item (else one paragraph) the nearest earlier obligation with a subject passes it on, until a sentence begins a new
topic, or returns to the writer's own voice (bare orders stood before the subject, too).
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass

from extract.bound import Bound
from extract.model import Role
from extract.plain_acts import CHECKS, OVERSEER
from extract.structure import Sentence
from extract.subject_words import subject_words

_MODAL = re.compile(r"不得|不准|不能|必须|应当|务必|严禁|一律|要|应|须|将")
_CLAUSE = re.compile(r"[，；。：,;]")
_GO_ON = re.compile(
    r"(?:(?:同时|并且|并|另外|此外|其中|特别|尤其|今后|还|也|对此|为此|必要时|确需|凡是?|除[^，。]{1,20}外)[^，。；]{0,20}?[，,]?)?"
    r"(?:要(?!求)|应|须|不得|不准|必须|应当|务必|严禁|一律|确需|凡|还将"
    r"|对[^，。；]{1,60}?[，,]?(?:要|应|须|必须|不得|一律|通过|实行|按|给予|予以|及时|依法)"
    r")"
)
_CASES = re.compile(r"(?:对于[^。；]{1,60}|(?:对|凡是?)[^。；]{1,60}的)[，,](?:要|应|须|必须|不得|一律)")
_COMMON = frozenset({"firm", "open", "clause", "people", "listed"})
"""Names that are common words (rules of body_names): they pass nothing on but in the same breath (；)."""
_ORDERS = ("要", "应", "须", "必须", "不得", "严禁")
_GOES_ON = re.compile("要(?![求素点件])|应(?![急用])|须|必须")
_SAME_VOICE = re.compile(r"(?:对[^，。；]{1,60}[，,])?(?:要|应|须|必须)")
_CASE = re.compile("对[^，。；]{2,40}的[，,]")
_GOVERNS = re.compile(r"政府|党委|党组织|管委会|街道|机构$|主体$|办事处|[县市区省州](?:局|委|办)|指挥部|领导小组")
_PREPOSED = re.compile(
    r"(?:第一时间|依托|借助|利用|对|对于|在|为|把|将|从|按照?|根据|依照|结合|通过|围绕|针对|以|就|凡是?|除|到|自|于|因|与|同时|并|此外|另外|今后|特别|其中|每|\d|X|[年月]|如|若|确需|经|待|对外|遇|全年|年内|本年|今年|上半年|下半年|[一二三四]季度)"
)
_NOUN = re.compile(
    r"(?:考核|检查|督查|评估|整改|审计|监测|调查|统计|核查|排查|工作|任务|建设|管理|培训|验收|评价|监督|执法|服务|落实|完成|推进)"
    r"(?:结果|情况|成绩|成效|成果|数据|经费|资金|方案|标准|体系|人员|机构|单位|对象|范围|期间|过程|工作)"
)
ITS_DUTIES = re.compile(
    r"(?:其|具体)?(?:主要|工作|具体)*(?:(?:履行|承担)(?:以下|下列|如下)?(?:主要|工作|具体)*)?(?:职责|任务|职能)(?:包括|有|是|为|如下)?[：:]"
)
"""主要职责有：, 主要履行以下职责：: of whom the sentence before speaks."""
_THING = re.compile(
    r"(?:清单|平台|系统|名录库?|事项|台账|档案|信息|数据|材料|资料|文件|方案|计划|资金|经费|补贴|名单|结果|报告|设施|设备|标识|车辆|项目|工程|库|施工|作业|开采|爆破|装卸|隧道|工地|场所|[一-龥][内上])$"
)
_ACT_FIRST = {
    "牵头": Role.LEAD,
    "会同": Role.LEAD,
    "配合": Role.SUPPORT,
    "协助": Role.SUPPORT,
    "协同": Role.SUPPORT,
    "参与": Role.SUPPORT,
    "督促": Role.SUPERVISE,
    "督办": Role.SUPERVISE,
    "督查": Role.SUPERVISE,
    "督导": Role.SUPERVISE,
    "监督": Role.SUPERVISE,
}
_OTHERS = ("有关部门", "相关部门", "有关单位", "相关单位")
_OVERSEES = re.compile(
    r"(?:\d+[.、．]\s*)?(?:负责)?(?:(?:指导|监督|督促|检查)(?:和|与|及)(?:指导|监督|督促|检查|督导)|指导协调|协调指导|指导监督|监督指导|督促指导|指导督促|监督检查|督促检查|指导检查|检查指导|综合监督|综合监管|(?:指导|协调|监督|督促|检查)、(?:指导|协调|监督|督促|检查))"
)
_FIRST_ACT = re.compile(
    rf"(?:\d+[.、．]\s*)?(?:(?:按照?|根据|依据|依照)[^，。；]{{2,30}}，)?(?:必要时|届时)?，?(?:要|应|须|负责)?(?:积极|主动|全力|密切|认真|切实|做好|共同)*({'|'.join(_ACT_FIRST)})(?!单位|部门|机制|管理)"
)
_WITH = re.compile(r"(?<![要求])会同[^，。；]{2,}")
_HEADS = re.compile(r"牵头职责的|牵头部门的")
_ANSWERS_FOR = re.compile(r"对[^，。；]{2,30}(?:负总责|负主责)")
_WHEN = re.compile(r"(?:后|(?<!同)时|之前|期间)\Z")
_FINDS = re.compile(r"(?:一经)?(?:发现|接到|接报|收到|受理|查实|核实|获悉|得知|遇到)[^，。；]*(?:后|时)\Z")
_COUNTS = re.compile(
    r"[两三四五六七八九十](?:个|项|点|条|件|方面|到位|必须|不准|严禁|坚持|落实|确保|清|查|严|到)[^，。]{0,12}[。：:；]\Z|(?:以下|如下|下列)[^，。]{0,12}[。：:]\Z"
)
"""What announces items behind it: 做到“五到位”。"""
_NEAR = 24
_POINT = 16  # characters of a first sentence that only names the point
_POLICED = ("机构", "主体", "企业", "医院", "学校", "公司")
_POLICES = re.compile("停工|追责|监督检查|监管|查处|打击|处罚|严肃处理|追究|整治|执法")
_OPENS, _INDENT = re.compile(r"(?:\A|\n)[ \t\u3000]*\Z"), 12
_SUPPORTS = re.compile(r"要(?:积极|主动)?(?:与[^，。；]{1,10})?(?:协调|密切)?配合")


@dataclass(slots=True)
class Subject:
    """Who acts in a scope up to sentence `last`, which ends at `end`; `digression`: bare orders stood before, and bare
    orders after it do not go on with it."""

    last: int
    end: int
    bounds: list[Bound]
    digression: bool


class Scope:
    """Subjects by scope, followed sentence by sentence."""

    def __init__(self) -> None:
        self.subjects: dict[Hashable, Subject] = {}
        self.bare: dict[Hashable, int] = {}  # where bare orders stand: the sentence that only names its point, else -1

    def said(self, one: Sentence, bounds: list[Bound]) -> None:
        """The obligation `one` names its own bodies."""
        key = _key(one)
        passing = [bound for bound in bounds if bound.passes is not None]
        named = self.bare.get(key) == one.index - 1  # 二要精准对标，精心准备。 | 各部门各单位要…。
        addressed = named and bounds[0].kind == bounds[-1].kind == "modifier"
        self.subjects[key] = Subject(one.index, one.end, passing, key in self.bare and not addressed)

    def interrupt(self, one: Sentence) -> None:
        """The obligation `one` is the writer's own order with a body as an aside: nothing goes on with what stood before."""
        self.subjects.pop(_key(one), None)
        self.bare[_key(one)] = -1

    def inherited(self, one: Sentence, text: str, *, covered: bool, named: bool) -> list[Bound]:
        """Bodies that the obligation `one`, which names none, goes on with.

        `covered`: a bracket or line names bodies for it already; `named`: it begins with a body that does not act.
        """
        key = _key(one)
        subject = self.subjects.get(key) or self._paragraph_before(one, text)
        if subject is None and (told := self._before_items(one, text)) is not None:
            return self._going_on(one, text, told)
        if subject is None:
            self.bare.setdefault(key, one.index if one.body > one.start and one.end - one.body <= _POINT else -1)
            return []
        running = subject.last == one.index - 1 and text[subject.end - 1] in "；;"
        if named or not (running or continues(text, one, subject, covered=covered)):
            return []
        self.subjects[key] = subject
        subject.last, subject.end = one.index, one.end
        return self._going_on(one, text, subject)

    def _going_on(self, one: Sentence, text: str, subject: Subject) -> list[Bound]:
        words = text[one.body : one.end]
        roles = [bound.passes or bound.role for bound in subject.bounds]
        if set(roles) == {Role.SUPERVISE} and not any(
            OVERSEER.search(text, bound.start, bound.end) for bound in subject.bounds
        ):  # who urged others on before acts himself now
            roles = [Role.RESPONSIBLE] * len(roles)
        return [
            bound.elsewhere(role=elided(words, role), inherited=True, rule="item-inherit")
            for bound, role in zip(subject.bounds, roles, strict=True)
        ]

    def _before_items(self, one: Sentence, text: str) -> Subject | None:
        """The subject of the sentence that the items of its own paragraph follow: 各企业要…，做到“五到位”。一是…；二是…"""
        if one.item is None or one.cell is not None:
            return None
        told = self.subjects.get((one.paragraph, one.section))
        if told is None or told.digression:
            return None
        announced = _COUNTS.search(text, max(0, told.end - _NEAR), told.end)
        return told if announced or _GOES_ON.match(text, one.body) else None

    def _paragraph_before(self, one: Sentence, text: str) -> Subject | None:
        """Outside items a paragraph that begins with 要 goes on with the subject of the paragraph before."""
        if one.item is not None or one.cell is not None or not text.startswith(("要", "应", "须"), one.body):
            return None
        if not _OPENS.search(text, max(0, one.start - _INDENT), one.start):
            return None
        return self.subjects.get((one.paragraph - 1, one.section))


def _key(one: Sentence) -> Hashable:
    if one.cell is not None:
        return ("row", one.cell.table, one.cell.row)
    return one.item if one.item is not None else (one.paragraph, one.section)


def continues(text: str, one: Sentence, subject: Subject, *, covered: bool) -> bool:
    """Does a sentence without a body of its own go on with the subject before it?"""
    words = text[one.body : one.end]
    if subject.digression and _CASES.match(words) is None:
        return False
    names = [text[bound.start : bound.end] for bound in subject.bounds]
    common = all(bound.kind in _COMMON for bound in subject.bounds) and not any(map(_GOVERNS.search, names))
    people = all(bound.kind == "people" for bound in subject.bounds)
    if common and (covered or not (_SAME_VOICE.match(words) or (not people and _CASE.match(words)))):
        return False  # 高校要…。要…
    if all(name.endswith(_POLICED) for name in names) and _POLICES.search(words):
        return False  # 医疗机构要…。对违规机构严肃处理: by whom they are overseen
    if any(name[-4:] in words for name in names):  # the subject is what is acted upon now
        return False
    return _GO_ON.match(words) is not None or not (covered or new_topic(words))


def ordered(text: str, at: int) -> bool:
    """Does a bare order begin at `at` (完善…, 鼓励…)?"""
    return subject_words().order.match(text, at) is not None


def new_topic(words: str) -> bool:
    """Has the sentence a grammatical subject of its own that is no body: 试点工作要…, 各类证书具有…"""
    if _NOUN.match(words):
        return True
    if ITS_DUTIES.match(words):
        return False  # 主要职责有：贯彻有关政策
    verb = subject_words().verb
    first = _CLAUSE.split(words, maxsplit=1)[0]
    if words[len(first) : len(first) + 1] == "，":
        if first.endswith("的"):
            return False  # 符合用地政策的，优先纳入备案: on what condition
        rest = words[len(first) + 1 :]
        if _FINDS.match(first) or (_WHEN.search(first) and not rest.startswith(_ORDERS)):
            return new_topic(rest)  # 发现问题后，第一时间报告: after what
    modal = _MODAL.search(first)
    if modal is not None and modal.start() > 0:
        first = first[: modal.start()]
    elif modal is not None:
        return False
    then = modal is not None or words.startswith(_ORDERS, len(first) + 1)
    if then and _THING.search(first):
        return False  # 清单应动态调整: what is acted upon stands first
    return not (_PREPOSED.match(first) or verb.match(first))


_PART = re.compile(r"(?:^|(?<=[。；;）)\s]))\d{1,2}[.、．](?!\d)")


def elided_parts(words: str, role: Role) -> list[Role]:
    """The roles of an elided subject in each of the numbered acts of a cell: 1.推进…；2.配合…做好…"""
    starts = [match.start() for match in _PART.finditer(words)]
    if len(starts) < 2:
        return [elided(words, role)]
    roles = [
        elided(words[start:end].strip(), role) for start, end in zip(starts, [*starts[1:], len(words)], strict=True)
    ]
    return list(dict.fromkeys(roles))


def elided(words: str, role: Role) -> Role:
    """The role of an elided subject by the sentence's first act: 配合… support, 督促… supervise, 会同… lead."""
    if role is Role.RESPONSIBLE and _ANSWERS_FOR.match(words):
        return Role.LEAD
    if role is Role.RESPONSIBLE and _SUPPORTS.search(words):
        return Role.SUPPORT
    if role is not Role.LEAD and _HEADS.search(words):
        return Role.LEAD
    if role is not Role.RESPONSIBLE:
        return role
    if _OVERSEES.match(words) is not None or CHECKS.match(words) is not None:
        return Role.SUPERVISE
    act = _FIRST_ACT.match(words)
    if act is not None:
        if act.group(1) == "协同" and words.startswith(_OTHERS, act.end()):
            return Role.LEAD  # 协同有关部门规划建设布局: with others
        return _ACT_FIRST[act.group(1)]
    return Role.LEAD if _WITH.search(words) else role
