"""The role that the words behind a group of bodies make, None where they say that it owes nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.coordination import FAR, WEAK, Group
from extract.foregoing import described
from extract.heads import head_of
from extract.mechanisms import Mechanism
from extract.model import Role
from extract.plain_acts import Act, joins, plain
from extract.subject_words import subject_words
from extract.things import passive

_LEAD_LATER = re.compile(
    r"(?:作为|担任)[^，。；]{0,16}牵头(?:单位|部门|领导|人)|牵头(?!单位|部门|领导|人|处室|科室|职责的)|负总责|抓总"
)
_MAY = re.compile(r"可以?(?:自愿|自主|自行|选择|申请|按规定申请|凭|享受|给予|不|先|错时|适当|根据|结合|在|通过)")
"""企业可自愿选择…: a grant, no duty."""
_MEMBERS = re.compile(
    r"(?:(?![，。；负牵]).){0,24}(?:组成|构成)(?=[，。；]|\Z)|(?:合理|共同|按比例|多方)*(?:共担|分担|负担|共建|共享|共治|联动)的?(?:机制|制度|模式|格局|体系)"
)
"""由人事部、保卫部等部门负责人组成: who belongs to a group; 由政府、用户合理共担机制: to a system."""
_ENCOURAGED = re.compile(
    r"\W*[\d一二三四五六七八九十]{0,3}\W*(?:积极|大力|进一步)?(?:鼓励|支持|引导|倡导|允许)(?:和(?:支持|引导))?[^，。；]{0,30}的"
)
"""鼓励有条件的 | 园区和街道…: acted upon."""
_TAKES = re.compile(r"包[乡镇村栋户片组街路段楼河]")
_STATE = re.compile(r"[^，。；]{2,20}的[^，。；]{2,10}(?:得以|得到|进一步|明显|不断|显著)")
_PAST = re.compile(
    r"[^，。；]{0,8}?(?:下发|印发|召开|作|做|提出|通过|发布|开展|完成|进行|出台)了|[^，。；]{0,4}(?<!作)为主(?![管要责体任办])"
)
_SHARE = re.compile(r"(?:[%％成]|分之[一二三四五六七八九十\d]+)(?:以上|左右)?的$")
_OF_AGENT = ("的", "等的", "之", "所", "任", "担任", "兼任", "为")
_ELSE = frozenset(["", "由", "可由", "则由", "应由", "请"])
_NOW_MODAL = re.compile(
    r"[，,](?:我们|你们|大家)?(?:一定要|务必|都要|均应|均需|均须|都须|都应|要|应|须|必须|不得|应当)"
)
_LATER_MODAL = re.compile(
    r"[^，。；的]{1,8}(?:要|不得|必须|应当)"
    r"|[^。；]{0,80}?[，,](?:[^，。；]{0,20}[，,])?(?:还|也|都|就|又|均)?(?:要|应|须|必须|应当|不得|务必|可以?|一律|全力|签字)"
)
_ANSWERABLE = re.compile(
    r"[是为][^，。；]{0,30}(?:责任主体|责任人|(?:主管|管理|牵头|责任)(?:部门|单位|机构)|(?:办事|常设|工作)机构)"
)
_ANSWERS_AS = re.compile(r"[是为](?:[^，。；]{1,16}的)?[^，。；的]{0,6}责任人(?=[，。；]|\Z)")
"""各单位主要领导为本单位的节能责任人"""
_HEADS_IT = re.compile(r"[是为][^，。；]{0,24}(?:归口|牵头)(?:管理)?(?:部门|单位|机构)")
"""实验室处是实验室安全的归口管理部门: it leads."""
_CHARGED_WITH = re.compile(
    r"(?:(?P<lead>牵头)|承担|负责|主抓|包联|分管)的[^，。；]{2,50}?(?:要(?!求|点|素)|须(?!知)|必须|应当|务必|力争|确保|不得)"
)
"""县发改局承担的投资增速指标要确保全市前列: whoever is charged with what must be so owes it."""
_DONE_FIRST = re.compile(
    r"(?:(?!要(?![求素点件])|应(?![急用对])|须|务必|负责|牵头|由)[^，。；]){2,24}(?:以后|之后|(?<![前然背滞落])后)[，,](?:由|再|再由|请)?"
)
_IN_TIME = re.compile(r"[^，。；]{1,8}[前后时](?:必须|应当|应|须|不得|要(?!求))")
_AREA = re.compile(r"(?:地区|地方|省份|城市|区域|大省|大市|大县|县区|市县|区县|市州|社区|园区|开发区|街道|乡镇|村组)$")
_GROUP = re.compile("(?:工作|各)?(?:领导小组|指挥部|专班|联席会议|协调小组)")
_GROUP_ACTS = re.compile(
    "(?:统筹|协调|研究|审定|审议|指导|督促|调度|组织|听取|定期|适时|承担)(?!(?:协调|推进|指导)?(?:机制|制度|能力|体系|力度|作用))"
)
"""指挥部 | 统筹项目规划: the group that the text is about."""
_OFTEN = re.compile(r"[，,](?:将|要|可|应|须|把|结合|按|根据|全面|加快|优先|率先)")
_LIABLE = re.compile(
    r"(?:属于[^，。；]{2,30}，)?(?:由[^，。；]{2,20})?(?:依照|依法|依据|按照|按|给予|责令|处以?|予以|一律|从严|视情节)[^。；]{0,80}?(?:追究|处理|处分|处罚|罚款|问责|责任|改正)"
)
_PLANNED = re.compile(
    "拟(?:聘用?|录用?|任|建|判决|设|招|收购|授予|表彰|推荐|命名)[^，。；]{0,6}?(?:的|人员|项目|对象|岗位|职务)(?!建设|规划|清单)"
)
_MUTUAL = re.compile("(?:都|均)?(?:要|应|须)?密切配合[，,]")
"""各级各部门要密切配合，形成合力: with each other."""
_SAYS = re.compile("(?:明确|多次|专门|反复|一再|还|又|也|再次|进一步|统一)?(?:要求|强调|指出)[，：,:]")
_JOINTLY = re.compile(
    "(?:等(?:有关|相关)?(?:部门|单位))?(?:要)?(?:各司其职，)?协同(?:解决|处置|推进|推动|抓好|做好|落实|实施|开展|治理)"
)
"""由道路、排水、水利等单位协同解决: together, nobody helps another."""
_CONDITION = re.compile(r"[^，。；]{1,60}的[，,]")


_CHARGED = re.compile("(?:负责|牵头|承建|代建)的")
_IN_CHARGE = re.compile(
    rf"{_CHARGED.pattern}[^，。；：！？\n]{{2,24}}(?:[，、][^。；：！？\n]{{0,60}}?)?(?<![主重需])(?:都|均|也)?(?:要(?![求素点])|必须|须|确保|务必)"
)
"""Who is in charge of a thing that has to be done."""


_PRESIDES = re.compile("[\u4e00-\u9fff×]{0,4}(?:同志)?主持[，,。]")
_MEETING = re.compile(r"(?<!委员)(?<!委)(?<!联席)会(?:议)?由[^，。；]{0,16}\Z")


class Acts:
    """The words behind the groups of bodies of the sentence text[begin:end]: what they make each of them.

    `stops` are where clauses of the text end; `parts` are the mechanisms in the sentence: what they say is theirs makes nobody else
    the lead.
    """

    def __init__(self, text: str, begin: int, end: int, stops: Sequence[int], parts: Sequence[Mechanism]) -> None:
        self.text, self.begin, self.end, self.stops, self.parts = text, begin, end, stops, parts
        self.words = subject_words()

    def role(self, group: Group, left: str, limit: int, *, made: bool) -> Act | None:
        """Role of the group, None where it owes nothing.

        `left` is how the words before bear on it, `limit` where the next group begins, `made`: the group before was part of what
        is set up (建立县政府办牵头、…参与的机制).
        """
        text, words, after = self.text, self.words, group.end
        if (
            "主持" in text[after : after + 8]
            and _PRESIDES.match(text, after)
            and _MEETING.search(text, self.begin, group.start)
        ):
            return None  # 会议由 [常务副院长] 乙军主持
        mutual = group.start == self.begin and (len(group.members) > 1 or text[group.start] == "各")
        if joins(text, after, self.end) or (mutual and _MUTUAL.match(text, after)):
            return Role.RESPONSIBLE, "subject", Role.RESPONSIBLE
        act = words.act.match(text, after, self.end)
        by = left == "agent" and not text.startswith(_OF_AGENT, after)  # 由县政府编制方案
        if act is None and not by and self._attribute(after):
            return None
        if limit == after + 2 < self.end and text.startswith("要求", after):
            return None  # [县委] 要求各级党组织…
        if left == "start" and _SAYS.match(text, after, self.end):
            return None  # [市政府] 要求，各县区要…
        if text.startswith("拟", after) and _PLANNED.match(text, after):
            return None  # [单位] 拟聘人员要公示
        name = text[group.members[-1].start : after]
        if left in ("start", "loose") and passive(text, name, after, limit if limit > after else self.end):
            return None
        if self._share(group.members[0].start) or (left == "agent" and _MEMBERS.match(text, after, self.end)):
            return None
        far = text.find("的", after + 1, after + FAR)
        condition = _CONDITION.match(text, after, self.end) if far >= 0 else None
        if condition is not None and _LIABLE.match(text, condition.end(), self.end):
            return None  # [供应商] 提供虚假材料的，依照规定追究责任
        if limit < self.end and _DONE_FIRST.fullmatch(text, after, limit):
            return None  # [省财政厅] 下达资金后，县财政局要…
        if condition is not None and text[condition.end() : limit] in _ELSE:  # 父母不能履行职责的，[村委会] 要…
            return None
        at = after
        if text[after : after + 1] in words.skip_begins or text[after : after + 2] in words.skip_begins:
            skipped = words.skip.match(text, after, self.end)
            at = skipped.end() if skipped is not None else after
        act = act or (words.act.match(text, at, self.end) if at > after else None)
        role = words.roles[act.group()] if act is not None else None
        if left == "made":
            if act is not None and act.start() == after and role in (Role.LEAD, Role.SUPPORT):
                return role, role.value, None
            return (Role.RESPONSIBLE, "subject", None) if _TAKES.match(text, after) else None
        modal = words.modal.match(text, after, limit) is not None
        weak = all(one.rule in WEAK for one in group.members)
        if text[group.start - 1] == "的" and _ENCOURAGED.fullmatch(text, self.begin, group.start):
            return None
        if weak and not self._plainly(
            group, left, modal or (role is not None and act is not None and act.group() != "参与")
        ):
            return None
        charged = _CHARGED_WITH.match(text, after, self.end)
        if charged is not None and left not in ("loose", "agent"):
            return (Role.LEAD if charged["lead"] else Role.RESPONSIBLE), "subject", Role.RESPONSIBLE
        owing = _IN_CHARGE.match(text, after, self.end) if left in ("start", "loose") else None
        if owing is not None and (owing.end() <= limit or _CHARGED.search(text, limit, owing.end())):
            lead = text.startswith("牵头", after)
            return (Role.LEAD if lead else Role.RESPONSIBLE), "subject", None  # 县水利局负责的防洪治理，要在汛前干完
        if words.relative.match(text, at, self.end) and condition is None and not made:
            return None
        if role is Role.SUPPORT and left == "agent" and _JOINTLY.match(text, after, self.end):
            return Role.RESPONSIBLE, "together", Role.RESPONSIBLE
        if role in (Role.LEAD, Role.SUPPORT) or (role is Role.SUPERVISE and (left != "loose" or modal)):
            return role, role.value, role
        return self._further(group, left, at, limit, modal=modal, act=act.group() if act is not None else "")

    def _attribute(self, after: int) -> bool:
        """Is the body only part of what the words behind it name (县医院迁建项目), or of a tale (县政府下发了…)?"""
        text = self.text
        if self.words.behind.match(text, after, self.end) and _ANSWERS_AS.match(text, after, self.end) is None:
            return True
        near = text[after : after + 24]
        if "的" in near and _STATE.match(text, after, self.end):
            return True
        return ("了" in near or "为主" in near) and _PAST.match(text, after, self.end) is not None

    def _share(self, at: int) -> bool:
        """Is only a share of them spoken of: 60%的 + 县医院?"""
        return self.text[at - 1 : at] == "的" and _SHARE.search(self.text, max(self.begin, at - 12), at) is not None

    def _plainly(self, group: Group, left: str, acts: bool) -> bool:
        """Is a common word (企业, 人员) plainly the subject?"""
        text, after = self.text, group.end
        if _MAY.match(text, after) and not _AREA.search(text, group.members[-1].start, group.members[-1].end):
            return False
        if left == "loose" and _TAKES.match(text, after):
            return True
        if left in ("agent", "loose") or acts:
            return left != "loose"
        if left == "start" and _IN_TIME.match(text, after):
            return True
        if _ANSWERABLE.match(text, after) or self.words.weak.match(text, after) or _NOW_MODAL.match(text, after):
            return True
        if left == "start" and all(
            _AREA.search(text, one.start, one.end)
            and (head_of(text, one.start, one.end)[0] != "verb" or text.startswith(("试点", "示范"), one.start))
            for one in group.members
            if one.rule in WEAK
        ):
            return self.words.next.match(text, after, self.end) is not None or _OFTEN.match(text, after) is not None
        if all(one.rule == "people" for one in group.members) and self.words.next.match(text, after, self.end):
            return True
        if left == "start" and group.start == self.begin and _GROUP.fullmatch(text, group.start, after):
            return _GROUP_ACTS.match(text, after) is not None
        return self._opens(group) and _LATER_MODAL.match(text, after, self.end) is not None

    def _opens(self, group: Group) -> bool:
        """Does the sentence begin with the group?"""
        return group.start == self.begin or described(self.text, self.begin, group)

    def _further(self, group: Group, left: str, at: int, limit: int, *, modal: bool, act: str) -> Act | None:
        """No act that makes a role directly behind: a lead later in the clause, 会同, else a plain subject."""
        text, words, after = self.text, self.words, group.end
        place = bisect_left(self.stops, at)
        stop = self.stops[place] if place < len(self.stops) and self.stops[place] < limit else limit
        later = _LEAD_LATER.search(text, after, stop)
        if later is not None and any(one.start <= later.start() < one.end for one in self.parts):
            later = None
        if later is not None and left != "loose" and "由" not in text[after : later.start()]:
            return Role.LEAD, "lead", Role.LEAD
        if _HEADS_IT.match(text, after, self.end):
            return Role.LEAD, "lead", Role.RESPONSIBLE
        if words.with_.match(text, at, self.end):
            return (
                (Role.LEAD, "with", Role.LEAD) if at + 2 >= limit else (Role.RESPONSIBLE, "subject", Role.RESPONSIBLE)
            )
        follows = at > after or act or words.next.match(text, after, self.end)
        strong = any(one.rule not in WEAK for one in group.members)
        begun = (
            _NOW_MODAL.match(text, after)
            or _ANSWERABLE.match(text, after)
            or (None if strong else _OFTEN.match(text, after))
        )
        opens = self._opens(group) and (strong or _LATER_MODAL.match(text, after, self.end))
        if not (follows or begun or left == "agent" or opens):
            return None
        if left == "loose" and not modal and act in ("", "落实", "实施", "执行"):
            return None
        return plain(text, group, left, at, limit, self.end)
