import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { targets } from '#lib/settings/targets'

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
  }),
)
let manifest: z.infer<typeof Manifest>

beforeAll(() => {
  const args = ['--outDir', outDir, '--manifest', '--logLevel', 'error']
  execFileSync('npm', ['run', 'build', '-w', 'web', '--silent', '--', ...args], {
    // Else React would be its development build, as it is in tests.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  manifest = Manifest.parse(JSON.parse(readFileSync(join(outDir, '.vite/manifest.json'), 'utf8')))
})

const loadedWith = (names: readonly string[], found = new Set<string>()): Set<string> => {
  for (const name of names)
    if (!found.has(name)) {
      found.add(name)
      loadedWith(manifest[name]?.imports ?? [], found)
    }
  return found
}
const entries = () => Object.keys(manifest).filter((name) => manifest[name]?.isEntry)
const gzipBytes = (name: string) =>
  gzipSync(readFileSync(join(outDir, manifest[name]?.file ?? name))).length

it('stays below what a first visit may load of JavaScript', () => {
  const chunks = loadedWith(entries())
  const bytes = [...chunks].reduce((sum, name) => sum + gzipBytes(name), 0)
  expect(chunks.size).toBeGreaterThan(0)
  expect(bytes).toBeLessThan(targets.firstLoadScriptBytes)
})

it('leaves the player, articles, the editor and the palette for when they are asked for', () => {
  const first = loadedWith(entries())
  const later = Object.keys(manifest).filter((name) =>
    /(learn-page|articles\/article|editor-page|captions-page|palette)\.tsx$|hls/.test(name),
  )
  expect(later.length).toBeGreaterThan(5)
  for (const name of later) expect(first).not.toContain(name)
})
