// title: {zh: 督办事项, en: "What is supervised, and by whom"}
// group: body
// params:
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {督办单位: "Supervisor", 任务: "Obligation", 责任单位: "Owed by", 文件: "Document", 编号: "Id"}
MATCH (s:Body)-[r:SUPERVISES]->(o:Obligation)
MATCH (d:Document {id: r.document})
RETURN s.name AS 督办单位, o.text AS 任务,
  COLLECT { MATCH (b:Body)-[:LEADS|RESPONSIBLE_FOR]->(o) RETURN DISTINCT b.name ORDER BY b.name } AS 责任单位,
  d.title AS 文件, o.id AS 编号
ORDER BY 督办单位, d.date, d.id, o.order
LIMIT $limit
