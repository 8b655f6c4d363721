// title: {zh: 谁和谁一起干, en: "Who works with whom"}
// group: body
// params:
//   at_least: {type: int, zh: 至少共同几项, en: At least, default: 2}
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {单位甲: "Body A", 单位乙: "Body B", 共同任务: "Shared"}
MATCH (own:Body)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o:Obligation)
WITH own, collect(DISTINCT o) AS acts
// what a person judged to be one body stands under one name
WITH CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own END AS body, acts
UNWIND acts AS o
WITH o, collect(DISTINCT body) AS bodies
UNWIND bodies AS a
UNWIND bodies AS b
WITH a, b, o WHERE a.id < b.id
WITH a, b, count(o) AS shared
WHERE shared >= $at_least
RETURN a.name AS 单位甲, b.name AS 单位乙, shared AS 共同任务
ORDER BY 共同任务 DESC, 单位甲, 单位乙
LIMIT $limit
