// The things next to one node, nearest to the eye first: rows for queries/neighbours.py.
// $id: the node; $skip, $limit: which page of its neighbours.
MATCH (n {id: $id})-[r]-(m)
WHERE NOT n:Text AND NOT m:Text AND (NOT m:Section OR n:Document OR n:Section)
WITH m, min(CASE type(r) WHEN 'LEADS' THEN 0 WHEN 'RESPONSIBLE_FOR' THEN 1 WHEN 'SUPPORTS' THEN 2 WHEN 'DEPENDS_ON' THEN 3 WHEN 'CONCERNS' THEN 4 ELSE 5 END) AS rank
ORDER BY rank, coalesce(m.order, 0), m.id
RETURN m.id AS id
