/**
 * `npm run load -- --users 200 --minutes 2`: people of the traffic model against a local cloud of its own, by Artillery;
 * `--target https://… --on fargate` against a deployment. It ends with 1 where a promise is not kept.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { comingSeconds, fileOf, loadBursts, scriptOf } from '#load/scenarios/script'
import { buildUser } from './load/build-user.ts'
import { installArtillery, runArtillery } from './load/engine.ts'
import { pageOf } from './load/found/page.ts'
import { progressOf } from './load/found/progress.ts'
import { linesOf, Report } from './load/found/report.ts'
import { isBroken, promisesOf, verdictOf } from './load/found/verdict.ts'
import { machinesFor, type Place } from './load/place.ts'
import { readOptions } from './load/read-options.ts'
import { openDeployment, openLocal } from './load/sites.ts'

const command = readOptions(process.argv.slice(2))
try {
  await load()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function load(): Promise<void> {
  const { users, minutes, seed, target } = command
  const site = target ? await openDeployment(target, command) : await openLocal(command.data)
  let people: Awaited<ReturnType<typeof site.prepare>> | undefined
  try {
    if (command.clean) return
    const folder = resolve(command.out)
    mkdirSync(folder, { recursive: true })
    installArtillery()
    const burst = command.burst && loadBursts[command.burst]
    const coming = Math.ceil(burst ? users * burst.shareOfUsers : users)
    const isStorm = command.burst === 'sign-ins'
    console.error(`Preparing ${isStorm ? '' : 'a course and '}${coming} people …`)
    people = isStorm
      ? await site.prepareNewcomers({ count: coming, folder })
      : await site.prepare({ learners: coming, folder })
    writeFileSync(join(folder, 'people.json'), JSON.stringify(people))
    await buildUser(folder)
    const all = burst ? burst.withinSeconds : comingSeconds(minutes)
    const place: Place =
      command.on === 'here'
        ? 'here'
        : {
            region: command.region ?? site.region ?? '',
            machines: machinesFor(coming),
            seconds: all + minutes * 60,
          }
    const script = scriptOf({
      ...{ target: site.target, users, minutes, seed, burst, hurry: command.hurry },
      heartbeatSeconds: site.config.progress.heartbeatSeconds,
      only: command.only ?? site.kinds,
      machines: place === 'here' ? 1 : place.machines,
    })
    writeFileSync(join(folder, 'script.json'), fileOf(script))
    const stay = isStorm ? '' : ` and stay for ${minutes} min`
    console.error(`${coming} people come within ${all} s${stay}.`)
    await runArtillery(folder, place, progressOf(console.error))
    tell(Report.parse(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))), folder)
  } finally {
    await site.close(people)
  }
}

function tell(report: Report, folder: string): void {
  console.log('| Asked | times | failed | P50 | P95 | P99 ms |\n|---|---|---|---|---|---|')
  for (const { name, count, failed, summary } of linesOf(report))
    console.log(`| ${[name, count, failed, summary.p50, summary.p95, summary.p99].join(' | ')} |`)
  const promises = promisesOf(report)
  for (const { name, said, isKept } of promises)
    console.log(`${verdictOf(isKept).padEnd(12)} ${name}: ${said}`)
  const page = join(folder, 'report.html')
  writeFileSync(page, pageOf(report, promises))
  console.log(`\n${page}`)
  if (isBroken(promises)) process.exitCode = 1
}
