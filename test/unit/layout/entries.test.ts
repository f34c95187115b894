import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { importsOf, sourcesOf } from './sources.ts'

const functions = sourcesOf('functions')
const text = (file: string) => readFileSync(file, 'utf8')

it('an entry that serves routes wires and serves: it knows no verb of the core', () => {
  const entries = functions.filter((file) => importsOf(file).includes('#functions/http/serve'))
  const served = entries.filter((file) => file.endsWith('/index.ts'))
  expect(served).toHaveLength(5)
  expect(
    served.filter((file) => importsOf(file).some((name) => name.startsWith('#core/'))),
  ).toEqual([])
})

it('a file of verbs hands on to the core, and asks no port itself', () => {
  const verbs = functions.filter((file) => file.endsWith('-verbs.ts'))
  expect(verbs.length).toBeGreaterThan(4)
  expect(verbs.filter((file) => /\bdeps\.|#adapters\//.test(text(file)))).toEqual([])
})
