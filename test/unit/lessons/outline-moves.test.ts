import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { DraftOutline } from '#contract/lessons/lesson'
import type { LessonId, ModuleId } from '#contract/platform/ids'
import { moveItems } from '#core/lessons/move-items'
import { toOutline } from '#core/lessons/outline'
import { draftOf } from '#test/support/course'
import { memoryOutline } from '#test/support/memory-outline'
import { noTeam } from '#test/support/no-team'
import { stubPage } from '#test/support/page'
import { ApiError } from '#web/api/api-error.ts'
import { MoveQueue } from '#web/lessons/editor/outline/move-queue.ts'
import {
  moved,
  type Place,
  type Placements,
  placementsOf,
  stepOf,
} from '#web/lessons/editor/outline/order.ts'
import { rowsOf } from '#web/lessons/editor/outline/rows.ts'

const moduleId = (name: string) => `mod_${name.padStart(26, '0')}` as ModuleId
const lessonId = (name: string) => `les_${name.padStart(26, '0')}` as LessonId
const course = draftOf('moves')
const actor = { userId: course.ownerId, name: 'Ada', roles: ['author' as const] }

/** A course of modules by their names, each with lessons by theirs. */
async function makeOutline(modules: Readonly<Record<string, string>>) {
  const { outline } = memoryOutline()
  let position = 1
  for (const [name, lessons] of Object.entries(modules)) {
    const id = moduleId(name)
    await outline.addModule({ id, courseId: course.id, title: name, position: position++ })
    for (const [at, lesson] of [...lessons].entries())
      await outline.addLesson({
        ...{ kind: 'article', text: '', title: lesson, position: at + 1 },
        ...{ id: lessonId(lesson), courseId: course.id, moduleId: id },
      })
  }
  const read = async () => {
    const { modules, lessons } = await outline.listContents(course.id)
    return toOutline(modules, lessons) as DraftOutline
  }
  const save = (placements: Placements) =>
    moveItems(
      { courses: { get: async () => course }, memberships: noTeam, outlines: outline },
      { actor, courseId: course.id, ...placements },
    )
  return { outline, read, save }
}

const shape = (outline: DraftOutline) =>
  outline.map(({ title, lessons }) => `${title}: ${lessons.map((one) => one.title).join('')}`)
const ids = (names: string) => new Set([...names].map(lessonId))
const THREE = { A: 'abcd', B: 'ef', C: '' }

describe('moving lessons', () => {
  it('takes several, of several modules, to one place in their order', async () => {
    const { read, save } = await makeOutline(THREE)
    const next = moved(await read(), ids('bde'), {
      moduleId: moduleId('C'),
      after: null,
    })
    expect(shape(next)).toEqual(['A: ac', 'B: f', 'C: bde'])
    await save(placementsOf(next, ids('bde')))
    expect(shape(await read())).toEqual(shape(next))
  })

  it('puts them where the person said although what they stood behind moves too', async () => {
    const { read } = await makeOutline(THREE)
    const next = moved(await read(), ids('bc'), { moduleId: moduleId('A'), after: lessonId('c') })
    expect(shape(next)).toEqual(['A: abcd', 'B: ef', 'C: '])
  })

  it('goes by steps through a module and into the one beside it', async () => {
    const { read } = await makeOutline(THREE)
    let outline = await read()
    const step = (names: string, way: 'up' | 'down') => {
      const place = stepOf(outline, ids(names), way)
      if (place) outline = moved(outline, ids(names), place)
      return shape(outline).join(' ')
    }
    expect(step('d', 'down')).toBe('A: abc B: def C: ')
    expect(step('d', 'down')).toBe('A: abc B: edf C: ')
    expect(step('ab', 'down')).toBe('A: cab B: edf C: ')
    expect(step('e', 'up')).toBe('A: cabe B: df C: ')
    expect(step('f', 'down')).toBe('A: cabe B: d C: f')
    expect(step('f', 'down')).toBe('A: cabe B: d C: f')
    expect(step('c', 'up')).toBe('A: cabe B: d C: f')
  })

  it('leaves out what somebody deleted, and follows what stood before it', async () => {
    const { outline, read, save } = await makeOutline(THREE)
    const next = moved(await read(), ids('ef'), { moduleId: moduleId('A'), after: lessonId('b') })
    await outline.deleteLesson(course.id, lessonId('e'), { id: 'r', expiresAt: 1 })
    await save(placementsOf(next, ids('ef')))
    expect(shape(await read())).toEqual(['A: abfcd', 'B: ', 'C: '])
  })

  it('is refused where the place is gone', async () => {
    const { outline, read, save } = await makeOutline(THREE)
    const next = moved(await read(), ids('e'), { moduleId: moduleId('A'), after: lessonId('b') })
    await outline.deleteLesson(course.id, lessonId('b'), { id: 'r', expiresAt: 1 })
    await expect(save(placementsOf(next, ids('e')))).rejects.toMatchObject({
      code: 'conflict',
      reason: { code: 'place_gone' },
    })
    expect(shape(await read())).toEqual(['A: acd', 'B: ef', 'C: '])
  })
})

