import { expect, it } from 'vitest'
import { MOST_LESSONS, MOST_MODULES } from '#contract/lessons/kinds/limits'
import { createLesson, createModule, type EditDeps } from '#core/lessons/edit-outline'
import { placeLecture } from '#core/lessons/place-lecture'
import { assetOf } from '#test/support/asset'
import { memoryOutline } from '#test/support/memory-outline'

const courseId = 'crs_01JDEXAMP0EXAMP0EXAMP0EXAM'
const actor = { userId: 'author', name: 'Ada', roles: [] }
const text = { kind: 'article', title: 'Reading', text: '' } as const

/** With so many lessons in its first module. */
function courseOf(moduleCount: number, lessonCount: number) {
  const { outline, modules, lessons } = memoryOutline()
  const place = { courseId, title: 'Sets', position: 1, revision: 1 } as const
  const moduleId = (at: number) => `mod_${at}` as const
  for (let at = 0; at < moduleCount; at += 1)
    modules.set(moduleId(at), { ...place, id: moduleId(at) })
  for (let at = 0; at < lessonCount; at += 1)
    lessons.set(`les_${at}`, { ...place, ...text, id: `les_${at}`, moduleId: moduleId(0) })
  const courses = {
    get: async () => ({ id: courseId, ownerId: 'author', createdAt: '2026-11-24T06:00:00.000Z' }),
  }
  const deps = {
    courses,
    outlines: outline,
    clock: { now: () => new Date() },
  } as unknown as EditDeps
  const add = () => createLesson(deps, { actor, courseId, moduleId: 'mod_0', lesson: text })
  const addModule = () => createModule(deps, { actor, courseId, title: 'More' })
  const drop = (key: string) => placeLecture(deps, assetOf({ courseId, sourceKey: key }))
  return { add, addModule, drop, modules, lessons }
}

it('a course takes lessons up to what its outline has room for, and says what to do then', async () => {
  const { add, drop, lessons } = courseOf(1, MOST_LESSONS - 1)
  await add()
  await expect(add()).rejects.toThrow(/at most 2,000 lessons.*another course/)
  await drop('sets/Sets/Kernel.mp4')
  expect(lessons.size).toBe(MOST_LESSONS)
})

it('and modules', async () => {
  const { addModule, drop, modules } = courseOf(MOST_MODULES - 1, 1)
  await addModule()
  await expect(addModule()).rejects.toThrow(/500 modules/)
  await drop('sets/Other/Kernel.mp4')
  expect(modules.size).toBe(MOST_MODULES)
})
