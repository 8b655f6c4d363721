// title: {zh: 各单位各月到期任务, en: "Load by body and month"}
// group: body
// params:
//   body: {type: body, zh: 单位, en: Body, help: {zh: 全称、简称都可以, en: any alias}, default: null}
//   limit: {type: int, zh: 最多行数, en: At most, default: 200}
// columns: {月份: "Month", 单位: "Body", 任务数: "Obligations"}
MATCH (b:Body)-[:LEADS|SUPPORTS|RESPONSIBLE_FOR|SUPERVISES]->(o:Obligation)-[:DUE]->(t:Deadline)
WHERE t.due IS NOT NULL AND ($body IS NULL OR b.id = $body)
RETURN substring(toString(t.due), 0, 7) AS 月份, b.name AS 单位, count(DISTINCT o) AS 任务数
ORDER BY 月份, 任务数 DESC, 单位
LIMIT $limit
