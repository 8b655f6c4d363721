// Obligations by id with all that hangs on each and everybody who owes it: rows for queries/lists.py. $ids: theirs.
MATCH (o:Obligation) WHERE o.id IN $ids
MATCH (d:Document {id: o.document})
OPTIONAL MATCH (s:Section)-[:CONTAINS]->(o)
RETURN o {.id, .text, .summary, .start, .end, .order, .modality, .rule, .cue} AS obligation,
  d {.id, .title, .kind, date: toString(d.date)} AS document,
  s {.label, .heading, .start} AS section,
  COLLECT { MATCH (o)-[x:DUE]->(t:Deadline)
    RETURN {text: t.text, kind: t.kind, begin: toString(t.start), due: toString(t.due), recurrence: t.recurrence, firm: t.firm, note: t.note, start: x.start, end: x.end, rule: x.rule}
    ORDER BY x.start } AS deadlines,
  COLLECT { MATCH (o)-[x:HAS_TARGET]->(t:Target)
    RETURN {text: t.text, indicator: t.indicator, comparator: t.comparator, value: t.value, value_max: t.value_max, unit: t.unit, masked: t.masked, start: x.start, end: x.end, rule: x.rule}
    ORDER BY x.start } AS targets,
  COLLECT { MATCH (o)-[x:CONCERNS]->(p:Project)
    RETURN {id: p.id, name: p.name, start: x.start, end: x.end, rule: x.rule} ORDER BY x.start } AS projects,
  COLLECT { MATCH (o)-[x:CONCERNS]->(p:Programme)
    RETURN {id: p.id, name: p.name, start: x.start, end: x.end, rule: x.rule} ORDER BY x.start } AS programmes,
  COLLECT { MATCH (o)-[x:DEPENDS_ON]->(w)
    RETURN {id: w.id, kind: x.kind, on: x.on, start: x.start, end: x.end, quote: x.quote, rule: x.rule} ORDER BY x.start } AS depends_on,
  COLLECT { MATCH (p:Body)-[x:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o)
    RETURN {id: p.id, name: p.name, relation: type(x), mention: x.mention, start: x.start, end: x.end, inherited: x.inherited, rule: x.rule}
    ORDER BY CASE type(x) WHEN 'LEADS' THEN 0 WHEN 'RESPONSIBLE_FOR' THEN 1 WHEN 'SUPPORTS' THEN 2 ELSE 3 END, x.start, p.name } AS partners
