// title: {zh: 按指标查目标, en: "Targets by indicator"}
// group: project
// params:
//   words: {type: text, zh: 指标里的字, en: Words, default: null}
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {指标: "Indicator", 目标: "Target", 任务: "Obligation", 单位: "Bodies", 文件: "Document", 编号: "Id"}
MATCH (o:Obligation)-[r:HAS_TARGET]->(t:Target)
WHERE $words IS NULL OR t.indicator CONTAINS $words OR o.text CONTAINS $words
MATCH (d:Document {id: r.document})
RETURN t.indicator AS 指标, t.text AS 目标, o.text AS 任务, COLLECT { MATCH (own:Body)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o) RETURN DISTINCT CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.name ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own.name END AS name ORDER BY name } AS 单位, d.title AS 文件, o.id AS 编号
ORDER BY 指标, d.date, d.id, o.order, 目标
LIMIT $limit
