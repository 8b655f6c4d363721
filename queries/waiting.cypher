// title: {zh: 所有在等的任务, en: "All obligations that wait for something"}
// group: dependency
// params:
//   kind: {type: choice, zh: 种类, en: Kind, default: null, choices: [after, condition, basis, funding, project, stage]}
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {种类: "Kind", 等待: "Waits for", 任务: "Obligation", 单位: "Bodies", 文件: "Document", 编号: "Id"}
MATCH (o:Obligation)-[r:DEPENDS_ON]->(x)
WHERE $kind IS NULL OR r.kind = $kind
MATCH (d:Document {id: r.document})
RETURN r.kind AS 种类, r.quote AS 等待, o.text AS 任务, COLLECT { MATCH (own:Body)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o) RETURN DISTINCT CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.name ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own.name END AS name ORDER BY name } AS 单位, d.title AS 文件, o.id AS 编号
ORDER BY 种类, d.date, d.id, o.order, 等待
LIMIT $limit
