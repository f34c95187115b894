import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { readChange } from '#adapters/dynamo/stream'
import { type Change, type ReactionRow, react, reaction } from '#core/platform/reactions'

interface Enrolled {
  readonly course: string
  readonly user: string
}
const row = (apply: ReactionRow<Enrolled>['apply']) =>
  reaction({
    entity: 'enrolment',
    on: ['created', 'removed'],
    item: z.object({ course: z.string(), user: z.string() }),
    by: ({ course }) => course,
    apply,
  })
const change = (kind: Change['kind'], course: string, user: string): Change => ({
  entity: 'enrolment',
  kind,
  item: { course, user, other: 1 },
})

describe('a reaction', () => {
  it('is told of its own entity and kinds of change alone, by key, in their order', async () => {
    const told = vi.fn(async () => undefined)
    const failures = await react(
      [row(told)],
      [
        change('created', 'a', 'ann'),
        { ...change('created', 'a', 'no'), entity: 'progress' },
        change('created', 'b', 'bob'),
        change('changed', 'a', 'ann'),
        change('removed', 'a', 'ann'),
      ],
    )
    expect(failures).toEqual([])
    const is = (kind: string, course: string, user: string) => ({
      entity: 'enrolment',
      kind,
      item: { course, user },
    })
    expect(told.mock.calls).toEqual([
      ['a', [is('created', 'a', 'ann'), is('removed', 'a', 'ann')]],
      ['b', [is('created', 'b', 'bob')]],
    ])
  })

  it('is not called for a batch without any of them', async () => {
    const told = vi.fn(async () => undefined)
    expect(await react([row(told)], [change('changed', 'a', 'ann')])).toEqual([])
    expect(told).not.toHaveBeenCalled()
  })

  it('fails for one key, and leaves the others and other reactions as they are', async () => {
    const error = new Error('throttled')
    const told: string[] = []
    const failing = row(async (course) => {
      if (course === 'a') throw error
      told.push(course)
    })
    const other = row(async (course) => {
      told.push(`other ${course}`)
    })
    const batch = [
      change('created', 'b', 'bob'),
      change('created', 'a', 'ann'),
      change('removed', 'a', 'ann'),
    ]
    const failures = await react([failing, other], batch)
    expect(failures).toEqual([{ entity: 'enrolment', key: 'a', changes: batch.slice(1), error }])
    expect(failures[0]?.changes[0]).toBe(batch[1])
    expect(told.sort()).toEqual(['b', 'other a', 'other b'])
  })

  it('reports an item that it cannot read, and works off the rest', async () => {
    const told = vi.fn(async () => undefined)
    const odd = { ...change('created', 'a', 'ann'), item: { course: 'a' } }
    const failures = await react([row(told)], [odd, change('created', 'a', 'bob')])
    expect(failures).toMatchObject([{ key: null, changes: [odd] }])
    expect(told).toHaveBeenCalledOnce()
  })
})

describe('a record of the stream', () => {
  const images = {
    __edb_e__: { S: 'enrolment' },
    count: { N: '12' },
    done: { BOOL: false },
    gone: { NULL: true },
    list: { L: [{ S: 'a' }, { M: { deep: { N: '1.5' } } }] },
    names: { SS: ['x', 'y'] },
  }
  it('is read as the document client reads items', () => {
    const dynamodb = {
      NewImage: images,
      SequenceNumber: '7',
      ApproximateCreationDateTime: 1_764_000_000,
    }
    expect(readChange({ eventName: 'INSERT', dynamodb })).toEqual({
      entity: 'enrolment',
      kind: 'created',
      sequenceNumber: '7',
      at: 1_764_000_000_000,
      before: null,
      item: {
        __edb_e__: 'enrolment',
        ...{ count: 12, done: false, gone: null },
        list: ['a', { deep: 1.5 }],
        names: new Set(['x', 'y']),
      },
    })
  })

  it('is read as the item now is, or as it last was', () => {
    const old = { __edb_e__: { S: 'course' }, title: { S: 'Old' } }
    const now = { __edb_e__: { S: 'course' }, title: { S: 'New' } }
    const titleOf = (record: Parameters<typeof readChange>[0]) => readChange(record)?.item
    expect(
      titleOf({ eventName: 'MODIFY', dynamodb: { OldImage: old, NewImage: now } }),
    ).toMatchObject({ title: 'New' })
    expect(titleOf({ eventName: 'REMOVE', dynamodb: { OldImage: old } })).toMatchObject({
      title: 'Old',
    })
  })

  it('is nobody’s where no entity wrote it', () => {
    const dynamodb = { NewImage: { pk: { S: 'x' } } }
    expect(readChange({ eventName: 'INSERT', dynamodb })).toBeNull()
  })
})
