// title: {zh: 各单位任务量, en: "Load by body"}
// group: body
// params:
//   document: {type: document, zh: 文件, en: Document, default: null, help: {zh: 标题或编号，不填为全部, en: 'title or id; all where empty'}}
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {单位: "Body", 牵头: "Leads", 责任: "Responsible", 配合: "Supports", 督办: "Supervises", 合计: "Total", 单位编号: "Body id"}
MATCH (own:Body)-[r:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o:Obligation)
WHERE $document IS NULL OR r.document = $document
WITH own, collect(DISTINCT [type(r), o.id]) AS pairs
// what a person judged to be one body stands under one name
WITH CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own END AS b, pairs
WITH b, collect(pairs) AS parts
WITH b, CASE size(parts) WHEN 1 THEN parts[0] ELSE COLLECT { UNWIND parts AS part UNWIND part AS pair RETURN DISTINCT pair } END AS pairs
RETURN b.name AS 单位,
  size([p IN pairs WHERE p[0] = 'LEADS']) AS 牵头,
  size([p IN pairs WHERE p[0] = 'RESPONSIBLE_FOR']) AS 责任,
  size([p IN pairs WHERE p[0] = 'SUPPORTS']) AS 配合,
  size([p IN pairs WHERE p[0] = 'SUPERVISES']) AS 督办,
  size(pairs) AS 合计,
  b.id AS 单位编号
ORDER BY 合计 DESC, 牵头 DESC, 单位, 单位编号
LIMIT $limit
