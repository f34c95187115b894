import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { openValkey, type Valkey } from '#adapters/cache/client/valkey'
import type { Endpoints } from '#local/cloud/endpoints'
import { urlOf } from '#local/http/listen'
import { type Ports, portsFrom } from '#local/http/ports'

const parts = ['cloud', 'table', 'valkey', 'generator'] as const
export type Part = (typeof parts)[number]

export interface Reading {
  /** Seconds of the processor since the start, by part; what asks is the generator. */
  readonly cpu: Readonly<Record<Part, number>>
  /** Memory of the local cloud's own processes, without engines. MB. */
  readonly megabytes: number
  /** What functions asked of DynamoDB. */
  readonly tableCalls: number
  /** What functions sent to Valkey: what came in one packet is one. */
  readonly valkeyCalls: number
}

/** Reads what a running local cloud has used and asked until now. */
export function openMachine({ webUrl, processId }: Endpoints) {
  const ports = portsFrom(Number(new URL(webUrl).port))
  const address = `127.0.0.1:${ports.valkey}`
  const valkey = openValkey({
    primary: address,
    reader: address,
    tls: false,
    isCluster: false,
    user: null,
  })
  return {
    read: async (): Promise<Reading> => {
      const [tableCalls, valkeyCalls] = [await tableCallsOf(ports), await readsOf(valkey)]
      const own = process.cpuUsage()
      const all = processesBelow(processId)
      const cpuOf = (part: Part) =>
        all.reduce((sum, each) => sum + (each.part === part ? each.cpu : 0), 0)
      return {
        cpu: {
          cloud: cpuOf('cloud'),
          table: cpuOf('table'),
          valkey: cpuOf('valkey'),
          generator: (own.user + own.system) / 1e6,
        },
        megabytes: all.reduce((sum, each) => sum + (each.part === 'cloud' ? each.megabytes : 0), 0),
        tableCalls,
        valkeyCalls,
      }
    },
    close: () => valkey?.close(),
  }
}

const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** A process and all that it started, with what they have used. */
function processesBelow(root: number) {
  const all = globSync('/proc/[0-9]*/stat').flatMap((file) => {
    try {
      const folder = file.slice(0, -'/stat'.length)
      const stat = readFileSync(file, 'utf8')
      const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
      const [, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`${folder}/status`, 'utf8'))?.[1]
      return [
        {
          id: Number(folder.slice('/proc/'.length)),
          parent: Number(parent),
          part: partOf(name),
          cpu: (Number(rest[9]) + Number(rest[10])) / TICKS,
          megabytes: Number(resident ?? 0) / 1024,
        },
      ]
    } catch {
      // It ended while it was looked at.
      return []
    }
  })
  const found = new Set([root])
  for (let before = 0; before !== found.size; ) {
    before = found.size
    for (const { id, parent } of all) if (found.has(parent)) found.add(id)
  }
  return all.filter(({ id }) => found.has(id))
}

function partOf(name: string): Part {
  if (/^dynoxide/.test(name)) return 'table'
  return /^(redis|valkey)/.test(name) ? 'valkey' : 'cloud'
}

/** Of each thread that has environments. */
const Calls = z.array(z.record(z.string(), z.number()))

async function tableCallsOf(ports: Ports): Promise<number> {
  const answer = await fetch(`${urlOf(ports.aws)}/local/calls`)
  const calls = Calls.parse(await answer.json())
  return calls
    .flatMap(Object.entries<number>)
    .reduce((sum, [target, count]) => sum + (target.startsWith('DynamoDB_') ? count : 0), 0)
}

async function readsOf(valkey: Valkey | null): Promise<number> {
  const stats = String(await valkey?.primary.send('', ['INFO', 'stats']).catch(() => ''))
  return Number(/total_reads_processed:(\d+)/.exec(stats)?.[1] ?? 0)
}
