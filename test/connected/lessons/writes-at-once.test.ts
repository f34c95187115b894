import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allRoutes } from '#contract/routes'
import { type Lms, startLms } from '#test/support/lms'
import { makeDraft, readState, type Write, writes } from '#test/support/outline-writes'

const ROUNDS = 4

let lms: Lms
beforeAll(async () => {
  lms = await startLms()
})
afterAll(() => lms?.close())

const names = Object.keys(writes) as (keyof typeof writes)[]

/** What is so after these were done one after the other. */
const inTurn = async (...turns: readonly Write[]) => {
  const world = await makeDraft(lms)
  const answers: number[] = []
  for (const write of turns) answers.push(await write(lms, world))
  return { answers, state: await readState(lms, world) }
}
const atOnce = async (...together: readonly Write[]) => {
  const world = await makeDraft(lms)
  const answers = await Promise.all(together.map((write) => write(lms, world)))
  return { answers, state: await readState(lms, world) }
}

/** One came before the other; or one was refused as a conflict, and is as if it had never been. */
const allowed = async (a: Write, b: Write) => {
  const ab = await inTurn(a, b)
  const ba = await inTurn(b, a)
  const outcomes = [ab, { ...ba, answers: ba.answers.toReversed() }]
  return async (answers: readonly number[]) => {
    const [won] = answers[0] === 409 ? [b] : answers[1] === 409 ? [a] : []
    return won ? [...outcomes, { ...(await inTurn(won)), answers }] : outcomes
  }
}

describe.each(names)('%s', (name) => {
  it.each(names.slice(names.indexOf(name)))(
    'beside %s ends as if one had come after the other',
    async (other) => {
      const [a, b] = [writes[name], writes[other]]
      const outcomes = await allowed(a, b)
      const rounds = Array.from({ length: ROUNDS }, () => atOnce(a, b))
      for (const outcome of await Promise.all(rounds)) {
        expect(await outcomes(outcome.answers)).toContainEqual(outcome)
        for (const answer of outcome.answers) expect([200, 201, 204, 404, 409]).toContain(answer)
      }
    },
  )
})

it('comes out the same in every world, where two modules share a place', async () => {
  const turns = [writes['updateModule to the end'], writes['a lecture']]
  const { state } = await inTurn(...turns)
  expect(state.modules.map(({ title }) => title)).toEqual(['alpha', 'gamma', 'Maps', 'beta'])
  for (let world = 0; world < 15; world += 1)
    expect(await inTurn(...turns)).toMatchObject({ state })
})

it('covers every route that writes a draft', () => {
  const ofDraft = allRoutes.filter(
    ({ method, path }) =>
      method !== 'GET' &&
      /^\/teaching\/courses\/\{courseId\}($|\/(versions|modules|lessons|outline))/.test(path),
  )
  const tried = new Set(names.map((name) => name.split(' ')[0]))
  expect(ofDraft.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([])
})

it('keeps both fields of one lesson, and leaves what was deleted deleted', async () => {
  for (let round = 0; round < 15; round += 1) {
    const world = await makeDraft(lms)
    const both = [writes['updateLesson title'], writes['updateLesson text']]
    expect(await Promise.all(both.map((write) => write(lms, world)))).toEqual([200, 200])
    const { modules } = await readState(lms, world)
    expect(modules[1]?.lessons[0]?.slice(0, 2)).toEqual(['Renamed', 'Rewritten'])

    await Promise.all([...both, writes.deleteLesson].map((write) => write(lms, world)))
    const after = await readState(lms, world)
    expect(after.modules[1]?.lessons.map(([title]) => title)).toEqual(['second', 'film'])
  }
})
