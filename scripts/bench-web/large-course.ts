import { routes } from '#contract/routes'
import type { ApiClient } from '#local/demo/api-client'

const SLUG = 'bench-large'
const MODULES = 12
const LESSONS_EACH = 25
const TEXT = 'A sentence of an article that somebody wrote, neither long nor short. '.repeat(28)

/** A draft of 300 lessons, every second one an article of 2 kB; the one of an earlier run where there is one. */
export async function makeLargeCourse(api: ApiClient): Promise<string> {
  const { items } = await api(routes.listDrafts, { query: { limit: 100 } })
  const known = items.find(({ slug }) => slug === SLUG)
  const course =
    known ??
    (await api(routes.createCourse, { body: { slug: SLUG, title: 'Three hundred lessons' } }))
  const params = { courseId: course.id }
  const { modules } = await api(routes.getDraft, { params })
  for (let at = modules.length; at < MODULES; at += 1) {
    const module = await api(routes.createModule, { params, body: { title: `Part ${at + 1}` } })
    for (let number = 1; number <= LESSONS_EACH; number += 1) {
      const title = `Lesson ${at + 1}.${number}`
      await api(routes.createLesson, {
        params: { ...params, moduleId: module.id },
        body: number % 2 ? { kind: 'video', title } : { kind: 'article', title, text: TEXT },
      })
    }
  }
  return course.id
}
