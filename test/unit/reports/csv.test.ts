import { describe, expect, it } from 'vitest'
import { csvOf } from '#web/reports/section/csv.ts'

const columns = [
  { name: 'Name', value: ([name]: readonly [string, number]) => name },
  {
    name: 'Time',
    nameInFile: 'Minutes',
    value: ([, minutes]: readonly [string, number]) => minutes,
  },
]
const rowOf = (name: string) => csvOf(columns, [[name, 1.5]]).split('\r\n')[1]

describe('a table’s file', () => {
  it('is UTF-8 that Excel knows, with a header and lines that end as RFC 4180 says', () => {
    expect(csvOf(columns, [['Ana', 3]])).toBe('\uFEFFName,Minutes\r\nAna,3\r\n')
  })

  it.each([
    ['Ana, the first', '"Ana, the first",1.5'],
    ['“Ana” "B"', '"“Ana” ""B""",1.5'],
    ['a\nb', '"a\nb",1.5'],
    ['', ',1.5'],
  ])('quotes what would break a line of it: %j', (name, line) => {
    expect(csvOf(columns, [[name, 1.5]])).toContain(`\r\n${line}\r\n`)
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1+1'])(
    'makes a text of what a spreadsheet would reckon: %j',
    (name) => {
      expect(rowOf(name)).toBe(`'${name},1.5`)
    },
  )

  it('leaves what is harmless as it is', () => {
    expect(rowOf('1 = 1')).toBe('1 = 1,1.5')
  })
})
