import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { environments } from '#contract/platform/environment'
import { type Language, languages, pageOf } from '#contract/words/languages'
import { createApp, type LecternApp } from '#lib/app'
import type { StageSettingsInput } from '#lib/settings/settings'
import { withPlan } from '#load/plan/with-plan'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A page of the client with what its own has: data, scripts of its own, one of a file. */
const pageIn = (language: Language) =>
  `<!doctype html><script>look()</script><title>Lectern</title><script type="application/json">{}</script>
<script>begin('${language}')</script><script type="module" src="/assets/index.js"></script>`

/** The stacks of one stage, over placeholders for what the build makes. */
export function testApp(
  stage: StageSettingsInput = {},
  { layer = 'export const z = {}' }: { layer?: string } = {},
): LecternApp {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-stacks-'))
  folders.push(folder)
  const put = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const name of Object.keys(environments))
    put(`functions/${name}/index.mjs`, `export const handler = () => '${name}'\n`)
  put('canary/canary.mjs', `export const handler = () => 'canary'\n`)
  put('layers/runtime/nodejs/zod.mjs', layer)
  put('layers/images/images/image-maker.mjs', 'export const createImageMaker = 0\n')
  for (const language of languages)
    put(`layers/pages/pages/${language}.mjs`, `export const emptyPage = '${language}'\n`)
  for (const language of languages) put(`web/${pageOf(language)}`, pageIn(language))
  return createApp({
    // Without a sender of its own each synth would warn.
    settings: { stages: { test: { mail: { from: 'courses@school.example' }, ...stage } } },
    stage: 'test',
    fill: (its) => withPlan(its, 'us-east-1'),
    functionsDist: join(folder, 'functions'),
    webDist: join(folder, 'web'),
    outdir: join(folder, 'cdk.out'),
  })
}
