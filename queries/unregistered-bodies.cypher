// title: {zh: 名录以外的单位, en: "Bodies the registry does not know"}
// group: body
// params:
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {单位: "Body", 种类: "Labels", 任务数: "Obligations", 单位编号: "Body id"}
MATCH (own:Body) WHERE NOT own.registered
// what a person judged to be one body stands under one name, that of a registered one where there is any
WITH own, CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own END AS b
WITH b, collect(own) AS selves WHERE NOT b.registered
RETURN b.name AS 单位, [l IN labels(b) WHERE l <> 'Body'] AS 种类, COUNT { UNWIND selves AS me MATCH (me)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o) RETURN DISTINCT o } AS 任务数, b.id AS 单位编号
ORDER BY 任务数 DESC, 单位, 单位编号
LIMIT $limit
