import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { looseTexts } from '#test/support/loose-texts'

const sources = globSync('web/src/**/*.{ts,tsx}').filter(
  (file) => !/\/words\/(\w+\/)?[\w-]+\.ts$/.test(file) && !file.endsWith('.d.ts'),
)
const looseIn = (files: readonly string[]) =>
  files.flatMap((file) =>
    looseTexts(readFileSync(file, 'utf8'), file).map((text) => `${file}: ${text}`),
  )

/** What the server writes beside what it says: other programs' words. */
const NO_SENTENCES = [
  // Of events and tracks, as services know them.
  'Asset Deleted',
  'Asset Ended',
  'Course Copying Asked',
  'Course Published',
  'Media Command',
  'Playback Published',
  'Audio Selector …',
  // As an earlier version stored it.
  'A teacher',
  // As the canary finds them on the pages; its end-to-end test holds them to the client's.
  'Course contents',
  'My courses',
  'Sign in',
  // For logs.
  'A transaction was cancelled …: …',
]
/** Errors of the parser of WebVTT, by which they are known; SQL. */
const BY_OTHERS = ['core/captions/format/parse-captions.ts', 'core/reports/facts/statements.ts']

it('the server’s text comes from the catalogue too', () => {
  const server = globSync('{core,adapters,functions}/**/*.ts')
  expect(server.length).toBeGreaterThan(150)
  const loose = server
    .filter((file) => !BY_OTHERS.includes(file) && !file.endsWith('.d.ts'))
    .flatMap((file) => looseTexts(readFileSync(file, 'utf8'), file))
  expect([...new Set(loose)].toSorted()).toEqual(NO_SENTENCES.toSorted())
})

describe('the web client’s text', () => {
  it('comes from the catalogue', () => {
    expect(sources.length).toBeGreaterThan(150)
    expect(looseIn(sources)).toEqual([])
  })

  it.each([
    ['<p>Hello</p>', ['Hello']],
    ['<p>{name} · 3 {words.x}</p>', []],
    ['<a title="Open">{x}</a>', ['Open']],
    ['<a title={open ? "Close" : "Open"} className="a b c">{x}</a>', ['Close', 'Open']],
    ["<p>{open ? 'Close it' : words.open}</p>", ['Close it']],
    ["<a id={x + '-list'} dir={x ? 'rtl' : 'ltr'}>Lectern</a>", []],
    ["f({ label: 'Undo' })", ['Undo']],
    ["say('The file is too large.')", ['The file is too large.']],
    ['say(`The file $' + '{x} is too large.`)', ['The file … is too large.']],
    ["throw new Error('The root is missing here')", []],
    ["console.warn('The root is missing here', x)", []],
    ["import x from 'x'; f('a-b'); f('/teach'); f('signed-in')", []],
  ])('is seen where it is not: %s', (source, loose) => {
    expect(looseTexts(source, 'a.tsx')).toEqual(loose)
  })
})
