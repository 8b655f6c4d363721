// The things next to some nodes, nearest to the eye first, with the relation that leads there: rows for queries/neighbours.py.
// $ids: the nodes. Labels are named so that each id is found by its index.
UNWIND $ids AS key
MATCH (n:Document|Section|Obligation|Body|Project|Programme|Target|Deadline|Policy|Place|Result|Condition {id: key})
MATCH (n)-[r]-(m)
WHERE NOT m:Text AND (NOT m:Section OR n:Document OR n:Section)
WITH key, m, r, CASE type(r) WHEN 'LEADS' THEN 0 WHEN 'RESPONSIBLE_FOR' THEN 1 WHEN 'SUPPORTS' THEN 2 WHEN 'DEPENDS_ON' THEN 3 WHEN 'CONCERNS' THEN 4 ELSE 5 END AS rank
ORDER BY rank, type(r)
WITH key, m, collect(type(r))[0] AS type, min(rank) AS rank
ORDER BY key, rank, coalesce(m.order, 0), m.id
RETURN key, m.id AS id, type, CASE WHEN m:Body THEN 'Body' ELSE labels(m)[0] END AS label
