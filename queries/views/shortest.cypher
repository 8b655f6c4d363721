// The shortest way between two things, over what the texts say: one row, or none. $a, $b: their ids.
// Labels are named so that each end is found by its index.
MATCH (a:Document|Section|Obligation|Body|Project|Programme|Target|Deadline|Policy|Place|Result|Condition {id: $a})
MATCH (b:Document|Section|Obligation|Body|Project|Programme|Target|Deadline|Policy|Place|Result|Condition {id: $b})
MATCH p = shortestPath((a)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES|CONCERNS|DEPENDS_ON|PART_OF|HAS_TARGET|BASED_ON|LOCATED_IN|MEMBER_OF|ABOUT*..8]-(b))
RETURN [n IN nodes(p) | {id: n.id, label: labels(n)[0], name: coalesce(n.name, n.title, n.summary, n.text)}] AS nodes,
  [r IN relationships(p) | {type: type(r), source: startNode(r).id, target: endNode(r).id, quote: r.quote, rule: r.rule}] AS relations
