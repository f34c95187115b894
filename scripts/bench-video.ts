/**
 * `npm run bench:video`: how soon the demo's lecture plays in Chromium, through the edge stand-in with the
 * network shaped, a warm edge and a browser that has seen nothing: `-- --runs 30 --profile 4g`.
 */
import { cpus } from 'node:os'
import { Command } from 'commander'
import { targets } from '#lib/settings/targets'
import { wholeNumber } from '#load/command/whole-number'
import { accounts } from '#local/cognito/demo-accounts'
import { networks } from '#scripts/bench/network'
import { openSite } from '#scripts/bench/open-site'
import { launchBrowser } from '#test/support/browser'
import { percentileOf, round } from './bench-video/percentile.ts'
import { measureMinute, measureStart, signIn } from './bench-video/viewing.ts'

interface Options {
  runs: number
  profile?: string
  url?: string
  check: boolean
  minute: boolean
}

const { runs, profile, url, check, minute } = readOptions()
const site = await openSite(url)
const browser = await launchBrowser()
let missed = false
try {
  const state = await signIn(browser, site.url, accounts.learner)
  console.log(`${runs} runs each, ${cpus().length} cores, Chromium ${browser.version()}`)
  for (const [name, network] of Object.entries(networks)) {
    if (profile && profile !== name) continue
    await measureStart(browser, { site: site.url, state, network })
    const starts = []
    for (let run = 0; run < runs; run += 1)
      starts.push(await measureStart(browser, { site: site.url, state, network }))
    const { percentile, promiseMs } = targets.videoStart
    const worst = percentileOf(
      starts.map((start) => start.playToFrameMs),
      percentile,
    )
    missed ||= worst > promiseMs
    console.log(
      `\n${name}: ${network.bitsPerSecond / 1e6} Mbit/s, ${network.roundTripMs} ms round trip`,
    )
    say(
      'play → first frame',
      starts.map((start) => start.playToFrameMs),
    )
    say(
      'lesson link → first frame',
      starts.map((start) => start.openToFrameMs),
    )
    if (!minute) continue
    const watched = await measureMinute(browser, { site: site.url, state, network })
    console.log(
      `  a minute of playing          ${watched.rebuffers} rebuffers (${round(watched.waitedMs)} ms), heights ${watched.heights.join(' → ')}`,
    )
  }
} finally {
  await browser.close()
  await site.stop()
}
if (check && missed) {
  const { percentile, promiseMs } = targets.videoStart
  console.error(`\nThe P${percentile} from play to the first frame is above ${promiseMs} ms.`)
  process.exitCode = 1
}

function say(what: string, times: readonly number[]): void {
  const [half, most] = [percentileOf(times, 50), percentileOf(times, 90)]
  console.log(`  ${what.padEnd(28)} P50 ${round(half)} ms, P90 ${round(most)} ms`)
}

function readOptions(): Options {
  return new Command('npm run bench:video --')
    .description('Measures how soon a lecture plays on a shaped network.')
    .option('--runs <number>', 'how often to start the video on each network', wholeNumber, 30)
    .option('--profile <name>', `one network only: ${Object.keys(networks).join(' or ')}`)
    .option('--url <address>', 'a site that runs already, with its demo course')
    .option('--no-minute', 'leave out the minute of playing')
    .option('--check', 'end with 1 where the promise of the targets is not kept', false)
    .parse(process.argv)
    .opts<Options>()
}
