// title: {zh: 一个单位的全部任务, en: "All obligations of one body"}
// group: body
// params:
//   body: {type: body, zh: 单位, en: Body, help: {zh: 全称、简称都可以, en: any alias}}
//   role: {type: choice, zh: 角色, en: Role, default: null, choices: [LEADS, SUPPORTS, RESPONSIBLE_FOR, SUPERVISES]}
//   due_before: {type: date, zh: 时限不晚于, en: Due by, default: null}
//   document: {type: document, zh: 文件, en: Document, default: null, help: {zh: 标题或编号，不填为全部, en: 'title or id; all where empty'}}
// columns: {角色: "Role", 任务: "Obligation", 文中写作: "As written", 承前: "Inherited", 完成时限: "Due", 目标: "Targets", 项目: "Projects", 文件: "Document", 依据: "Quote", 编号: "Id"}
MATCH ANY SHORTEST (:Body {id: $body})(()-[:SAME_AS {status: 'same'}]-())*(b:Body)
MATCH (b)-[r:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o:Obligation)
WHERE $role IS NULL OR type(r) = $role
MATCH (d:Document {id: r.document})
WHERE $document IS NULL OR d.id = $document
OPTIONAL MATCH (o)-[:DUE]->(t:Deadline)
WITH b, r, o, d, collect(DISTINCT t) AS deadlines
WITH b, r, o, d, deadlines, reduce(m = null, t IN deadlines | CASE WHEN t.due IS NULL THEN m WHEN m IS NULL OR t.due < m THEN t.due ELSE m END) AS due
WHERE $due_before IS NULL OR due <= $due_before
RETURN CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' WHEN 'SUPERVISES' THEN '督办' ELSE '责任' END AS 角色,
  o.text AS 任务,
  r.mention AS 文中写作,
  r.inherited AS 承前,
  CASE WHEN due IS NULL THEN [t IN deadlines | t.text][0] ELSE toString(due) END AS 完成时限,
  COLLECT { MATCH (o)-[:HAS_TARGET]->(x:Target) RETURN DISTINCT x.text ORDER BY x.text } AS 目标,
  COLLECT { MATCH (o)-[:CONCERNS]->(x:Project) RETURN DISTINCT x.name ORDER BY x.name } AS 项目,
  d.title AS 文件,
  r.quote AS 依据,
  o.id AS 编号
ORDER BY CASE type(r) WHEN 'LEADS' THEN 0 WHEN 'RESPONSIBLE_FOR' THEN 1 WHEN 'SUPPORTS' THEN 2 ELSE 3 END, due IS NULL, due, d.date, d.id, o.order
