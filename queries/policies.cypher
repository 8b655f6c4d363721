// title: {zh: 被引用最多的文件和法规, en: "Policies by how often they are cited"}
// group: document
// params:
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {名称: "Policy", 文号: "Number", 引用文件数: "Documents", 作为依据的任务: "Obligations based on it"}
MATCH (p:Policy)
RETURN p.title AS 名称, p.number AS 文号, COUNT { (:Document)-[:CITES]->(p) } AS 引用文件数, COUNT { (:Obligation)-[:BASED_ON]->(p) } AS 作为依据的任务
ORDER BY 引用文件数 DESC, 作为依据的任务 DESC, 名称
LIMIT $limit
