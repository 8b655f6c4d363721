// title: {zh: 两个单位的共同任务, en: "Obligations that two bodies share"}
// group: body
// params:
//   a: {type: body, zh: 单位甲, en: Body, help: {zh: 全称、简称都可以, en: any alias}}
//   b: {type: body, zh: 单位乙, en: Body, help: {zh: 全称、简称都可以, en: any alias}}
// columns: {任务: "Obligation", 甲的角色: "A's role", 乙的角色: "B's role", 文件: "Document", 编号: "Id"}
WITH COLLECT { MATCH ANY SHORTEST (:Body {id: $a})(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.id } AS first, COLLECT { MATCH ANY SHORTEST (:Body {id: $b})(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.id } AS second
MATCH (a:Body)-[r:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o:Obligation)<-[s:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]-(b:Body)
WHERE a.id IN first AND b.id IN second
MATCH (d:Document {id: r.document})
WITH DISTINCT type(r) AS r, type(s) AS s, o, d
RETURN o.text AS 任务, CASE r WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' WHEN 'SUPERVISES' THEN '督办' ELSE '责任' END AS 甲的角色, CASE s WHEN 'LEADS' THEN '牵头' WHEN 'SUPPORTS' THEN '配合' WHEN 'SUPERVISES' THEN '督办' ELSE '责任' END AS 乙的角色, d.title AS 文件, o.id AS 编号
ORDER BY d.date, d.id, o.order, 甲的角色, 乙的角色
