// title: {zh: 定期要做的事, en: "Recurring obligations"}
// group: deadline
// params:
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {周期: "Recurrence", 原文: "As written", 任务: "Obligation", 单位: "Bodies", 文件: "Document", 编号: "Id"}
MATCH (o:Obligation)-[r:DUE]->(t:Deadline)
WHERE t.recurrence <> ''
MATCH (d:Document {id: r.document})
RETURN t.recurrence AS 周期, t.text AS 原文, o.text AS 任务, COLLECT { MATCH (own:Body)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o) RETURN DISTINCT CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.name ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own.name END AS name ORDER BY name } AS 单位, d.title AS 文件, o.id AS 编号
ORDER BY 周期, d.date, d.id, o.order
LIMIT $limit
