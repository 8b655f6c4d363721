// title: {zh: 一份文件引用了什么, en: "What a document cites"}
// group: document
// params:
//   document: {type: document, zh: 文件, en: Document, default: null, help: {zh: 标题或编号，不填为全部, en: 'title or id; all where empty'}}
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {文件: "Document", 引用: "Cites", 文号: "Number", 原文: "As written"}
MATCH (d:Document)-[r:CITES|SUPERSEDES]->(p:Policy|Document)
WHERE $document IS NULL OR d.id = $document
RETURN d.title AS 文件, p.title AS 引用, p.number AS 文号, r.quote AS 原文
ORDER BY d.date, d.id, r.start
LIMIT $limit
