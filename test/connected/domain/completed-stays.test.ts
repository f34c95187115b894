import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLearningRepository } from '#adapters/dynamo/learning-repository'
import { openTable } from '#adapters/dynamo/table'
import type { LessonProgress } from '#contract/models/learning'
import { startTable } from '#test/support/dynamo'

const COURSE = 'crs_01ARZ3NDEKTSV4RRFFQ69G5FAV'
const stored: LessonProgress = {
  lessonId: 'les_01ARZ3NDEKTSV4RRFFQ69G5FAV',
  positionSeconds: 30,
  watched: [],
  completed: false,
  updatedAt: '2026-01-01T10:00:00.000Z',
}
let engine: Awaited<ReturnType<typeof startTable>>

beforeAll(async () => {
  engine = await startTable()
})
afterAll(() => engine.close())

it('refuses to take a completion back that another heartbeat made without a newer time', async () => {
  const learning = createLearningRepository(openTable(engine.name))
  const save = (change: { completed: boolean; updatedAt?: string }, expected: string | null) =>
    learning.saveProgress('lin', COURSE, { ...stored, ...change }, expected)

  expect(await save({ completed: false }, null)).toBe(true)
  expect(await save({ completed: true }, stored.updatedAt)).toBe(true)
  const later = '2026-01-01T10:00:05.000Z'
  expect(await save({ completed: false, updatedAt: later }, stored.updatedAt)).toBe(false)
  expect(await save({ completed: true, updatedAt: later }, stored.updatedAt)).toBe(true)
})
