import { execFileSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { synthesize } from '#lib/app'
import type { StageSettingsInput } from '#lib/settings/settings'
import { ValkeySettings } from '#lib/settings/valkey-settings'
import { regionOf, withPlan } from '#load/plan/with-plan'
import { buildFunctions } from '#scripts/build-functions'
import settings from '../lectern.settings.ts'

const root = resolve(import.meta.dirname, '..')
const functionsDist = join(root, 'dist/functions')
const webDist = join(root, 'web/dist')

/** Whether one of the files is newer than what was made from them, or that is missing. */
function isStale(made: string, sources: readonly string[]): boolean {
  if (!existsSync(made)) return true
  const when = statSync(made).mtimeMs
  return globSync(sources, { cwd: root, exclude: (name) => /node_modules|dist/.test(name) }).some(
    (file) => statSync(join(root, file)).mtimeMs > when,
  )
}

// A second's work: cheaper than to be wrong about whether it is needed.
await buildFunctions({ root })
const WEB_SOURCES = ['web/**/*.{ts,tsx,css,html,json,svg}', 'contract/**/*.ts', 'package-lock.json']

if (isStale(join(webDist, 'index.html'), WEB_SOURCES))
  execFileSync('npm', ['run', 'build', '-w', 'web'], {
    cwd: root,
    // The CDK's command line reads the output of this process.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })

// For `npm start`, which has Valkey for nothing, and has it in the form that it is asked for.
const form = process.env.LECTERN_VALKEY
const stages = Object.entries<StageSettingsInput>(settings.stages).map(
  ([stage, its]): [string, StageSettingsInput] =>
    form === undefined || its.valkey?.form === form
      ? [stage, its]
      : [stage, { ...its, valkey: ValkeySettings.parse({ form }) }],
)

synthesize({
  settings: { stages: Object.fromEntries(stages) },
  fill: (stage) => withPlan(stage, regionOf(process.env)),
  functionsDist,
  webDist,
  outdir: process.env.CDK_OUTDIR ?? join(root, 'cdk.out'),
})
