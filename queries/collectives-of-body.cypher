// title: {zh: 所属集体（各部门、各乡镇）的任务, en: "Obligations of the collectives a body belongs to"}
// group: body
// params:
//   body: {type: body, zh: 单位, en: Body, help: {zh: 全称、简称都可以, en: any alias}}
// columns: {集体: "Collective", 角色: "Role", 任务: "Obligation", 文件: "Document", 编号: "Id"}
MATCH ANY SHORTEST (:Body {id: $body})(()-[:SAME_AS {status: 'same'}]-())*(b:Body)
MATCH (b)-[:MEMBER_OF]->(c:Body)-[r:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o:Obligation)
MATCH (d:Document {id: r.document})
WITH DISTINCT c, type(r) AS relation, o, d
RETURN c.name AS 集体,
  CASE relation WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' WHEN 'SUPERVISES' THEN '督办' ELSE '责任' END AS 角色,
  o.text AS 任务, d.title AS 文件, o.id AS 编号
ORDER BY 集体, d.date, d.id, o.order, 角色
