/**
 * `npm run bench:lighthouse`: what Lighthouse says of the public pages on a phone, through the edge stand-in with a warm
 * edge and a browser that has seen nothing: `-- --runs 5 --check`.
 */
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Command } from 'commander'
import { z } from 'zod'
import { targets } from '#lib/settings/targets'
import { wholeNumber } from '#load/command/whole-number'
import { median } from '#scripts/bench/median'
import { findFreePorts, makeDataDir, removeDataDirs, startLectern } from '#test/support/lectern'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

const Report = z.object({
  categories: z.record(z.enum(CATEGORIES), z.object({ score: z.number() })),
  audits: z.record(
    z.string(),
    z.object({
      title: z.string(),
      score: z.number().nullable(),
      numericValue: z.number().optional(),
      displayValue: z.string().optional(),
    }),
  ),
})
type Report = z.infer<typeof Report>

interface Options {
  runs: number
  url?: string
  check: boolean
  audits: boolean
}

const { runs, url, check, audits } = readOptions()
const site = url ? { url, stop: async () => undefined } : await startOwn()
let missed = false
try {
  console.log(`${runs} runs each, median; ${cpus().length} cores`)
  for (const path of ['/', await coursePath(site.url)]) {
    const reports: Report[] = []
    // The first one warms the edge.
    await fetch(new URL(path, site.url))
    for (let run = 0; run < runs; run += 1) reports.push(await measure(new URL(path, site.url)))
    const scores = CATEGORIES.map((category) => [
      category,
      Math.round(100 * median(reports.map(({ categories }) => categories[category].score))),
    ])
    missed ||= scores.some(([, score]) => Number(score) < targets.lighthouseScore)
    const value = (audit: string) =>
      Math.round(median(reports.map((report) => report.audits[audit]?.numericValue ?? 0)))
    console.log(`\n${path}`)
    for (const [category, score] of scores) console.log(`  ${category}: ${score}`)
    console.log(
      `  first paint ${value('first-contentful-paint')} ms, largest ${value('largest-contentful-paint')} ms, blocked ${value('total-blocking-time')} ms`,
    )
    if (audits) for (const line of failedAudits(reports.at(-1))) console.log(`    ${line}`)
  }
} finally {
  await site.stop()
}
if (check && missed) {
  console.error(`\nA score is below ${targets.lighthouseScore}.`)
  process.exitCode = 1
}

async function measure(address: URL): Promise<Report> {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('lighthouse/package.json')),
    'cli/index.js',
  )
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      cli,
      address.href,
      '--output=json',
      '--quiet',
      `--only-categories=${CATEGORIES.join()}`,
      '--chrome-flags=--headless=new --no-sandbox',
    ],
    {
      env: { ...process.env, CHROME_PATH: '/usr/bin/chromium' },
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  return Report.parse(JSON.parse(stdout))
}

function failedAudits(report: Report | undefined): string[] {
  return Object.entries(report?.audits ?? {}).flatMap(
    ([id, { title, score, displayValue = '' }]) =>
      score !== null && score < 0.9 ? [`${id} ${score}: ${title} ${displayValue}`] : [],
  )
}

/** The newest course's page. */
async function coursePath(site: string): Promise<string> {
  const answer = await fetch(new URL('/api/courses?limit=1', site))
  const { items } = z
    .object({ items: z.array(z.object({ slug: z.string() })) })
    .parse(await answer.json())
  if (!items[0]) throw new Error('The site has no published course to measure.')
  return `/courses/${items[0].slug}`
}

async function startOwn() {
  const dataDir = await makeDataDir()
  const running = await startLectern({ port: await findFreePorts(), dataDir })
  return {
    url: running.endpoints.webUrl,
    stop: async () => {
      await running.stop()
      await removeDataDirs()
    },
  }
}

function readOptions(): Options {
  return new Command('bench:lighthouse')
    .description('What Lighthouse says of the public pages on a phone')
    .option('--runs <count>', 'how often each page is measured', wholeNumber, 3)
    .option('--url <address>', 'a site that runs already, with a published course')
    .option('--audits', 'also tell the audits that are not passed', false)
    .option('--check', `end with an error below ${targets.lighthouseScore}`, false)
    .parse()
    .opts<Options>()
}
