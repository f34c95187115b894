import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { COMING } from '#load/calibration/play'
import type { Seen } from '#load/calibration/seen'
import { type Amounts, byStage, stages } from '#load/calibration/stages'
import { fileOf } from '#load/scenarios/script'
import { measured } from '#load/scenarios/user/measured'
import { buildUser } from '#scripts/load/build-user'
import { runArtillery } from '#scripts/load/engine'
import { type Period, periodsOf } from '#scripts/load/found/progress'
import { openLocal } from '#scripts/load/sites'
import { PERIOD_SECONDS, type Ramp, scriptOfRamp } from './mix.ts'
import { machineTime, processorOf } from './processor.ts'

/** Ten seconds of a load on this machine. */
export interface MeasuredPeriod extends Seen {
  /** Seconds of the processor, by stage. */
  readonly processor: Amounts
  /** Of the machine's time what others took, from 0 to 1. */
  readonly othersShare: number
  /** How often each request was answered, by its name. */
  readonly counts: Readonly<Record<string, number>>
}

/** Loads a local cloud of its own with more and more people. */
export async function measure(
  asked: Omit<Ramp, 'heartbeatSeconds'>,
  folder: string,
  ready: () => Promise<void> | undefined,
): Promise<{ ramp: Ramp; periods: MeasuredPeriod[] }> {
  mkdirSync(folder, { recursive: true })
  const site = await openLocal()
  try {
    const people = await site.prepare({ learners: asked.users, folder })
    const ramp = { ...asked, heartbeatSeconds: site.config.progress.heartbeatSeconds }
    writeFileSync(join(folder, 'people.json'), JSON.stringify(people))
    writeFileSync(join(folder, 'script.json'), fileOf(scriptOfRamp(ramp, site.target)))
    await buildUser(folder)
    await ready()
    return { ramp, periods: await run(ramp, folder, site.processId) }
  } finally {
    await site.close(undefined)
  }
}

async function run(ramp: Ramp, folder: string, cloud: number): Promise<MeasuredPeriod[]> {
  const told: Period[] = []
  const ended = new AbortController()
  const processor = watchProcessor(cloud)
  const onLine = periodsOf((period) => {
    told.push(period)
    console.error(
      `${period.to}  ${numberOf(period, 'http.requests')} requests, API P95 ${numberOf(period, P95)} ms, ${numberOf(period, measured.failed)} failed`,
    )
    if (told.length > ramp.seconds / PERIOD_SECONDS) ended.abort()
  })
  try {
    await runArtillery(folder, 'here', onLine, ended.signal)
  } finally {
    clearInterval(processor.timer)
  }
  let came = 0
  return told.flatMap((period): MeasuredPeriod[] => {
    const comes = numberOf(period, 'vusers.created')
    const users = came + comes / 2
    came += comes
    const until = processor.at.get(period.to.slice(0, CLOCK))
    const requests = numberOf(period, 'http.requests')
    if (!until || requests === 0) return []
    return [
      {
        users,
        requestsPerSecond: requests / PERIOD_SECONDS,
        p95: period.values.has(P95) ? numberOf(period, P95) : undefined,
        failedShare: (numberOf(period, measured.failed) + errorsOf(period)) / requests,
        ...until,
        counts: countsOf(period),
      },
    ]
  })
}

const P95 = `${measured.api}.p95`
/** Letters of hours, minutes and seconds. */
const CLOCK = 8

const numberOf = ({ values }: Period, name: string): number => Number(values.get(name) ?? 0)

const errorsOf = (period: Period): number =>
  [...period.values.keys()]
    .filter((name) => name.startsWith('errors.'))
    .reduce((sum, name) => sum + numberOf(period, name), 0)

/** Of answers with success, whatever their code. */
function countsOf(period: Period): Record<string, number> {
  const counts: Record<string, number> = { [COMING]: numberOf(period, 'vusers.created') }
  for (const key of period.values.keys()) {
    const name = /^plugins\.metrics-by-endpoint\.(\w+)\.codes\.[23]/.exec(key)?.[1]
    if (name) counts[name] = (counts[name] ?? 0) + numberOf(period, key)
  }
  return counts
}

/** What each of ten seconds took of the processor, by the time of day at which they ended, as Artillery's do. */
function watchProcessor(cloud: number) {
  const at = new Map<string, { processor: Amounts; othersShare: number }>()
  let before = { stages: processorOf(cloud), machine: machineTime() }
  let period = Math.floor(Date.now() / 1_000 / PERIOD_SECONDS)
  const timer = setInterval(() => {
    const now = Math.floor(Date.now() / 1_000 / PERIOD_SECONDS)
    if (now === period) return
    period = now
    const after = { stages: processorOf(cloud), machine: machineTime() }
    const ended = new Date(now * PERIOD_SECONDS * 1_000).toTimeString().slice(0, CLOCK)
    const processor = byStage((stage) => Math.max(0, after.stages[stage] - before.stages[stage]))
    const own = stages.reduce((sum, stage) => sum + processor[stage], 0)
    const busy = after.machine.busy - before.machine.busy
    const othersShare = Math.max(0, busy - own) / (after.machine.all - before.machine.all)
    at.set(ended, { processor, othersShare })
    before = after
  }, 50)
  return { at, timer }
}
