// title: {zh: 文中未定具体日期的时限, en: "Deadlines the text does not fix to a day"}
// group: deadline
// params:
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {原文: "As written", 任务: "Obligation", 单位: "Bodies", 文件: "Document", 编号: "Id"}
MATCH (o:Obligation)-[r:DUE]->(t:Deadline)
WHERE t.due IS NULL AND t.recurrence = ''
MATCH (d:Document {id: r.document})
RETURN t.text AS 原文, o.text AS 任务, COLLECT { MATCH (own:Body)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o) RETURN DISTINCT CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.name ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own.name END AS name ORDER BY name } AS 单位, d.title AS 文件, o.id AS 编号
ORDER BY d.date, d.id, o.order, 原文
LIMIT $limit
