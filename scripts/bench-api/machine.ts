import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { Endpoints } from '#local/cloud/endpoints'
import { urlOf } from '#local/http/listen'
import { type Ports, portsFrom } from '#local/http/ports'
import { OBSERVER } from '#local/valkey/acl'

type Part = 'cloud' | 'table' | 'valkey' | 'generator'

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
  return {
    read: async (): Promise<Reading> => {
      const tableCalls = await tableCallsOf(ports)
      const valkeyCalls = (await packetsOf(ports.valkey)) + (await readsOf(ports.valkeyReader))
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

/** What came in one packet is one. */
const packetsOf = async (port: number) =>
  Number(/total_reads_processed:(\d+)/.exec(await info(port, 'stats'))?.[1] ?? 0)

/** The reader gets what it copies in packets too, so of it only what is read counts. */
async function readsOf(port: number): Promise<number> {
  const stats = await info(port, 'commandstats')
  const reads = stats.matchAll(/cmdstat_(?:m?get|h(?:m?get|getall)|exists):calls=(\d+)/g)
  return [...reads].reduce((sum, [, calls]) => sum + Number(calls), 0)
}

/** Empty where there is no Valkey. */
async function info(port: number, section: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.end(`AUTH ${OBSERVER.name} ${OBSERVER.password}\r\nINFO ${section}\r\nQUIT\r\n`)
  return text(socket).catch(() => '')
}
