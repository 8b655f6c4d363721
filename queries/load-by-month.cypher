// title: {zh: 各单位各月到期任务, en: "Load by body and month"}
// group: body
// params:
//   body: {type: body, zh: 单位, en: Body, help: {zh: 全称、简称都可以, en: any alias}, default: null}
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {月份: "Month", 单位: "Body", 任务数: "Obligations"}
WITH COLLECT { MATCH ANY SHORTEST (:Body {id: $body})(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.id } AS selves
MATCH (own:Body)
WHERE $body IS NULL OR own.id IN selves
// what a person judged to be one body stands under one name
WITH own, CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own END AS b
MATCH (own)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o:Obligation)-[:DUE]->(t:Deadline)
WHERE t.due IS NOT NULL
RETURN substring(toString(t.due), 0, 7) AS 月份, b.name AS 单位, count(DISTINCT o) AS 任务数
ORDER BY 月份, 任务数 DESC, 单位
LIMIT $limit
