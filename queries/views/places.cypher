// Where a document's obligations and their facts stand, in one row, as short as can be: a document may hold thousands.
// Rows for queries/reading.py. $document: its id. An obligation is [id, start, end, bodies, facts]; of bodies and facts
// each is [start, end], facts with their kind.
MATCH (o:Obligation {document: $document})
WITH o ORDER BY o.start, o.id
RETURN collect([o.id, o.start, o.end,
  COLLECT { MATCH (o)<-[r:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]-(:Body) RETURN [r.start, r.end] },
  COLLECT { MATCH (o)-[x:DUE|HAS_TARGET|CONCERNS|DEPENDS_ON]->(m)
    RETURN [x.start, x.end, CASE type(x) WHEN 'DEPENDS_ON' THEN 'Condition' ELSE labels(m)[0] END] }]) AS obligations
