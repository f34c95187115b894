import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { services } from '#contract/http/route'
import { environments } from '#contract/platform/environment'
import { allRoutes } from '#contract/routes'
import { sizeAtStart } from '#scripts/bench-functions/sizes'
import { buildFunctions } from '#scripts/build-functions'

const limits: { readonly gzip: Readonly<Record<string, number>> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../scripts/bench-functions/limits.json'), 'utf8'),
)
const MOST_BYTES = 150_000
const MOUNT = '/opt/'

const dist = mkdtempSync(join(tmpdir(), 'lectern-bundles-'))
const layer = join(dist, 'layers/runtime')
beforeAll(() => buildFunctions({ outdir: dist }))
afterAll(() => rmSync(dist, { recursive: true, force: true }))

const filesOf = (folder: string) => globSync('**/*.mjs', { cwd: folder }).sort()
const nameOf = (name: { name: string } | { value: string }) =>
  'name' in name ? name.name : name.value

/** What a module imports, statically and later, and the names it takes. */
function importsOf(code: string) {
  const imports: { from: string; names: string[] }[] = []
  for (const statement of parseAst(code).body)
    if (statement.type === 'ImportDeclaration')
      imports.push({
        from: statement.source.value,
        names: statement.specifiers.flatMap((specifier) =>
          specifier.type === 'ImportSpecifier'
            ? [nameOf(specifier.imported)]
            : specifier.type === 'ImportDefaultSpecifier'
              ? ['default']
              : [],
        ),
      })
    else if (
      (statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportAllDeclaration') &&
      statement.source
    )
      imports.push({ from: statement.source.value, names: [] })
  for (const [, from = ''] of code.matchAll(/\bimport\(\s*["'`]([^"'`]+)["'`]\s*\)/g))
    imports.push({ from, names: [] })
  return imports
}

const exportsOf = (code: string) =>
  parseAst(code).body.flatMap((statement) => {
    if (statement.type === 'ExportDefaultDeclaration') return ['default']
    if (statement.type !== 'ExportNamedDeclaration') return []
    return statement.specifiers.map(({ exported }) => nameOf(exported))
  })

describe.each(Object.keys(environments))('the bundle of %s', (name) => {
  const folder = join(dist, 'functions', name)
  const read = () =>
    filesOf(folder).map((file) => ({ file, code: readFileSync(join(folder, file), 'utf8') }))

  it('can be read: files below 150 kB, in lines, with their names', () => {
    expect(filesOf(folder)).toContain('index.mjs')
    for (const { file, code } of read()) {
      expect(Buffer.byteLength(code), file).toBeLessThan(MOST_BYTES)
      expect(code.length / code.split('\n').length, `${file}: the mean line`).toBeLessThan(80)
    }
    expect(read().find(({ file }) => file === 'contract.mjs')?.code).toContain(
      'const environments =',
    )
  })

  it("holds no more than our own code: all else is Node's or the layer's, under the names it has there", () => {
    const wrong = read().flatMap(({ file, code }) =>
      importsOf(code).flatMap(({ from, names }) => {
        if (from.startsWith('node:') || filesOf(folder).includes(from.replace('./', ''))) return []
        const target = from.replace(MOUNT, '')
        if (!from.startsWith(MOUNT) || !filesOf(layer).includes(target))
          return [`${file} imports ${from}`]
        const known = exportsOf(readFileSync(join(layer, target), 'utf8'))
        return names
          .filter((wanted) => !known.includes(wanted))
          .map((wanted) => `${file} imports ${wanted} of ${from}`)
      }),
    )
    expect(wrong).toEqual([])
  })
})

describe.each(Object.keys(environments))('%s loads at its start', (name) => {
  it('no more than its limit, compressed', () => {
    const most = Object.entries(limits.gzip).find(([of]) => of === name)?.[1]
    expect(most, 'a limit in scripts/bench-functions/limits.json').toBeDefined()
    const { gzip, files } = sizeAtStart(dist, name)
    expect(files).toBeGreaterThan(1)
    expect(gzip / 1000).toBeLessThan(most ?? 0)
  })
})

describe.each(services)('at its start %s', (service) => {
  it('loads the routes of its own service alone', () => {
    const folder = join(dist, 'functions', service)
    const text = filesOf(folder)
      .filter((file) => ['index.mjs', ...atStart(folder)].includes(file))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join()
    const loaded = allRoutes.filter(({ summary }) => text.includes(summary))
    expect([...new Set(loaded.map((route) => route.service))]).toEqual([service])
    expect(loaded).toEqual(allRoutes.filter((route) => route.service === service))
  })
})

/** The files that a function's entry imports at once. */
const atStart = (folder: string) =>
  [...readFileSync(join(folder, 'index.mjs'), 'utf8').matchAll(/from "\.\/([^"]+)"/g)].map(
    ([, file = '']) => file,
  )

it('the canary is one file, which finds all but what its runtime brings within itself', () => {
  expect(filesOf(join(dist, 'canary'))).toEqual(['canary.mjs'])
  const code = readFileSync(join(dist, 'canary/canary.mjs'), 'utf8')
  const others = importsOf(code).filter(({ from }) => !from.startsWith('node:'))
  expect(others.map(({ from, names }) => [from, names])).toEqual([
    ['@aws/synthetics-playwright', ['synthetics']],
  ])
  expect(exportsOf(code)).toEqual(['handler'])
})

describe('the runtime layer', () => {
  it('finds all that it imports within itself', () => {
    const files = filesOf(layer)
    const wrong = files.flatMap((file) =>
      importsOf(readFileSync(join(layer, file), 'utf8'))
        .map(({ from }) => from)
        .filter((from) => !/^(node:|[a-z_/]+$)/.test(from))
        .filter((from) => !files.includes(join(dirname(file), from)))
        .map((from) => `${file} imports ${from}`),
    )
    expect(wrong).toEqual([])
  })

  it('does not change where nothing of it has changed', async () => {
    const again = join(dist, 'again')
    await buildFunctions({ outdir: again })
    const textOf = (folder: string) =>
      filesOf(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')])
    expect(textOf(join(again, 'layers/runtime'))).toEqual(textOf(layer))
  })

  it('leaves classes their names, which logs and errors tell', () => {
    const packages = filesOf(layer).filter((file) => !file.includes('chunks'))
    const classes = execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `for (const file of process.argv.slice(1))
           for (const [key, value] of Object.entries(await import(file)))
             if (key !== 'default' && /^class\\b/.test(value)) console.log(key, value.name)`,
        ...packages.map((file) => join(layer, file)),
      ],
      { encoding: 'utf8' },
    )
      .trim()
      .split('\n')
      .map((line) => line.split(' '))
    expect(classes.length).toBeGreaterThan(20)
    expect(classes.filter(([key, name]) => key !== name)).toEqual([])
  })

  it('carries zod without the languages that nobody asks for', () => {
    const zod = readFileSync(join(layer, 'nodejs/zod.mjs'), 'utf8')
    expect(zod).toContain('Invalid input')
    expect(zod).not.toContain('Ungültige Eingabe')
  })
})
