// title: {zh: 一个单位的协同单位, en: "Bodies that share a body's obligations"}
// group: body
// params:
//   body: {type: body, zh: 单位, en: Body, help: {zh: 全称、简称都可以, en: any alias}}
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {协同单位: "Partner", 对方角色: "Their role", 共同任务: "Shared", 举例: "For example"}
WITH COLLECT { MATCH ANY SHORTEST (:Body {id: $body})(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.id } AS selves
MATCH (b:Body)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o:Obligation)<-[r:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]-(own:Body)
WHERE b.id IN selves AND NOT own.id IN selves
// what a person judged to be one body stands under one name
WITH o, r, CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own END AS other
WITH other, CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' WHEN 'SUPERVISES' THEN '督办' ELSE '责任' END AS role, o ORDER BY o.id
RETURN other.name AS 协同单位, role AS 对方角色, count(DISTINCT o) AS 共同任务, head(collect(o.summary)) AS 举例
ORDER BY 共同任务 DESC, 协同单位, 对方角色
LIMIT $limit
