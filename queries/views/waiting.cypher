// Everything that waits for something, and what it waits for, by ids: rows for queries/waiting.py.
// A project that is waited for leads on to the obligations that bring it about.
MATCH (o:Obligation)-[r:DEPENDS_ON]->(x)
WITH o, x, collect(r {.kind, .on, .quote, .start, .end, .rule})[0] AS waits
RETURN o.id AS from, x.id AS to, waits
UNION ALL
MATCH (project:Project)<-[:DEPENDS_ON]-()
WITH DISTINCT project
MATCH (q:Obligation)-[c:CONCERNS]->(project)
WITH project, q, collect(c {kind: 'project', on: project.name, .quote, .start, .end, .rule})[0] AS waits
RETURN project.id AS from, q.id AS to, waits
