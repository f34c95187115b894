import { setTimeout as sleep } from 'node:timers/promises'
import type { CourseId, LessonId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import type { Endpoints } from '#local/cloud/endpoints'
import { type ApiClient, createApiClient } from '#local/demo/api-client'
import { copyPerson } from './copy-person.ts'
import { inventPeople, type Person } from './people.ts'

export interface Seeded {
  readonly authors: readonly Person[]
  readonly learners: readonly Person[]
  /** Published, by the author at the same place. */
  readonly courses: readonly SeededCourse[]
}

export interface SeededCourse {
  readonly id: CourseId
  readonly slug: string
  readonly lessons: readonly LessonId[]
}

export interface Amounts {
  readonly authors: number
  readonly learners: number
  readonly modules: number
  readonly lessonsPerModule: number
  /** Of the lessons of the first course, those that each learner has been in. */
  readonly lessonsBegun: number
  /** Courses that each learner is enrolled in. */
  readonly enrolments: number
}

/** Each author publishes a course; the learners are half through the first and enrolled in some more. */
export async function seed(
  endpoints: Endpoints,
  dataDir: string,
  amounts: Amounts,
): Promise<Seeded> {
  const invent = (count: number, groups: readonly string[]) =>
    inventPeople(endpoints, dataDir, { count, groups })
  const authors = invent(amounts.authors, ['author'])
  const [first, ...others] = invent(amounts.learners, [])
  if (!first) throw new Error('There is nobody to learn. Seed one learner or more.')
  const courses: SeededCourse[] = []
  for (const [at, author] of authors.entries())
    courses.push(await publish(apiAs(endpoints, author), at, amounts))
  await learn(apiAs(endpoints, first), courses, amounts)
  await copyPerson(
    endpoints,
    first.id,
    others.map(({ id }) => id),
  )
  return { authors, learners: [first, ...others], courses }
}

export const apiAs = (endpoints: Endpoints, { token }: Person): ApiClient =>
  createApiClient({ apiUrl: endpoints.apiUrl, token: async () => token })

async function publish(api: ApiClient, at: number, amounts: Amounts): Promise<SeededCourse> {
  const slug = `bench-${Date.now().toString(36)}-${at}`
  const body = {
    slug,
    title: `Course ${at} of the bench`,
    summary: 'What is asked for again and again.',
  }
  const { id } = await api(routes.createCourse, { body })
  const params = { courseId: id }
  const lessons: LessonId[] = []
  for (let module = 1; module <= amounts.modules; module += 1) {
    const made = await api(routes.createModule, { params, body: { title: `Module ${module}` } })
    for (let lesson = 1; lesson <= amounts.lessonsPerModule; lesson += 1) {
      const creation = {
        kind: 'article' as const,
        title: `Lesson ${lesson} of module ${module}`,
        text: `## What is read\n\nA paragraph of lesson ${lesson}, in **Markdown**.`,
      }
      const one = await api(routes.createLesson, {
        params: { ...params, moduleId: made.id },
        body: creation,
      })
      lessons.push(one.id)
    }
  }
  await api(routes.publishCourse, { params })
  return { id, slug, lessons }
}

async function learn(
  api: ApiClient,
  courses: readonly SeededCourse[],
  amounts: Amounts,
): Promise<void> {
  for (const { id } of courses.slice(0, amounts.enrolments))
    await api(routes.enrol, { params: { courseId: id } })
  const [course] = courses
  if (!course) return
  for (const lessonId of course.lessons.slice(0, amounts.lessonsBegun)) {
    const at = new Date().toISOString()
    const params = { courseId: course.id, lessonId }
    const body = { positionSeconds: 0, durationSeconds: 0, completed: true, at, sentAt: at }
    await api(routes.recordProgress, { params, body })
  }
  // What follows from it in the table comes by its stream.
  await sleep(2000)
}
