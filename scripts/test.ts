/**
 * `npm test`: types, style and unused code, then every test; or the tests of the named projects alone:
 * `npm test -- unit stacks`. The last line is a plain count.
 */
import { existsSync, globSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createVitest } from 'vitest/node'
import { buildFunctions } from '#scripts/build-functions'
import { checkSources } from './check.ts'

const PROJECTS = ['unit', 'stacks', 'connected', 'e2e']
const CHROMIUM = '/usr/bin/chromium'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' } },
})
const unknown = positionals.filter((name) => !PROJECTS.includes(name))
if (values.help || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no test project called ${unknown.join(', ')}.`)
  console.log(
    `npm test [-- ${PROJECTS.join(' | ')} …]   without a name: types, style, unused code, then all of them`,
  )
  process.exit(values.help ? 0 : 1)
}

const projects = (positionals.length > 0 ? positionals : PROJECTS).filter(
  (name) => globSync(`test/${name}/**/*.test.ts`).length > 0,
)
if (projects.includes('e2e') && !existsSync(CHROMIUM)) {
  console.error(
    `The end-to-end tests need Chromium at ${CHROMIUM}. Install it (Debian: apt-get install chromium), or run the others: npm test -- unit stacks connected`,
  )
  process.exit(1)
}

const failedChecks = positionals.length === 0 ? checkSources() : []
if (failedChecks.length > 0) {
  console.error(`Not tested, for these failed: ${failedChecks.join(', ')}`)
  console.log(`0 passed, ${failedChecks.length} failed, 0 skipped`)
  process.exit(1)
}

// The end-to-end tests build all that is deployed.
if (!projects.includes('e2e')) await buildFunctions()
const vitest = await createVitest('test', { run: true, watch: false, project: projects })
await vitest.start()

const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()])
const count = (state: 'passed' | 'failed' | 'skipped') =>
  tests.filter((test) => test.result().state === state).length
const brokenModules = vitest.state.getTestModules().filter((module) => module.errors().length > 0)
const failed = count('failed') + brokenModules.length + vitest.state.getUnhandledErrors().length
await vitest.close()

console.log(`${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`)
process.exit(failed > 0 || count('passed') === 0 ? 1 : 0)
