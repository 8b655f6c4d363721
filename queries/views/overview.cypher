// How much of everything the graph holds and what is missing: one row for the first page.
CALL () { MATCH (n:Obligation) RETURN count(n) AS obligations,
  sum(CASE WHEN EXISTS { (n)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES]-() } THEN 0 ELSE 1 END) AS without_body,
  sum(CASE WHEN EXISTS { (n)-[:DUE]->() } THEN 0 ELSE 1 END) AS without_deadline,
  sum(CASE WHEN EXISTS { (n)-[:HAS_TARGET]->() } THEN 0 ELSE 1 END) AS without_target }
CALL () { MATCH (d:Document) RETURN count(d) AS documents, toString(min(d.date)) AS first, toString(max(d.date)) AS last }
RETURN documents, first, last, obligations, without_body, without_deadline, without_target,
  // what a person judged to be one body counts once
  COUNT { MATCH (own:Body) WHERE EXISTS { (own)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|SUPERVISES]->() }
    RETURN DISTINCT CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.id ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own.id END } AS bodies,
  COUNT { (n:Project) } AS projects, COUNT { (n:Programme) } AS programmes, COUNT { (n:Target) } AS targets,
  COUNT { (n:Result) } AS results, COUNT { (:Obligation)-[:DUE]->(n:Deadline WHERE n.due IS NULL AND n.recurrence = '') } AS undated
