// title: {zh: 各月到期任务, en: "Deadlines by month"}
// group: deadline
// columns: {月份: "Month", 任务数: "Obligations"}
MATCH (o:Obligation)-[:DUE]->(t:Deadline)
WHERE t.due IS NOT NULL
RETURN substring(toString(t.due), 0, 7) AS 月份, count(DISTINCT o) AS 任务数
ORDER BY 月份
