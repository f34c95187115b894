/**
 * `npm run bench:web`: how soon the main pages show what they are for on a phone, how soon they answer, and
 * what they weigh: `-- --loads 20 --check`.
 */
import { cpus } from 'node:os'
import { Command } from 'commander'
import { routes } from '#contract/routes'
import { targets } from '#lib/settings/targets'
import { wholeNumber } from '#load/command/whole-number'
import { accounts } from '#local/cognito/demo-accounts'
import { createApiClient } from '#local/demo/api-client'
import { DEMO_SLUG } from '#local/demo/seed'
import { networks } from '#scripts/bench/network'
import { openSite } from '#scripts/bench/open-site'
import { launchBrowser } from '#test/support/browser'
import { percentileOf, round } from './bench-video/percentile.ts'
import { signIn } from './bench-video/viewing.ts'
import { makeDocument } from './bench-web/document.ts'
import { makeLargeCourse } from './bench-web/large-course.ts'
import { type Load, loadPage, warmPage } from './bench-web/load-page.ts'
import { type BenchPage, benchPages } from './bench-web/pages.ts'
import { tokenIn } from './bench-web/token-in.ts'

interface Options {
  loads: number
  page?: string
  profile: string
  slowdown: number
  url?: string
  check: boolean
  why: boolean
}

const options = readOptions()
const network = networks[options.profile]
if (!network) throw new Error(`There is no profile ${options.profile}`)
const { percentile } = targets.pageLoad
const site = await openSite(options.url)
const browser = await launchBrowser({ playsUnasked: true })
const missed: string[] = []
try {
  const states = {
    visitor: undefined,
    learner: await signIn(browser, site.url, accounts.learner),
    author: await signIn(browser, site.url, accounts.author),
  }
  const token = tokenIn(states.author)
  const api = createApiClient({ apiUrl: `${site.url}/api`, token: async () => token })
  const largeId = await makeLargeCourse(api)
  const readerToken = tokenIn(states.learner)
  const documentAt = await makeDocument(
    api,
    createApiClient({ apiUrl: `${site.url}/api`, token: async () => readerToken }),
  )
  const { items } = await api(routes.listDrafts, { query: { limit: 100 } })
  const demo = items.find(({ slug }) => slug === DEMO_SLUG)
  if (!demo) throw new Error('This site has no demo course; start it without --no-demo')
  const { modules } = await api(routes.getDraft, { params: { courseId: demo.id } })
  const lessonOf = (kind: string) =>
    modules.flatMap(({ lessons }) => lessons).find((lesson) => lesson.kind === kind)?.id ?? ''
  const pages = benchPages({
    ...{ courseId: demo.id, largeId, documentAt },
    ...{ videoId: lessonOf('video'), articleId: lessonOf('article') },
  }).filter(({ name }) => !options.page || name.startsWith(options.page))

  console.log(
    `${options.loads} loads each, ${cpus().length} cores slowed ${options.slowdown} times, ` +
      `${network.bitsPerSecond / 1e6} Mbit/s, ${network.roundTripMs} ms, Chromium ${browser.version()}; P${percentile}\n`,
  )
  console.log(
    '| Page | LCP ms | INP ms | Shift | Script kB | Style | Font | Data | Media | Elements |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|')
  for (const page of pages) {
    const visit = { site: site.url, network, slowdown: options.slowdown, state: states[page.who] }
    await warmPage(browser, page, visit)
    const loads: Load[] = []
    for (let load = 0; load < options.loads; load += 1)
      loads.push(await loadPage(browser, page, visit))
    report(page, loads)
  }
} finally {
  await browser.close()
  await site.stop()
}
if (options.check && missed.length > 0) {
  console.error(`\nAbove what the targets say:\n${missed.join('\n')}`)
  process.exitCode = 1
}

function report(page: BenchPage, loads: readonly Load[]): void {
  const worst = (of: (load: Load) => number) => percentileOf(loads.map(of), percentile)
  const paintMs = worst((load) => load.paintMs)
  const interactionMs = worst((load) => load.interactionMs)
  const shift = worst((load) => load.shift)
  const weights = (['script', 'style', 'font', 'data', 'media'] as const).map((kind) =>
    Math.round(worst((load) => load.weight[kind])),
  )
  const cells = [
    page.name,
    round(paintMs),
    round(interactionMs),
    shift.toFixed(3),
    ...weights,
    worst((load) => load.elements),
  ]
  console.log(`| ${cells.join(' | ')} |`)
  const [load] = loads.toSorted((a, b) => b.interactionMs - a.interactionMs)
  if (options.why && load)
    console.log(`  painted: ${load.painted}\n  slowest: ${load.slowest}\n  shifts: ${load.shifts}`)

  const most = page.who === 'author' ? targets.pageLoad.teachersMs : targets.pageLoad.readersMs
  if (paintMs > most) missed.push(`${page.name}: LCP ${round(paintMs)} ms, not ${most}`)
  if (interactionMs > targets.interactionMs)
    missed.push(`${page.name}: INP ${round(interactionMs)} ms, not ${targets.interactionMs}`)
  if (shift > targets.layoutShift) missed.push(`${page.name}: shift ${shift.toFixed(3)}`)
}

function readOptions(): Options {
  return new Command('npm run bench:web --')
    .description('Loads the main pages as a phone on a mobile network does.')
    .option('--loads <number>', 'how often to load each', wholeNumber, 4)
    .option('--page <name>', 'only those whose name begins so: catalogue, lesson, editor …')
    .option('--profile <name>', `the network: ${Object.keys(networks).join(' or ')}`, '4g')
    .option('--slowdown <times>', 'how many times slower the processor is', wholeNumber, 4)
    .option('--url <address>', 'a site that runs already, with its demo course')
    .option('--check', 'end with 1 above the targets', false)
    .option('--why', 'say what was painted last, what answered slowest and what moved', false)
    .parse(process.argv)
    .opts<Options>()
}
