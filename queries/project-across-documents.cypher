// title: {zh: 一个项目在各文件里怎么说, en: "One project across documents"}
// group: project
// params:
//   project: {type: project, zh: 项目, en: Project, help: {zh: 名称或其中几个字, en: name or some of it}}
// columns: {日期: "Date", 文件: "Document", 说法: "What is said", 任务还是成效: "Task or result", 单位: "Bodies", 编号: "Id"}
MATCH (p:Project {id: $project})<-[r:CONCERNS|ABOUT]-(o:Obligation|Result)
MATCH (d:Document {id: r.document})
RETURN DISTINCT d.date AS 日期, d.title AS 文件, o.text AS 说法, CASE WHEN o:Result THEN '成效' ELSE '任务' END AS 任务还是成效,
  COLLECT { MATCH (own:Body)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o) RETURN DISTINCT CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.name ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own.name END AS name ORDER BY name } AS 单位, o.id AS 编号
ORDER BY 日期, 文件, 说法
