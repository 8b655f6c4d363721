// Obligations with their facts and the places of these: rows for queries/reading.py. $ids: theirs.
UNWIND $ids AS key
MATCH (o:Obligation {id: key})
OPTIONAL MATCH (s:Section)-[:CONTAINS]->(o)
RETURN o {.id, .text, .summary, .start, .end, .order, .modality, .rule, .cue} AS obligation,
  s {.label, .heading, .start} AS section,
  COLLECT { MATCH (b:Body)-[r:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o)
    RETURN {id: b.id, name: b.name, relation: type(r), mention: r.mention, inherited: r.inherited, start: r.start, end: r.end, rule: r.rule} ORDER BY r.start, b.name, type(r) } AS bodies,
  COLLECT { MATCH (o)-[x:DUE]->(t:Deadline)
    RETURN {text: t.text, kind: t.kind, due: toString(t.due), recurrence: t.recurrence, firm: t.firm, note: t.note, start: x.start, end: x.end, rule: x.rule} ORDER BY x.start } AS deadlines,
  COLLECT { MATCH (o)-[x:HAS_TARGET]->(t:Target)
    RETURN {text: t.text, indicator: t.indicator, start: x.start, end: x.end, rule: x.rule} ORDER BY x.start } AS targets,
  COLLECT { MATCH (o)-[x:CONCERNS]->(p:Project) RETURN {id: p.id, name: p.name, start: x.start, end: x.end, rule: x.rule} ORDER BY x.start } AS projects,
  COLLECT { MATCH (o)-[x:CONCERNS]->(p:Programme) RETURN {id: p.id, name: p.name, start: x.start, end: x.end, rule: x.rule} ORDER BY x.start } AS programmes,
  COLLECT { MATCH (o)-[x:DEPENDS_ON]->(w) RETURN {id: w.id, kind: x.kind, on: x.on, start: x.start, end: x.end, rule: x.rule} ORDER BY x.start } AS depends_on
ORDER BY o.start
