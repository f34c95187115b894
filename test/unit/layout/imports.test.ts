import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** What each folder may import of the others; the design's map. A folder may always import itself. */
const MAY_IMPORT: Record<string, string[]> = {
  contract: [],
  core: ['contract'],
  adapters: ['core', 'contract'],
  functions: ['adapters', 'core', 'contract'],
  layers: [],
  lib: ['contract', 'cdk.json'],
  web: ['contract'],
  local: ['contract', 'scripts', 'lib'],
  load: ['contract', 'lib'],
}
/** What may not be imported from npm, by folder. */
const FORBIDDEN_PACKAGES: Record<string, RegExp> = {
  contract: /^(@aws-sdk|aws-cdk|react|@middy)/,
  core: /^(@aws-sdk|aws-cdk|aws-lambda|@types\/aws-lambda|@middy|electrodb|react)/,
  lib: /^@aws-sdk/,
  web: /^(@aws-sdk|aws-cdk|electrodb)/,
  load: /^(@aws-sdk|aws-cdk|constructs|@middy|electrodb|react)/,
}

const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  )
const sources = (folder: string) =>
  globSync(`${folder}/**/*.{ts,tsx}`, {
    exclude: (name) => /(^|\/)(node_modules|dist)$/.test(name),
  })

describe.each(Object.entries(MAY_IMPORT))('%s', (folder, allowed) => {
  it(`imports only ${[...allowed, 'itself'].join(', ')}`, () => {
    const wrong = sources(folder).flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('#'))
        .filter((name) => ![folder, ...allowed].includes(name.slice(1).split('/')[0] ?? ''))
        .map((name) => `${file} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it('reaches no other folder by a relative path', () => {
    const wrong = sources(folder).flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('../'))
        // What builds the client runs before any alias exists; what it may import is the contract.
        .filter((name) => !/^web\/[\w.-]+$/.test(file) || !name.startsWith('../contract/'))
        .filter((name) => name.match(/\.\.\//g)?.length === file.split('/').length - 1)
        .map((name) => `${file} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it('imports no package that belongs to another layer', () => {
    const forbidden = FORBIDDEN_PACKAGES[folder]
    const wrong = sources(folder).flatMap((file) =>
      importsOf(file)
        .filter((name) => forbidden?.test(name))
        .map((name) => `${file} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })
})

it('finds files to check in every folder', () => {
  for (const folder of Object.keys(MAY_IMPORT)) expect(sources(folder).length).toBeGreaterThan(0)
})

it('reads of lib, in load, the settings that are plain numbers', () => {
  const PLAIN = /^#lib\/settings\/(capacity|egress|profiles|settings|targets|valkey-settings)$/
  const wrong = sources('load').flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith('#lib/') && !PLAIN.test(name))
      .map((name) => `${file} imports ${name}`),
  )
  expect(wrong).toEqual([])
})

it('names ElectroDB’s own fields in adapters alone, and where the table is declared', () => {
  const wrong = Object.keys(MAY_IMPORT)
    .flatMap(sources)
    .filter((file) => !file.startsWith('adapters/') && file !== 'lib/data/table-schema.ts')
    .filter((file) => readFileSync(file, 'utf8').includes('__edb_'))
  expect(wrong).toEqual([])
})

it('tells the time in core by its clock alone', () => {
  const wrong = sources('core').filter((file) =>
    /new Date\(\)|Date\.now\(\)/.test(readFileSync(file, 'utf8')),
  )
  expect(wrong).toEqual([])
})
