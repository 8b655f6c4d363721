// Nodes by id and every relation among them: rows for queries/neighbours.py. $ids: the nodes to show.
// Labels are named so that each id is found by its index.
MATCH (n:Document|Section|Obligation|Body|Project|Programme|Target|Deadline|Policy|Place|Result|Condition)
WHERE n.id IN $ids
RETURN labels(n) AS labels, n {.*, text: left(coalesce(n.text, ''), 400)} AS properties,
  COLLECT { MATCH (n)-[r]->(m) WHERE m.id IN $ids
    RETURN {type: type(r), target: m.id, properties: r {.*}} ORDER BY type(r), m.id, r.start } AS relations
ORDER BY n.id