it('a move draws only the lines anew that it is about', async () => {
  const { read } = await makeOutline(THREE)
  const before = await read()
  const after = moved(before, ids('b'), { moduleId: moduleId('A'), after: lessonId('d') })
  const lines = (outline: DraftOutline) => rowsOf(outline, new Set())
  const known = new Set(lines(before))
  const anew = lines(after).filter((line) => !known.has(line))
  expect(anew.map(({ id }) => id)).toEqual([moduleId('A'), lessonId('b')])
})

describe('the server', () => {
  const someMoves = fc.array(
    fc.record({
      names: fc.subarray([...'abcdef'], { minLength: 1 }),
      into: fc.constantFrom('A', 'B', 'C'),
      at: fc.nat(6),
    }),
    { minLength: 1, maxLength: 8 },
  )
  it('ends where the person saw it, however many moves were told at once, and once more the same', async () => {
    await fc.assert(
      fc.asyncProperty(someMoves, async (moves) => {
        const { read, save } = await makeOutline(THREE)
        let outline = await read()
        const all = new Set<string>()
        for (const { names, into, at } of moves) {
          const target = outline.find(({ title }) => title === into)
          const after = target?.lessons[at - 1]?.id ?? null
          outline = moved(outline, ids(names.join('')), { moduleId: moduleId(into), after })
          for (const name of names) all.add(lessonId(name))
        }
        const placements = placementsOf(outline, all)
        await save(placements)
        expect(shape(await read())).toEqual(shape(outline))
        await save(placements)
        expect(shape(await read())).toEqual(shape(outline))
      }),
    )
  })

  it('moves modules too', async () => {
    const { read, save } = await makeOutline(THREE)
    const both = new Set([moduleId('A'), moduleId('B')])
    const next = moved(await read(), both, { moduleId: null, after: moduleId('C') })
    await save(placementsOf(next, both))
    expect(shape(await read())).toEqual(['C: ', 'A: abcd', 'B: ef'])
  })
})

describe('quick moves', () => {
  beforeAll(() => void stubPage())
  afterAll(() => void vi.unstubAllGlobals())
  const until = (isSo: () => boolean) => expect.poll(isSo).toBe(true)
  const begin = async () => {
    const made = await makeOutline(THREE)
    const queue = new MoveQueue(1)
    let stored = await made.read()
    const requests: Placements[] = []
    const refusals: unknown[] = []
    const send = async (placements: Placements) => {
      requests.push(placements)
      await new Promise((resolve) => setTimeout(resolve, 5))
      const refusal = refusals.shift()
      if (refusal) throw refusal
      await made.save(placements)
      stored = await made.read()
    }
    const move = (name: string, place: Place) => queue.move(stored, ids(name), place, send)
    const shown = () => shape(queue.shown(stored))
    return { ...made, queue, requests, refusals, move, shown }
  }

  it('are shown at once, and go together while one is under way', async () => {
    const { queue, requests, move, shown, read } = await begin()
    for (const after of ['b', 'c', 'd'])
      move('a', { moduleId: moduleId('A'), after: lessonId(after) })
    move('e', { moduleId: moduleId('A'), after: null })
    expect(shown()).toEqual(['A: ebcda', 'B: f', 'C: '])
    await until(() => queue.state().sending === null)
    expect(requests).toHaveLength(2)
    expect(shape(await read())).toEqual(['A: ebcda', 'B: f', 'C: '])
    expect(shown()).toEqual(['A: ebcda', 'B: f', 'C: '])
  })

  it('wait for a connection, and are given up with what is said where they cannot be', async () => {
    const { queue, refusals, requests, move, shown } = await begin()
    refusals.push(new ApiError('offline', 'No connection'))
    move('a', { moduleId: moduleId('B'), after: null })
    await until(() => queue.state().sending === null)
    expect(requests).toEqual([requests[0], requests[0]])
    expect(shown()).toEqual(['A: bcd', 'B: aef', 'C: '])
    refusals.push(new ApiError('conflict', 'Gone'))
    move('b', { moduleId: moduleId('B'), after: null })
    await until(() => queue.state().sending === null)
    expect(queue.state().error).toMatchObject({ message: 'Gone' })
    expect(shown()).toEqual(['A: bcd', 'B: aef', 'C: '])
  })
})
