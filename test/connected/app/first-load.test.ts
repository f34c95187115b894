import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Language, languages, pageOf } from '#contract/words/languages'
import { targets } from '#lib/settings/targets'
import { catalogues, textsOf } from '#test/support/catalogues'
import type { EarlyFacts } from '#web/early/early-facts.ts'

const outDir = mkdtempSync(join(tmpdir(), 'lectern-web-'))
afterAll(() => rmSync(outDir, { recursive: true, force: true }))

/** Vite's own account of what it built: each chunk, and what it imports at once. */
const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().default(false),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
)
type Manifest = z.infer<typeof Manifest>
const read = (file: string) => readFileSync(join(outDir, file), 'utf8')
const manifestOf = (language: Language): Manifest =>
  Manifest.parse(JSON.parse(read(`manifest.${language}.json`)))

beforeAll(() => {
  execFileSync(
    'npm',
    ['run', 'build', '-w', 'web', '--silent', '--', '--outDir', outDir, '--manifest'],
    {
      // Else React would be its development build, as it is in tests.
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
})

const loadedWith = (
  manifest: Manifest,
  names: readonly string[],
  found = new Set<string>(),
): Set<string> => {
  for (const name of names)
    if (!found.has(name)) {
      found.add(name)
      loadedWith(manifest, manifest[name]?.imports ?? [], found)
    }
  return found
}
const firstOf = (manifest: Manifest) =>
  loadedWith(
    manifest,
    Object.keys(manifest).filter((name) => manifest[name]?.isEntry),
  )

const bytesOf = (files: readonly string[]) =>
  [...new Set(files)].reduce((sum, file) => sum + gzipSync(read(file)).length, 0)

describe.each(languages)('The web client in %s', (language) => {
  it.each(Object.entries(targets.pageBytes))('stays below what %s may load', (page, most) => {
    const manifest = manifestOf(language)
    const chunks = [...loadedWith(manifest, [...firstOf(manifest), page])]
    const parts = chunks.map((name) => manifest[name])
    expect(parts).not.toContain(undefined)
    const script = bytesOf(parts.map((part) => part?.file ?? ''))
    const style = bytesOf(parts.flatMap((part) => part?.css ?? []))
    expect({ script, style }).toEqual({
      script: expect.toSatisfy((bytes: number) => bytes > 0 && bytes < most.script),
      style: expect.toSatisfy((bytes: number) => bytes > 0 && bytes < most.style),
    })
  })

  it('has no style of a part that its first page does not show', () => {
    const manifest = manifestOf(language)
    const sheets = [...firstOf(manifest)].flatMap((name) => manifest[name]?.css ?? [])
    const text = sheets.map(read).join('')
    expect(text).toContain('--button-height')
    for (const other of ['--sc-', '--modal-', '--input-', '--progress-', '--mantine-color-grape'])
      expect(text.includes(other), other).toBe(false)
  })

  it('says in each sheet which styles are over which, since any may come first', () => {
    const sheets = Object.values(manifestOf(language)).flatMap(({ css }) => css.map(read))
    const layered = sheets.filter((text) => text.includes('@layer mantine'))
    expect(layered.length).toBeGreaterThan(5)
    for (const text of layered) {
      const named = [...text.matchAll(/@layer ([\w, ]+)/g)].flatMap(([, names = '']) =>
        names.split(/,\s*/),
      )
      expect([...new Set(named)]).toEqual(['reset', 'elements', 'mantine'])
    }
  })

  it('begins with few files, and adds few of a lesson', () => {
    const manifest = manifestOf(language)
    const first = firstOf(manifest)
    expect(first.size).toBeLessThanOrEqual(5)
    const ofLesson = loadedWith(manifest, ['src/lessons/learn-page.tsx'])
    expect([...ofLesson].filter((name) => !first.has(name)).length).toBeLessThanOrEqual(7)
  })

  it('runs the early script in its page, before it waits for any file', () => {
    const early = manifestOf(language)['src/early/early.ts']
    expect(early?.imports).toEqual([])
    const page = read(pageOf(language))
    const before = page.slice(0, page.indexOf(`<script>${read(early?.file ?? '').trim()}`))
    expect(before).toContain('id="early-facts"')
    // A script waits for the style sheets before it.
    expect(before).not.toMatch(/<script[^>]* src=|rel="stylesheet"/)
    // In a scope of its own, since it is no module.
    expect(read(early?.file ?? '')).toMatch(/^\(\(\)=>\{.*\}\)\(\);?\s*$/s)
  })

  it('leaves the player, articles, documents, the editor and the palette for when they are asked for', () => {
    const manifest = manifestOf(language)
    const first = firstOf(manifest)
    const later = Object.keys(manifest).filter((name) =>
      /(learn-page|articles\/article|pdf-viewer|editor-page|captions-page|palette)\.tsx$|hls/.test(
        name,
      ),
    )
    expect(later.length).toBeGreaterThan(5)
    for (const name of later) expect(first).not.toContain(name)
  })

  it('tells its page what each address will load, without what every page has', () => {
    const manifest = manifestOf(language)
    const [, facts = ''] =
      /<script id="early-facts" type="application\/json">(.*?)<\/script>/.exec(
        read(pageOf(language)),
      ) ?? []
    const { names, pages }: EarlyFacts = JSON.parse(facts)
    const editor = pages.find(({ at }) => new RegExp(at).test('/teach/crs_1'))
    const first = [...firstOf(manifest)].map((name) => manifest[name]?.file)
    const load = (editor?.load ?? []).map((place) => names[place] ?? '')
    expect(load).toContain(manifest['src/lessons/editor/editor-page.tsx']?.file)
    for (const file of load) {
      expect(first).not.toContain(file)
      expect(read(file).length).toBeGreaterThan(0)
    }
  })

  it('has a page that names its language', () => {
    expect(read(pageOf(language))).toMatch(
      new RegExp(`^<!doctype html>\\s*<html lang="${language}" dir="ltr">`),
    )
    expect(read(pageOf(language))).not.toContain('{{')
  })

  it('holds its own words and those of no other language', async () => {
    const scripts = Object.values(manifestOf(language))
      .filter(({ file }) => file.endsWith('.js'))
      .map(({ file }) => read(file))
      .join('\n')
    let told = 0
    for (const { folder, byLanguage } of await catalogues()) {
      // What is on the page itself is in no script.
      if (folder === 'web/src/page') continue
      for (const other of languages) {
        const texts = textsOf(byLanguage[other]).filter((text) => isTold(text))
        told += texts.length
        for (const text of texts)
          expect(scripts.includes(text), `${folder}, ${other}: ${text}`).toBe(other === language)
      }
    }
    expect(told).toBeGreaterThan(20)
  })
})

/** Long enough to be found in no library by chance, and written in a script as it is. */
const isTold = (text: string) => text.split(' ').length > 3 && !/["'`\\$]/.test(text)
