// title: {zh: 文件里的成效, en: "Results that documents report"}
// group: project
// params:
//   document: {type: document, zh: 文件, en: Document, default: null, help: {zh: 标题或编号，不填为全部, en: 'title or id; all where empty'}}
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {成效: "Result", 涉及: "About", 文件: "Document", 编号: "Id"}
MATCH (d:Document)-[:CONTAINS*1..12]->(r:Result)
WHERE $document IS NULL OR d.id = $document
RETURN r.text AS 成效, COLLECT { MATCH (r)-[:ABOUT]->(x:Project|Programme) RETURN DISTINCT x.name ORDER BY x.name } AS 涉及,
  d.title AS 文件, r.id AS 编号
ORDER BY d.date, d.id, r.order
LIMIT $limit
