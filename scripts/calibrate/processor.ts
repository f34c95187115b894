import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { type Amounts, byStage, type Stage } from '#load/calibration/stages'

const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Threads of the local cloud by their names, of which Linux keeps fifteen letters. */
const byThread: Readonly<Record<string, Stage>> = {
  MainThread: 'events',
  'The edge': 'edge',
  'The gateway': 'gateway',
  environment: 'environments',
}

/**
 * Seconds of the processor that each stage has had. All that this process started and the local cloud did not is the generator.
 * An environment that ends takes what it had from its thread's record, so environments have what is left of their process.
 */
export function processorOf(cloud: number): Amounts {
  const all = processes()
  const below = (root: number) => {
    const found = new Set([root])
    for (let before = 0; before !== found.size; ) {
      before = found.size
      for (const { id, parent } of all) if (found.has(parent)) found.add(id)
    }
    return found
  }
  const ofCloud = below(cloud)
  const seconds = byStage(() => 0)
  for (const { id, name, used } of all) {
    if (!ofCloud.has(id)) continue
    if (/^dynoxide/.test(name)) seconds.table += used
    else if (/^(redis|valkey)/.test(name)) seconds.valkey += used
    else if (id === cloud) {
      const threads = threadsOf(id)
      for (const thread of threads) seconds[byThread[thread.name] ?? 'runtime'] += thread.used
      seconds.environments += used - threads.reduce((sum, thread) => sum + thread.used, 0)
    }
  }
  for (const id of below(process.pid))
    if (id !== process.pid && !ofCloud.has(id))
      seconds.generator += all.find((one) => one.id === id)?.used ?? 0
  return seconds
}

/** Seconds of all cores since the machine began, and for which they worked. */
export function machineTime(): { all: number; busy: number } {
  const times = cpus().map((core) => core.times)
  const all = times.reduce(
    (sum, one) => sum + one.user + one.nice + one.sys + one.irq + one.idle,
    0,
  )
  const idle = times.reduce((sum, one) => sum + one.idle, 0)
  return { all: all / 1_000, busy: (all - idle) / 1_000 }
}

const processes = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => statOf(`/proc/${id}`, Number(id)))

const threadsOf = (process: number) =>
  readdirSync(`/proc/${process}/task`).flatMap((id) =>
    statOf(`/proc/${process}/task/${id}`, Number(id)),
  )

/** None where it ended while it was looked at. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function statOf(folder: string, id: number) {
  try {
    const stat = readFileSync(`${folder}/stat`, 'utf8')
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    const [, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return [
      { id, parent: Number(parent), name, used: (Number(rest[9]) + Number(rest[10])) / TICKS },
    ]
  } catch {
    return []
  }
}
