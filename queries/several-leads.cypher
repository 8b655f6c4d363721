// title: {zh: 多头牵头的任务, en: "Obligations with several leads"}
// group: gap
// params:
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {任务: "Obligation", 牵头单位: "Leads", 文件: "Document", 编号: "Id"}
MATCH (own:Body)-[r:LEADS]->(o:Obligation)
// what a person judged to be one body stands under one name
WITH o, r, CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own END AS b
WITH o, b, r ORDER BY b.name
WITH o, collect(DISTINCT b) AS leads, min(r.document) AS document
WHERE size(leads) > 1
WITH o, [b IN leads | b.name] AS leads, document
MATCH (d:Document {id: document})
RETURN o.text AS 任务, leads AS 牵头单位, d.title AS 文件, o.id AS 编号
ORDER BY size(leads) DESC, d.date, d.id, o.order
LIMIT $limit
