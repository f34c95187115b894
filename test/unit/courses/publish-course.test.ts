import { expect, it } from 'vitest'
import { publishCourse } from '#core/courses/publishing/publish-course'
import { newId } from '#core/platform/ids'
import { COURSE_ID, course } from '#test/unit/videos/pipeline-doubles'

const now = new Date('2026-11-24T10:00:00.000Z')
const moduleId = newId('mod', now)
const place = { courseId: COURSE_ID, position: 1, revision: 1 }

/** Publishes a course of one article; answers what was done, in its order. */
async function publish(isFirst: boolean) {
  const done: string[] = []
  const deps = {
    courses: {
      get: async () => course,
      publish: async () => {
        done.push('published')
        return isFirst
      },
    },
    publications: { last: async () => null },
    outlines: {
      listAtOnce: async () => ({
        modules: [{ ...place, id: moduleId, title: 'Sets' }],
        lessons: [
          { ...place, id: newId('les', now), moduleId, title: 'Why', kind: 'article', text: '' },
        ],
      }),
    },
    content: { createJson: async () => 'created' },
    seal: () => 'a seal',
    told: { published: async () => void done.push('told the edge') },
    clock: { now: () => now },
  } as unknown as Parameters<typeof publishCourse>[0]
  const actor = { userId: course.ownerId, name: 'Ada', roles: [] }
  const result = await publishCourse(deps, { actor, courseId: COURSE_ID }).catch(
    ({ code }: { code: string }) => code,
  )
  return { done, result }
}

it('tells the edge once a course is published', async () => {
  expect(await publish(true)).toMatchObject({
    done: ['published', 'told the edge'],
    result: { publishedVersion: 1, outdated: false },
  })
})

it('tells when somebody else published meanwhile', async () => {
  expect(await publish(false)).toEqual({ done: ['published'], result: 'conflict' })
})
