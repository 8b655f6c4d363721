// title: {zh: 一个行动、方案下的任务, en: "Obligations of programmes"}
// group: project
// params:
//   words: {type: text, zh: 名称里的字, en: Words, default: null}
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {行动: "Programme", 任务: "Obligation", 单位: "Bodies", 文件: "Document", 编号: "Id"}
MATCH (o:Obligation)-[r:CONCERNS]->(p:Programme)
WHERE $words IS NULL OR p.name CONTAINS $words
MATCH (d:Document {id: r.document})
RETURN p.name AS 行动, o.text AS 任务, COLLECT { MATCH (own:Body)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o) RETURN DISTINCT CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.name ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own.name END AS name ORDER BY name } AS 单位, d.title AS 文件, o.id AS 编号
ORDER BY 行动, d.date, d.id, o.order
LIMIT $limit
