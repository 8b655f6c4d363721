// What one body owes, with all that hangs on each obligation and the place of every fact: rows for queries/ledger.py.
// $body: id of the body; what is judged the same body counts as it; $collectives: true adds what the collectives it
// belongs to (各部门) owe.
MATCH ANY SHORTEST (:Body {id: $body})(()-[:SAME_AS {status: 'same'}]-())*(me:Body)
OPTIONAL MATCH (me)-[:MEMBER_OF]->(group:Body)
WITH collect(DISTINCT me) AS selves, CASE WHEN $collectives THEN collect(DISTINCT group) ELSE [] END AS groups
UNWIND selves + groups AS owner
MATCH (owner)-[r:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o:Obligation)
MATCH (d:Document {id: r.document})
OPTIONAL MATCH (s:Section)-[:CONTAINS]->(o)
RETURN type(r) AS relation,
  CASE WHEN owner IN selves THEN '' ELSE owner.name END AS collective,
  r {.mention, .inherited, .start, .end, .quote, .rule} AS role,
  o {.id, .text, .summary, .start, .end, .order, .modality, .rule, .cue} AS obligation,
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
  COLLECT { MATCH (p:Body)-[x:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o) WHERE NOT p IN CASE WHEN owner IN selves THEN selves ELSE [owner] END
    RETURN {id: p.id, name: p.name, relation: type(x), mention: x.mention, start: x.start, end: x.end, inherited: x.inherited} ORDER BY x.start, p.name } AS partners
ORDER BY d.date, d.id, o.order, relation
