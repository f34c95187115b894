/**
 * `npm run bench:cache`: what is remembered of a day's requests, and how soon each level answers: with Valkey, without,
 * and with one that is killed at noon and there again, empty, at three. Up to forty people at once, each with five
 * requests a minute, ask three execution environments over a real Valkey (or Redis) and a real engine of the table. Of
 * each hour a part is asked; then the clock is put forward. It fails when any request does.
 */
import { Command } from 'commander'
import type { Level } from '#adapters/cache/levels/watch'
import { wholeNumber } from '#load/command/whole-number'
import { type Node, startNode } from '#test/connected/cache/redis-server'
import { startTable } from '#test/support/dynamo'
import { type Day, liveDay } from './bench-cache/day.ts'
import { makeSite } from './bench-cache/site.ts'

const LEVELS: readonly Level[] = ['memory', 'valkey', 'table', 'stale']

const { perHour, people } = new Command()
  .description('Hit ratios and latencies of the caches, by level, over a day')
  .option('--per-hour <n>', 'requests of each hour', wholeNumber, 40)
  .option('--people <n>', 'people of the site', wholeNumber, 60)
  .parse()
  .opts<{ perHour: number; people: number }>()

const engine = await startTable()
let failed = 0
try {
  for (const mode of [
    'Valkey on',
    'Valkey off',
    'Valkey killed at noon, there again at three',
  ] as const) {
    const site = await makeSite(engine.name, { courses: 40, people })
    let node: Node | null = mode === 'Valkey off' ? null : await startNode()
    const address = `127.0.0.1:${node?.port}`
    const place = node && {
      primary: address,
      reader: address,
      tls: false,
      isCluster: false,
      user: null,
    }
    const port = node?.port
    const onHour = async (hour: number) => {
      if (!mode.includes('killed') || !port) return
      if (hour === 12) node?.stop()
      if (hour === 15) node = await startNode('--port', `${port}`)
    }
    try {
      const day = await liveDay({ site, place, perHour, onHour })
      failed += day.failed
      tell(mode, day)
    } finally {
      node?.stop()
    }
  }
} finally {
  await engine.close()
}
if (failed > 0) {
  console.error(`${failed} requests failed.`)
  process.exitCode = 1
}

function tell(mode: string, { requests, levels, byLevel, failed }: Day): void {
  console.log(`\n**${mode}** (${failed} failed)\n`)
  console.log('| Query | Asked | Memory | Valkey | Table |\n|---|---|---|---|---|')
  for (const [query, counts] of levels) {
    const asked = [...counts.values()].reduce((sum, count) => sum + count)
    const share = (level: Level) => `${(((counts.get(level) ?? 0) / asked) * 100).toFixed(0)} %`
    console.log(
      `| ${[query, asked, share('memory'), share('valkey'), share('table')].join(' | ')} |`,
    )
  }
  console.log('\n| Milliseconds | Requests | P50 | P95 |\n|---|---|---|---|')
  for (const level of LEVELS) tellTimes(`no further than ${level}`, byLevel.get(level))
  for (const [what, times] of requests) tellTimes(what, times)
}

function tellTimes(name: string, times: readonly number[] = []): void {
  if (times.length === 0) return
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)]?.toFixed(2)
  console.log(`| ${name} | ${times.length} | ${at(0.5)} | ${at(0.95)} |`)
}
