// title: {zh: 力争、争取完成的事, en: "Deadlines that are only striven for"}
// group: deadline
// params:
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {完成时限: "Due", 原文: "As written", 任务: "Obligation", 单位: "Bodies", 编号: "Id"}
MATCH (o:Obligation)-[r:DUE]->(t:Deadline)
WHERE NOT t.firm
RETURN t.due AS 完成时限, t.text AS 原文, o.text AS 任务, COLLECT { MATCH (own:Body)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o) RETURN DISTINCT CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.name ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own.name END AS name ORDER BY name } AS 单位, o.id AS 编号
ORDER BY 完成时限 IS NULL, 完成时限, o.text, 原文
LIMIT $limit
