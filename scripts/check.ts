/** `npm run check`: what is true of the sources without running them. `npm test` begins with it. */
import { spawnSync } from 'node:child_process'

const CHECKS = {
  types: 'typecheck',
  style: 'lint',
  'unused code': 'unused',
} as const

/** Runs each check and shows what it says; answers the names of those that failed. */
export function checkSources(): string[] {
  return Object.entries(CHECKS).flatMap(([name, script]) => {
    console.log(`› ${name}`)
    const { status } = spawnSync('npm', ['run', script, '--silent'], { stdio: 'inherit' })
    return status === 0 ? [] : [name]
  })
}

if (import.meta.main) {
  const failed = checkSources()
  if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`)
  process.exit(failed.length > 0 ? 1 : 0)
}
