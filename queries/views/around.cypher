// The shortest way between two things that runs through no collective (各乡镇, 各部门), as these tie everything to
// everything: one row, or none. $a, $b: their ids; they themselves may be collectives.
// Labels are named so that each end is found by its index.
MATCH (a:Document|Section|Obligation|Body|Project|Programme|Target|Deadline|Policy|Place|Result|Condition {id: $a})
MATCH (b:Document|Section|Obligation|Body|Project|Programme|Target|Deadline|Policy|Place|Result|Condition {id: $b})
WITH a, b LIMIT 1
MATCH p = SHORTEST 1 (a)(()-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES|CONCERNS|DEPENDS_ON|PART_OF|HAS_TARGET|BASED_ON|LOCATED_IN|MEMBER_OF|ABOUT]-(m WHERE NOT m:Collective)){0,7}()-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES|CONCERNS|DEPENDS_ON|PART_OF|HAS_TARGET|BASED_ON|LOCATED_IN|MEMBER_OF|ABOUT]-(b)
RETURN [n IN nodes(p) | {id: n.id, label: labels(n)[0], name: coalesce(n.name, n.title, n.summary, n.text)}] AS nodes,
  [r IN relationships(p) | {type: type(r), source: startNode(r).id, target: endNode(r).id, quote: r.quote, rule: r.rule}] AS relations
