import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dimensions } from '#contract/reports/dimensions'
import { RecordedEvent } from '#contract/reports/recorded-events'
import { columnsOf, eventColumns, eventNames } from '#lib/reports/event-columns'

describe('the columns of what is recorded', () => {
  const columns = eventColumns()

  it('are those of all events, each once, and of plain types', () => {
    const names = columns.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { shape } of RecordedEvent.options)
      for (const name of Object.keys(shape)) if (name !== 'event') expect(names).toContain(name)
    for (const { type } of columns)
      expect(['string', 'bigint', 'double', 'boolean']).toContain(type)
    expect(columns).toEqual(
      expect.arrayContaining([
        { name: 'at', type: 'bigint' },
        { name: 'again', type: 'boolean' },
        { name: 'seconds', type: 'double' },
      ]),
    )
  })

  it('of dimensions are those that the page tells', () => {
    const rows = Object.entries(dimensions).map(([name, { shape }]) => {
      const told = columnsOf(shape).map((column) => `\`${column.name}\` ${column.type}`)
      return `| \`${name}\` | ${told.join(', ')} |`
    })
    const page = readFileSync(resolve(import.meta.dirname, '../../../docs/reports.md'), 'utf8')
    const table = /<!-- dimensions -->\n([\s\S]*?)<!-- \/dimensions -->/.exec(page)?.[1] ?? ''
    expect(table.trim().split('\n').slice(2)).toEqual(rows)
  })

  it('are those that the analysts’ page tells', () => {
    const typeOf = new Map(columns.map(({ name, type }) => [name, type]))
    const shared = ['id', 'v', 'at', 'course', 'event']
    const rows = RecordedEvent.options.map(({ shape }) => {
      const own = Object.keys(shape).filter((name) => !shared.includes(name))
      const told = own.map((name) => `\`${name}\` ${typeOf.get(name)}`).join(', ')
      return `| \`${shape.event.value}\` | ${told} |`
    })
    expect(rows).toHaveLength(eventNames().length)
    const page = readFileSync(resolve(import.meta.dirname, '../../../docs/reports.md'), 'utf8')
    const table = /<!-- events -->\n([\s\S]*?)<!-- \/events -->/.exec(page)?.[1] ?? ''
    expect(table.trim().split('\n').slice(2)).toEqual(rows)
  })
})
