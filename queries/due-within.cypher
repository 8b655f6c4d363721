// title: {zh: 未来若干天内到期, en: "Due within N days"}
// group: deadline
// params:
//   day: {type: date, zh: 日期, en: Date, help: {zh: 以这一天为准，如 2024-06-30, en: 'counted from this day, e.g. 2024-06-30'}}
//   days: {type: int, zh: 天数, en: Days, default: 30}
//   body: {type: body, zh: 单位, en: Body, help: {zh: 全称、简称都可以, en: any alias}, default: null}
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {完成时限: "Due", 还剩天数: "Days left", 任务: "Obligation", 单位: "Bodies", 文件: "Document", 编号: "Id"}
WITH COLLECT { MATCH ANY SHORTEST (:Body {id: $body})(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.id } AS selves
MATCH (o:Obligation)-[r:DUE]->(t:Deadline)
WHERE t.due >= $day AND t.due <= $day + duration({days: $days})
  AND ($body IS NULL OR EXISTS { (b:Body)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o) WHERE b.id IN selves })
MATCH (d:Document {id: r.document})
RETURN t.due AS 完成时限, duration.inDays($day, t.due).days AS 还剩天数, o.text AS 任务,
  COLLECT { MATCH (own:Body)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o) RETURN DISTINCT CASE WHEN EXISTS { (own)-[:SAME_AS {status: 'same'}]-() } THEN COLLECT { MATCH ANY SHORTEST (own)(()-[:SAME_AS {status: 'same'}]-())*(me:Body) RETURN me.name ORDER BY me.registered DESC, me.name, me.id LIMIT 1 }[0] ELSE own.name END AS name ORDER BY name } AS 单位, d.title AS 文件, o.id AS 编号
ORDER BY 完成时限, d.date, d.id, o.order
LIMIT $limit
