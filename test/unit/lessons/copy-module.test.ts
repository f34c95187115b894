import { expect, it } from 'vitest'
import type { LessonId, ModuleId } from '#contract/platform/ids'
import { copyModule } from '#core/lessons/copy-items'
import type { OutlineRepository } from '#core/lessons/ports'
import { newId } from '#core/platform/ids'
import { memoryOutline } from '#test/support/memory-outline'

const courseId = 'crs_01JDEXAMP0EXAMP0EXAMP0EXAM'
const now = new Date('2026-11-24T06:00:00.000Z')
const moduleId = newId('mod', now) as ModuleId

function courseOf(lessonCount: number) {
  const { outline, modules, lessons } = memoryOutline()
  const item = { courseId, position: 1, revision: 1 } as const
  modules.set(moduleId, { ...item, id: moduleId, title: 'Maps' })
  for (let at = 0; at < lessonCount; at += 1) {
    const id = newId('les', now) as LessonId
    lessons.set(id, { ...item, id, moduleId, title: `${at}`, kind: 'article', text: '' })
  }
  const courses = {
    get: async () => ({ id: courseId, ownerId: 'author', createdAt: now.toISOString() }),
  }
  const copy = (outlines: OutlineRepository) =>
    copyModule({ courses, outlines } as never, {
      ...{ actor: { userId: 'author', name: 'Ada', roles: [] }, courseId, moduleId },
      ...{ key: 'one-copying-of-it', title: 'Copied' },
    })
  return { outline, copy }
}

/** How many lessons the copy had after each write; null: nobody saw it. */
function watched(outline: OutlineRepository) {
  const seen: (number | null)[] = []
  const outlines = new Proxy(outline, {
    get:
      (target, name: keyof OutlineRepository) =>
      async (...given: never[]) => {
        const answer = await (target[name] as (...given: never[]) => Promise<unknown>)(...given)
        const { modules, lessons } = await target.listContents(courseId)
        const copy = modules.find(({ title }) => title === 'Copied')
        seen.push(copy ? lessons.filter((lesson) => lesson.moduleId === copy.id).length : null)
        return answer
      },
  })
  return { outlines, seen }
}

it('is seen with all its lessons or not at all', async () => {
  const { outline, copy } = courseOf(30)
  const { outlines, seen } = watched(outline)
  await copy(outlines)
  expect(new Set(seen)).toEqual(new Set([null, 30]))
})

it('is made once, and goes on where a try ended half-way', async () => {
  const { outline, copy } = courseOf(3)
  const broken = { ...outline, addModule: () => Promise.reject(new Error('cut')) }
  await expect(copy(broken)).rejects.toThrow('cut')
  const made = await copy(outline)
  expect(await copy(outline)).toEqual(made)
  const { modules, lessons } = await outline.listContents(courseId)
  expect([modules.length, lessons.length]).toEqual([2, 6])
})
