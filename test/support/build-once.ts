import { execFileSync } from 'node:child_process'

const BUILD = `
import { buildAll } from '#local/build/build'
import { parseFlags } from '#local/launch/flags'
const { valkey } = parseFlags(['node', 'main'])
await buildAll({ root: process.cwd(), assembly: 'cdk.out', valkey, say: console.log })`

/** What `npm start` builds, before the first of several that start at the same time. */
export default function buildOnce(): void {
  execFileSync(process.execPath, ['--input-type=module', '--eval', BUILD], { stdio: 'inherit' })
}
