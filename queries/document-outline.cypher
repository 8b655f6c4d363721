// title: {zh: 一份文件的提纲, en: "Outline of a document"}
// group: document
// params:
//   document: {type: document, zh: 文件, en: Document, help: {zh: 标题或编号，不填为全部, en: 'title or id; all where empty'}}
// columns: {层级: "Level", 标题: "Heading", 任务数: "Obligations", 编号: "Id"}
MATCH (d:Document {id: $document})-[:CONTAINS*1..12]->(s:Section)
RETURN s.level AS 层级, s.label + s.heading AS 标题, COUNT { MATCH (s)-[:CONTAINS*1..12]->(:Obligation) } AS 任务数, s.id AS 编号
ORDER BY s.order
