"""What a line that only says who is charged, or by when, begins with: 责任单位：, 牵头负责领导：, 协同责任单位：, 完成时限：."""

from __future__ import annotations

_RANK = "(?:总|县级|市级|省级|区级|主要|第一|具体|直接|其他|相关|主体)"
_ROLE = "(?:责任|牵头|主办|主责|主抓|领衔|承办|配合|协办|协同|协助|会办|参与|参加|落实|实施|完成|督办|督导|验收|考核|分管|包保|包联|挂点|挂联|承担)"
_WHO = "(?:单位|部门|主体|[省市县区州]领导|领导同志|领导|处室|科室|股室|机构|责任人|负责人|人)"
_TIME = "(?:完成|办理|整改|推进|落实|责任|牵头|实施|配合)?(?:时限|期限|时间)(?:节点|要求|安排)?|时间节点"

ONLY_SAYS = (
    r"(?:(?:部门|责任|任务|职责|工作)分工[：:](?=.{2})|"
    rf"[（(【\[]?\s*(?:{_RANK}?{_ROLE}(?:责任|负责|落实|实施|承办|配合)?{_WHO}|{_TIME})(?:及[^：:（(]{{1,8}})?\s*[】\]]?"
    r"(?:\s*[：:]|[ \u3000]{1,4}(?=[\u4e00-\u9fff]{2,40}\Z)))"
)
"""Pattern of such a beginning, its mark included; a gap counts as mark where nothing but one name follows."""
