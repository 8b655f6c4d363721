// The shortest way between two things, over what the texts say: one row, or none. $a, $b: their ids.
MATCH (a {id: $a}), (b {id: $b})
MATCH p = shortestPath((a)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES|CONCERNS|DEPENDS_ON|PART_OF|HAS_TARGET|BASED_ON|LOCATED_IN|MEMBER_OF|ABOUT*..8]-(b))
RETURN [n IN nodes(p) | {id: n.id, label: labels(n)[0], name: coalesce(n.name, n.title, n.summary, n.text)}] AS nodes,
  [r IN relationships(p) | {type: type(r), source: startNode(r).id, target: endNode(r).id, quote: r.quote, rule: r.rule}] AS relations
