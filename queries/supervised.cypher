// title: {zh: 督办事项, en: "What is supervised, and by whom"}
// group: body
// params:
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {督办单位: "Supervisor", 任务: "Obligation", 责任单位: "Owed by", 文件: "Document", 编号: "Id"}
MATCH (own:Body)-[r:SUPERVISES]->(o:Obligation)
MATCH (d:Document {id: r.document})
// what a person judged to be one body stands under one name
WITH DISTINCT o, d, CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own END AS s
RETURN s.name AS 督办单位, o.text AS 任务,
  COLLECT { MATCH (own:Body)-[:LEADS|RESPONSIBLE_FOR]->(o) RETURN DISTINCT CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.name ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own.name END AS name ORDER BY name } AS 责任单位,
  d.title AS 文件, o.id AS 编号
ORDER BY 督办单位, d.date, d.id, o.order
LIMIT $limit
