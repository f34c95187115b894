export interface SavedQuery {
  readonly name: string
  readonly description: string
  /** In what Trino and DuckDB share. */
  readonly sql: string
}

/** Statements to begin with. Athena lists them, and docs/analysts.md shows them. */
export const savedQueries: readonly SavedQuery[] = [
  {
    name: 'Hours learned',
    description: 'Who learned how long, in each course, in a week: change the days',
    sql: `WITH told AS (
  SELECT id, max(course) AS course, max(person) AS person, max(seconds) AS seconds FROM events
  WHERE event = 'learned' AND "date" BETWEEN '2026-11-16' AND '2026-11-22' GROUP BY id
)
SELECT course, count(DISTINCT person) AS people, sum(seconds) / 3600 AS hours FROM told GROUP BY course ORDER BY hours DESC`,
  },
  {
    name: 'Lessons begun and completed',
    description: 'How many of those who began a lesson in a month completed it in the same month',
    sql: `WITH each AS (
  SELECT course, lesson, person, max(CASE WHEN event = 'lesson_started' THEN 1 ELSE 0 END) AS began,
    max(CASE WHEN event = 'lesson_completed' THEN 1 ELSE 0 END) AS completed
  FROM events
  WHERE event IN ('lesson_started', 'lesson_completed') AND "date" BETWEEN '2026-11-01' AND '2026-11-30'
  GROUP BY course, lesson, person
)
SELECT course, lesson, sum(began) AS began, sum(began * completed) AS completed
FROM each GROUP BY course, lesson ORDER BY began DESC`,
  },
  {
    name: 'Titles of lessons',
    description:
      'What learners spent at each lesson in a month, by titles as they were when it ended',
    sql: `WITH told AS (
  SELECT id, max(lesson) AS lesson, max(person) AS person, max(seconds) AS seconds FROM events
  WHERE event = 'learned' AND "date" BETWEEN '2026-11-01' AND '2026-11-30' GROUP BY id
), named_courses AS (
  SELECT course, title FROM courses WHERE "date" = '2026-11-30'
), named_lessons AS (
  SELECT course, lesson, position, title FROM lessons WHERE "date" = '2026-11-30'
)
SELECT c.title AS course, l.position, l.title AS lesson, count(DISTINCT t.person) AS people, sum(t.seconds) / 3600 AS hours
FROM told t JOIN named_lessons l ON l.lesson = t.lesson JOIN named_courses c ON c.course = l.course
GROUP BY c.title, l.position, l.title ORDER BY c.title, l.position`,
  },
  {
    name: 'Cost of encoding',
    description: 'What encoding was estimated to cost, by course, in a year',
    sql: `WITH told AS (
  SELECT id, max(course) AS course, max(duration_s) AS duration_s, max(cost_usd) AS cost_usd FROM events
  WHERE event = 'video_encoded' AND "date" BETWEEN '2026-01-01' AND '2026-12-31' GROUP BY id
)
SELECT course, sum(duration_s) / 3600 AS hours, sum(cost_usd) AS usd FROM told GROUP BY course ORDER BY usd DESC`,
  },
]
