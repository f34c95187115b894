/** `npm run check`: everything that CI runs, one after the other; stops at the first that fails. */
import { spawnSync } from 'node:child_process'

const STEPS = [
  ['types', 'npm', 'run', 'typecheck', '--silent'],
  ['style', 'npm', 'run', 'lint', '--silent'],
  ['unused code', 'npm', 'run', 'unused', '--silent'],
  ['tests', 'npm', 'test', '--silent'],
] as const

for (const [name, command, ...args] of STEPS) {
  console.log(`\n› ${name}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`\n${name} failed`)
    process.exit(1)
  }
}
