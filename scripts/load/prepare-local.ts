import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '#contract/routes'
import type { LoadPeople } from '#load/scenarios/user/people'
import type { Endpoints } from '#local/cloud/endpoints'
import type { ApiClient } from '#local/demo/api-client'
import { copyPerson } from '#scripts/bench-api/copy-person'
import { inventPeople } from '#scripts/bench-api/people'
import { apiAs } from '#scripts/bench-api/seed'
import { makeClip, teachCourse } from '#test/support/taught-course'

const CAPTIONS = 'WEBVTT\n\n00:00.500 --> 00:03.000\nA lecture for a load\n'
const LECTURE_SECONDS = 60
/** Each teacher has so many drafts to change between them. */
const TEACHERS = 10

/** A course of a lecture and an article, its learners, and teachers with drafts of their own. */
export async function prepareLocal(
  dataDir: string,
  options: { learners: number; folder: string },
): Promise<LoadPeople> {
  const endpoints: Endpoints = JSON.parse(readFileSync(join(dataDir, 'endpoints.json'), 'utf8'))
  const clip = join(options.folder, 'lecture.mp4')
  makeClip(clip, LECTURE_SECONDS)
  makeUploadedClip(options.folder)
  const slug = `load-${Date.now().toString(36)}`
  const { id: courseId } = await teachCourse(endpoints, { slug, clip, captions: CAPTIONS })
  const invent = (count: number, groups: readonly string[]) =>
    inventPeople(endpoints, dataDir, { count, groups })
  const [first, ...others] = invent(options.learners, [])
  if (!first) throw new Error('A load needs a learner or more.')
  await apiAs(endpoints, first)(routes.enrol, { params: { courseId } })
  await copyPerson(
    endpoints,
    first.id,
    others.map(({ id }) => id),
  )
  return {
    learners: [first, ...others].map(({ token }) => ({ token, courseId, course: slug })),
    teachers: await Promise.all(
      invent(TEACHERS, ['author']).map(async ({ token, id }) => {
        const draft = await draftCourse(
          apiAs(endpoints, { token, id }),
          `${slug}-${id.slice(0, 8)}`,
        )
        return { token, ...draft }
      }),
    ),
    contentTeam: await Promise.all(
      invent(1, ['author', 'admin']).map(async ({ token, id }) => {
        const api = apiAs(endpoints, { token, id })
        const { items } = await api(routes.listAssets, { params: { courseId } })
        return { token, courseId, course: slug, assetId: items[0]?.id ?? '' }
      }),
    ),
  }
}

/** What content teams put up in a load. */
export const makeUploadedClip = (folder: string): void => makeClip(join(folder, 'clip.mp4'), 2)

/** A course of one article, published, since only what was published has reports. */
async function draftCourse(api: ApiClient, course: string) {
  const { id: courseId } = await api(routes.createCourse, {
    body: { title: 'A draft for a load', slug: course },
  })
  const module = await api(routes.createModule, { params: { courseId }, body: { title: 'One' } })
  const lesson = await api(routes.createLesson, {
    params: { courseId, moduleId: module.id },
    body: { kind: 'article', title: 'One', text: 'A paragraph.' },
  })
  await api(routes.publishCourse, { params: { courseId } })
  return { courseId, course, moduleId: module.id, lessonId: lesson.id }
}
