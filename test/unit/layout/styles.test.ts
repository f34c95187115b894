import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LAYERS, sourcesOf } from './sources.ts'

/** The tokens, the elements and the few words that every page may use by name. */
const BASE = 'web/src/app/styles.css'
const sheets = globSync('web/src/**/*.css').sort()
const modules = sheets.filter((sheet) => sheet !== BASE)

/** Without comments, strings and numbers, in which a point begins no class. */
const bare = (css: string) =>
  css.replace(/\/\*.*?\*\/|"[^"]*"|\burl\([^)]*\)/gs, ' ').replace(/\d*\.\d+/g, ' ')
const declaredIn = (css: string) =>
  new Set([...bare(css).matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name))

/** Which modules a source imports, by what it calls them. */
const modulesOf = (file: string, text: string) =>
  [...text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].map(
    ([, name = '', path = '']) => ({
      name,
      sheet: path.startsWith('#web/')
        ? `${LAYERS.web}/${path.slice('#web/'.length)}`
        : posix.join(posix.dirname(file), path),
    }),
  )

/** Classes that a source names as `styles.panel`, as `<module> <class>`. */
const usedIn = (file: string, text: string) =>
  modulesOf(file, text).flatMap(({ name, sheet }) =>
    [...text.replace(/^import .*$/gm, '').matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(
      ([, used = '']) => `${sheet} ${used}`,
    ),
  )

/** Classes that a source names as text: `className="page wide"`, or within one made of several. */
const namedIn = (text: string) =>
  [...text.matchAll(/className=(?:"([^"]*)"|\{((?:[^{}]|\$\{[^{}]*\})*)\})/g)].flatMap(
    ([, plain, made = '']) =>
      (
        plain ??
        [...made.replace(/\$\{[^}]*\}|=== '[^']*'/g, ' ').matchAll(/['"`]([^'"`]*)['"`]/g)]
          .map((quoted) => quoted[1])
          .join(' ')
      )
        .split(/\s+/)
        .filter(Boolean),
  )

const sources = sourcesOf('web').map((file) => ({ file, text: readFileSync(file, 'utf8') }))

const base = declaredIn(readFileSync(BASE, 'utf8'))

describe('the styles of the web client', () => {
  it('lie in modules, whose classes nobody else can style, beside one base', () => {
    expect(modules.length).toBeGreaterThan(20)
    expect(modules.filter((sheet) => !sheet.endsWith('.module.css'))).toEqual([])
    expect(
      modules.filter((sheet) => /:global|:local|composes:/.test(readFileSync(sheet, 'utf8'))),
    ).toEqual([])
  })

  it('declare every class that is used, and use every class that is declared', () => {
    const declared = modules.flatMap((sheet) =>
      [...declaredIn(readFileSync(sheet, 'utf8'))].map((name) => `${sheet} ${name}`),
    )
    const used = [...new Set(sources.flatMap(({ file, text }) => usedIn(file, text)))]
    expect(used.sort()).toEqual(declared.sort())
  })

  it('have a base whose classes alone are named as text', () => {
    const named = sources.flatMap(({ file, text }) => namedIn(text).map((name) => ({ file, name })))
    expect(named.filter(({ name }) => !base.has(name))).toEqual([])
    expect(base).toEqual(new Set(named.map(({ name }) => name)))
  })
})

it('reads the classes of a sheet', () => {
  const css =
    '/* .old */ .a > .bC:hover { margin: 0.5em; background: url(x.png) } @media (x) { .d[data-x=".e"] {} }'
  expect([...declaredIn(css)]).toEqual(['a', 'bC', 'd'])
})

it.each([
  ['className="page wide"', ['page', 'wide']],
  [`className={\`quiet \${styles.time}\`}`, ['quiet']],
  ["className={bad ? 'problem small' : 'quiet'}", ['problem', 'small', 'quiet']],
  ['className={styles.card}', []],
])('reads the names in %s', (text, names) => {
  expect(namedIn(text)).toEqual(names)
})
