// title: {zh: 谁在等这一项, en: "What waits for an obligation or project"}
// group: dependency
// params:
//   obligation: {type: obligation, zh: 任务, en: Obligation, help: {zh: 编号或任务里的几个字, en: id or some of its words}}
// columns: {层级: "Depth", 任务: "Obligation", 单位: "Bodies", 完成时限: "Due", 编号: "Id"}
MATCH (x:Obligation|Project|Policy|Condition {id: $obligation})
MATCH path = (o:Obligation)-[:DEPENDS_ON*1..10]->(x)
WITH o, min(length(path)) AS depth
OPTIONAL MATCH (o)-[:DUE]->(t:Deadline)
WITH o, depth, min(t.due) AS due
RETURN depth AS 层级, o.text AS 任务, COLLECT { MATCH (own:Body)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o) RETURN DISTINCT CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.name ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own.name END AS name ORDER BY name } AS 单位, due AS 完成时限, o.id AS 编号
ORDER BY 层级, 完成时限, 任务
