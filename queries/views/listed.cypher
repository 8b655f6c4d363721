// All obligations of the graph that fit one of the lists behind the numbers of the first page: what it takes to put
// them in order, a row for each document. Rows for queries/lists.py.
// $list: all, no_body, no_deadline, undated, no_target, due; $from, $to: first and last day of `due`, null where open;
// $words: what must stand in the task, its bodies or its document, null for anything; $same: id of a
// body that was judged to be another → the name of the one that stands for it.
MATCH (d:Document)
MATCH (o:Obligation {document: d.id})
WITH o, d, COLLECT { MATCH (o)-[:DUE]->(t:Deadline) RETURN {due: t.due, recurrence: t.recurrence} } AS times
WHERE CASE $list
  WHEN 'no_body' THEN NOT EXISTS { (o)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES]-() }
  WHEN 'no_deadline' THEN times = []
  WHEN 'undated' THEN any(t IN times WHERE t.due IS NULL AND t.recurrence = '')
  WHEN 'no_target' THEN NOT EXISTS { (o)-[:HAS_TARGET]->() }
  WHEN 'due' THEN any(t IN times WHERE t.due >= coalesce($from, t.due) AND t.due <= coalesce($to, t.due))
  ELSE true END
  AND ($words IS NULL OR toLower(o.text) CONTAINS $words OR toLower(d.title) CONTAINS $words
    OR EXISTS { MATCH (b:Body)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES]->(o) WHERE toLower(b.name) CONTAINS $words OR toLower($same[b.id]) CONTAINS $words })
WITH o, d, times, COLLECT { MATCH (b:Body)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES]->(o)
  RETURN coalesce($same[b.id], b.name) AS name ORDER BY CASE type(r) WHEN 'LEADS' THEN 0 WHEN 'RESPONSIBLE_FOR' THEN 1 WHEN 'SUPPORTS' THEN 2 ELSE 3 END, r.start, name LIMIT 1 } AS bodies
WITH d, collect([o.id, o.order, [t IN times WHERE t.due IS NOT NULL | toString(t.due)], size(times), coalesce(bodies[0], '')]) AS acts
RETURN d.id AS document, toString(d.date) AS date, d.title AS title, acts
