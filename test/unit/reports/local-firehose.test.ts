import { describe, expect, it } from 'vitest'
import { PARTITIONS } from '#lib/reports/events-stream'
import type { JsonObject } from '#local/assembly/json'
import { readQuery } from '#local/firehose/partition-keys'
import { readRecords } from '#local/firehose/put-record-batch'
import { takeApart } from '#local/firehose/take-apart'

describe('the local Firehose', () => {
  it('takes objects of JSON apart, with and without a line’s end, braces in texts or not', () => {
    const objects = ['{"a":1}', '{"b":{"c":"}{\\""}}', '{}']
    expect(takeApart(objects.join(''))).toEqual(objects)
    expect(takeApart(`${objects.join('\n')}\n`)).toEqual(objects)
  })

  it.each(['[{"a":1}]', '{"a":1', '{"a":1},{"a":2}', 'a', '{}'.repeat(501)])(
    'takes nothing else, as Firehose does: %s',
    (record) => {
      expect(() => takeApart(record)).toThrow()
    },
  )

  it.each([
    ['none', []],
    ['501', Array.from({ length: 501 }, () => 1)],
    ['one of more than 1,000 KiB', [1_024_001]],
    ['more than 4 MiB', [1_000_000, 1_000_000, 1_000_000, 1_000_000, 200_000]],
  ])('refuses a call with records: %s', (_, sizes) => {
    const Records = sizes.map((size) => ({ Data: Buffer.alloc(size, 'x').toString('base64') }))
    expect(() => readRecords({ Records })).toThrow(/more than|larger|empty/)
  })

  it('takes a record of exactly 1,000 KiB', () => {
    const Records = [{ Data: Buffer.alloc(1_024_000, 'x').toString('base64') }]
    expect(readRecords({ Records }).map(({ length }) => length)).toEqual([1_024_000])
  })
})

describe('the partitions of the stacks', () => {
  const keysOf = readQuery(PARTITIONS)
  const last = Date.UTC(2026, 1, 28, 23, 59, 59, 999)
  const records = [last, last + 1, 0].map((at) => ({ event: 'watched', at, extra: { at: 1 } }))

  // What jq 1.6 answers of the same.
  it('are an event’s name and its day in UTC', () => {
    expect(records.map(keysOf)).toEqual([
      { event: 'watched', date: '2026-02-28' },
      { event: 'watched', date: '2026-03-01' },
      { event: 'watched', date: '1970-01-01' },
    ])
  })

  it('are none where a record lacks what they are made of', () => {
    const lacking: JsonObject[] = [{}, { event: 'x' }, { at: 1 }, { event: null, at: 1 }]
    expect(lacking.map(keysOf)).toEqual([null, null, null, null])
  })

  it.each(['.event', '{event: .event | ascii_downcase}', '{day: (.at | strftime("%d"))}'])(
    'are refused in other words of jq than are followed here: %s',
    (query) => {
      expect(() => readQuery(query)).toThrow(/local Firehose/)
    },
  )
})
