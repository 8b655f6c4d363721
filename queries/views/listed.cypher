// All obligations of the graph that fit one of the lists behind the numbers of the first page: what it takes to put
// them in order. Rows for queries/lists.py.
// $list: all, no_body, no_deadline, undated, no_target, due; $from, $to: first and last day of `due`, null where open;
// $words: what must stand in the task, its bodies or its document, null for anything.
MATCH (o:Obligation)
MATCH (d:Document {id: o.document})
WITH o, d, COLLECT { MATCH (o)-[:DUE]->(t:Deadline) RETURN {due: t.due, recurrence: t.recurrence} } AS times
WHERE CASE $list
  WHEN 'no_body' THEN NOT EXISTS { (o)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES]-() }
  WHEN 'no_deadline' THEN times = []
  WHEN 'undated' THEN any(t IN times WHERE t.due IS NULL AND t.recurrence = '')
  WHEN 'no_target' THEN NOT EXISTS { (o)-[:HAS_TARGET]->() }
  WHEN 'due' THEN any(t IN times WHERE t.due >= coalesce($from, t.due) AND t.due <= coalesce($to, t.due))
  ELSE true END
WITH o, d, times, COLLECT { MATCH (b:Body)-[r:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES]->(o)
  RETURN b.name ORDER BY CASE type(r) WHEN 'LEADS' THEN 0 WHEN 'RESPONSIBLE_FOR' THEN 1 WHEN 'SUPPORTS' THEN 2 ELSE 3 END, r.start, b.name } AS bodies
WHERE $words IS NULL OR toLower(o.text) CONTAINS $words OR toLower(d.title) CONTAINS $words OR any(b IN bodies WHERE toLower(b) CONTAINS $words)
RETURN o.id AS id, o.order AS order, toString(d.date) AS date, d.title AS title, d.id AS document,
  [t IN times WHERE t.due IS NOT NULL | toString(t.due)] AS days, size(times) AS times, coalesce(bodies[0], '') AS body
