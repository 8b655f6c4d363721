// Everything that waits for something, and what it waits for: rows for queries/waiting.py.
// A project that is waited for leads on to the obligations that bring it about.
MATCH (o:Obligation)-[r:DEPENDS_ON]->(x)
WITH o, x, collect(r {.kind, .on, .quote, .start, .end, .rule})[0] AS waits
WITH collect({from: o, to: x, waits: waits}) AS direct
CALL (direct) {
  UNWIND direct AS one
  RETURN one.from AS from, one.to AS to, one.waits AS waits
  UNION
  UNWIND direct AS one
  WITH DISTINCT one.to AS project WHERE project:Project
  MATCH (q:Obligation)-[c:CONCERNS]->(project)
  RETURN project AS from, q AS to, {kind: 'project', on: project.name, quote: c.quote, start: c.start, end: c.end, rule: c.rule} AS waits
}
WITH from, to, waits
RETURN [n IN [from, to] | {id: n.id, label: labels(n)[0], name: coalesce(n.summary, n.name, n.title, n.text), text: coalesce(n.text, n.name, n.title),
    document: n.document, start: n.start,
    due: [(n)-[:DUE]->(t:Deadline) WHERE t.due IS NOT NULL | toString(t.due)],
    bodies: [(b:Body)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(n) | b.name]}] AS ends, waits
