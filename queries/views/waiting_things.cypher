// The things of queries/views/waiting.cypher, each once: rows for queries/waiting.py. $ids: their ids; $same: id of
// a body that was judged to be another → the name of the one that stands for it.
MATCH (n:Obligation|Project|Policy|Condition|Programme)
WHERE n.id IN $ids
RETURN n.id AS id, labels(n)[0] AS label, coalesce(n.summary, n.name, n.title, n.text) AS name, coalesce(n.text, n.name, n.title) AS text,
  n.document AS document, n.start AS start,
  [(n)-[:DUE]->(t:Deadline) WHERE t.due IS NOT NULL | toString(t.due)] AS due,
  [(b:Body)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(n) | coalesce($same[b.id], b.name)] AS bodies
