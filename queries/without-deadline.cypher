// title: {zh: 没有时限的任务, en: "Obligations without deadline"}
// group: gap
// params:
//   document: {type: document, zh: 文件, en: Document, default: null, help: {zh: 标题或编号，不填为全部, en: 'title or id; all where empty'}}
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {任务: "Obligation", 单位: "Bodies", 文件: "Document", 章节: "Section", 编号: "Id"}
MATCH (d:Document)-[:CONTAINS*1..12]->(o)
WHERE o:Obligation AND NOT EXISTS { (o)-[:DUE]->() } AND ($document IS NULL OR d.id = $document)
OPTIONAL MATCH (s:Section)-[:CONTAINS]->(o)
RETURN o.text AS 任务, COLLECT { MATCH (own:Body)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o) RETURN DISTINCT CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.name ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own.name END AS name ORDER BY name } AS 单位, d.title AS 文件, s.heading AS 章节, o.id AS 编号
ORDER BY d.date, d.id, o.order
LIMIT $limit
