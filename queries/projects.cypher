// title: {zh: 项目清单, en: "All projects"}
// group: project
// params:
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {项目: "Project", 任务数: "Obligations", 牵头单位: "Leads", 文件数: "Documents", 项目编号: "Project id"}
MATCH (p:Project)
OPTIONAL MATCH (o:Obligation)-[r:CONCERNS]->(p)
WITH p, count(DISTINCT o) AS obligations, count(DISTINCT r.document) AS documents
RETURN p.name AS 项目, obligations AS 任务数,
  COLLECT { MATCH (own:Body)-[:LEADS|RESPONSIBLE_FOR]->(:Obligation)-[:CONCERNS]->(p) RETURN DISTINCT CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.name ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own.name END AS name ORDER BY name } AS 牵头单位,
  documents AS 文件数, p.id AS 项目编号
ORDER BY 任务数 DESC, 项目, 项目编号
LIMIT $limit
