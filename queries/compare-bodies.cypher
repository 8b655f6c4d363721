// title: {zh: 两个单位的共同任务, en: "Obligations that two bodies share"}
// group: body
// params:
//   a: {type: body, zh: 单位甲, en: Body, help: {zh: 全称、简称都可以, en: any alias}}
//   b: {type: body, zh: 单位乙, en: Body, help: {zh: 全称、简称都可以, en: any alias}}
// columns: {任务: "Obligation", 甲的角色: "A's role", 乙的角色: "B's role", 文件: "Document", 编号: "Id"}
MATCH (:Body {id: $a})-[r:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o:Obligation)<-[s:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]-(:Body {id: $b})
MATCH (d:Document {id: r.document})
RETURN o.text AS 任务, CASE type(r) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' WHEN 'SUPERVISES' THEN '督办' ELSE '责任' END AS 甲的角色, CASE type(s) WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' WHEN 'SUPERVISES' THEN '督办' ELSE '责任' END AS 乙的角色, d.title AS 文件, o.id AS 编号
ORDER BY d.date, d.id, o.order, 甲的角色, 乙的角色
