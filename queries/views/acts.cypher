// Obligations by id with all that hangs on them and its place: rows for queries/acts.py. $ids: their ids.
UNWIND $ids AS key
MATCH (o:Obligation {id: key})
OPTIONAL MATCH (d:Document {id: o.document})
OPTIONAL MATCH (s:Section)-[:CONTAINS]->(o)
WITH o, d, collect(s)[0] AS s
RETURN o {.id, .text, .summary, .start, .end, .modality, .rule, .cue} AS obligation,
  d {.id, .title, date: toString(d.date)} AS document,
  s {.label, .heading} AS section,
  COLLECT { MATCH (b:Body)-[r:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o)
    RETURN {id: b.id, name: b.name, relation: type(r), mention: r.mention, inherited: r.inherited, start: r.start, end: r.end, rule: r.rule} ORDER BY r.start, b.name, type(r) } AS bodies,
  COLLECT { MATCH (o)-[x:DUE]->(t:Deadline)
    RETURN {text: t.text, due: toString(t.due), note: t.note, firm: t.firm, start: x.start, end: x.end, rule: x.rule} ORDER BY x.start } AS deadlines,
  COLLECT { MATCH (o)-[x:HAS_TARGET]->(t:Target)
    RETURN {text: t.text, indicator: t.indicator, start: x.start, end: x.end, rule: x.rule} ORDER BY x.start } AS targets,
  COLLECT { MATCH (o)-[x:CONCERNS]->(p:Project|Programme)
    RETURN {name: p.name, kind: labels(p)[0], start: x.start, end: x.end, rule: x.rule} ORDER BY x.start } AS works,
  COLLECT { MATCH (o)-[x:DEPENDS_ON]->(w)
    RETURN {kind: x.kind, on: x.on, start: x.start, end: x.end, rule: x.rule} ORDER BY x.start } AS depends_on,
  COLLECT { MATCH (w:Obligation)-[x:DEPENDS_ON]->(o)
    RETURN {kind: x.kind, name: w.summary} ORDER BY w.id } AS awaited_by
