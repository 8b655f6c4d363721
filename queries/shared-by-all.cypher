// title: {zh: 人人有份的任务, en: "Obligations of everybody"}
// group: body
// params:
//   at_least: {type: int, zh: 单位不少于, en: At least this many bodies, default: 5}
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {任务: "Obligation", 单位: "Bodies", 文件: "Document", 编号: "Id"}
MATCH (own:Body)-[r:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o:Obligation)
// what a person judged to be one body stands under one name
WITH o, r, CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own END AS b
WITH o, collect(DISTINCT b) AS bodies, min(r.document) AS document
WHERE size(bodies) >= $at_least OR any(b IN bodies WHERE b:Collective)
MATCH (d:Document {id: document})
RETURN o.text AS 任务, COLLECT { UNWIND bodies AS b RETURN b.name ORDER BY b.name } AS 单位, d.title AS 文件, o.id AS 编号
ORDER BY size(bodies) DESC, d.date, d.id, o.order
LIMIT $limit
