import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDataFolder } from '#local/launch/data-folder'

let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-data-'))
  folder = join(root, '.lectern')
})
afterEach(() => rmSync(root, { recursive: true }))

const write = (name: string, text = name) => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), text)
}
const open = (fresh = false) => openDataFolder(folder, { fresh })

it('keeps what this version made', () => {
  expect(open()).toBeUndefined()
  write('dynamo/lectern.sqlite', 'rows')
  expect(open()).toBeUndefined()
  expect(readFileSync(join(folder, 'dynamo/lectern.sqlite'), 'utf8')).toBe('rows')
  expect(readdirSync(root)).toEqual(['.lectern'])
})

it('moves the data of an earlier layout aside, whole, and says where', () => {
  write('logs/cloud.log')
  write('dynamo/lectern.sqlite', 'rows')
  expect(open()).toBe(
    `The data in ${folder} is of an earlier layout, which this version cannot read. It is kept in ${folder}-layout-1; this start begins anew.`,
  )
  expect(readFileSync(`${folder}-layout-1/dynamo/lectern.sqlite`, 'utf8')).toBe('rows')
  expect(readdirSync(folder)).toEqual(['layout.json'])

  write('layout.json', JSON.stringify({ layout: 1 }))
  expect(open()).toContain(`${folder}-layout-1-2;`)
})

it('deletes what it made when asked to begin anew', () => {
  open()
  write('s3/object')
  expect(open(true)).toBeUndefined()
  expect(readdirSync(folder)).toEqual(['layout.json'])
})

it.each([false, true])('neither moves nor deletes what is not its own (fresh: %s)', (fresh) => {
  write('thesis.txt')
  write('logs/of-somebody-else')
  expect(() => open(fresh)).toThrow(/holds something that is not Lectern's/)
  expect(readdirSync(folder)).toEqual(['logs', 'thesis.txt'])
  write('layout.json', 'not ours')
  expect(() => open(fresh)).toThrow(/not Lectern's/)
  expect(existsSync(join(folder, 'thesis.txt'))).toBe(true)
})
