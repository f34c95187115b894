import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { environments } from '#contract/platform/environment'
import { build } from '#scripts/bench-functions/build'
import { measureStarts } from '#scripts/bench-functions/starts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-starts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('starts every function with what the stacks put into its environment, as its bench does', async () => {
  const names = Object.keys(environments)
  const built = await build(resolve(import.meta.dirname, '../..'), folder)
  const [starts] = await measureStarts([built], { names, runs: 1 })
  expect([...(starts?.keys() ?? [])]).toEqual(['empty', 'bare', ...names])
})
