/**
 * `node scripts/launch.mjs scripts/film-demo.ts`: draws the demo course's films in Chromium, has ffmpeg speak their
 * lines, and puts each with its captions beside the articles of its module. A name behind it, `how-waiting-grows`, films that one alone.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { rolldown } from 'rolldown'
import { launchBrowser } from '#test/support/browser'
import { type Film, HEIGHT, type Line, WIDTH } from './film-demo/film.ts'

const FRAMES_A_SECOND = 24
/** As a reader finds them in the course's folder. */
const FILMS = {
  'what-a-page-waits-for': '01-distance/04',
  'how-a-player-chooses': '04-moving-pictures/02',
  'how-waiting-grows': '05-queues/02',
}

const root = join(import.meta.dirname, '..')
const scratch = await mkdtemp(join(tmpdir(), 'lectern-films-'))
const browser = await launchBrowser()
try {
  const wanted = process.argv.slice(2)
  for (const [name, place] of Object.entries(FILMS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const { film }: { film: Film } = await import(`./film-demo/${name}.ts`)
    const target = join(root, `local/demo/course/${place}-${name}`)
    const spoken = await speak(film.lines)
    await writeFile(`${target}.en.vtt`, captions(spoken))
    const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } })
    await load(page, name)
    await shoot(page, film, spoken, `${target}.mp4`)
    await page.close()
    console.log(`${target}.mp4`)
  }
} finally {
  await browser.close()
  await rm(scratch, { recursive: true, force: true })
}

interface Spoken extends Line {
  readonly file: string
  readonly seconds: number
}

async function speak(lines: readonly Line[]): Promise<Spoken[]> {
  const spoken: Spoken[] = []
  for (const [at, line] of lines.entries()) {
    const file = join(scratch, `${at}.wav`)
    await writeFile(join(scratch, `${at}.txt`), line.words)
    const voice = `flite=textfile=${join(scratch, `${at}.txt`)}:voice=slt`
    await run('ffmpeg', ['-y', '-f', 'lavfi', '-i', voice, file])
    const seconds = Number(
      await run('ffprobe', ['-show_entries', 'format=duration', '-of', 'csv=p=0', file]),
    )
    const next = lines[at + 1]
    if (next && line.at + seconds > next.at) throw new Error(`“${line.words}” takes ${seconds} s`)
    spoken.push({ ...line, file, seconds })
  }
  return spoken
}

function captions(spoken: readonly Spoken[]): string {
  const cues = spoken.map(
    ({ at, seconds, words }) => `${stamp(at)} --> ${stamp(at + seconds)}\n${words}\n`,
  )
  return ['WEBVTT\n', ...cues].join('\n')
}

function stamp(second: number): string {
  return new Date(second * 1000).toISOString().slice(11, 23)
}

/** The film's drawing as a script of the page. */
async function load(page: Page, name: string): Promise<void> {
  const bundle = await rolldown({ input: join(import.meta.dirname, `film-demo/${name}.ts`) })
  const { output } = await bundle.generate({ format: 'iife', name: 'shown' })
  await page.setContent(`<canvas width="${WIDTH}" height="${HEIGHT}"></canvas>`)
  await page.addScriptTag({ content: output[0].code })
}

async function shoot(
  page: Page,
  { seconds }: Film,
  spoken: readonly Spoken[],
  target: string,
): Promise<void> {
  const delays = spoken.map(({ at }, place) => `[${place + 1}]adelay=${at * 1000}:all=1[s${place}]`)
  const voices = spoken.map((_, place) => `[s${place}]`).join('')
  const sound = `${delays.join(';')};${voices}amix=${spoken.length}:normalize=0,apad=whole_dur=${seconds}[sound]`
  const encoder = spawn(
    'ffmpeg',
    [
      ...['-y', '-loglevel', 'error', '-f', 'image2pipe', '-framerate', `${FRAMES_A_SECOND}`],
      ...['-c:v', 'png', '-i', '-', ...spoken.flatMap(({ file }) => ['-i', file])],
      ...['-filter_complex', sound, '-map', '0:v', '-map', '[sound]', '-t', `${seconds}`],
      ...['-c:v', 'libx264', '-preset', 'slow', '-crf', '24', '-pix_fmt', 'yuv420p'],
      ...['-c:a', 'aac', '-b:a', '64k', '-ar', '48000', '-movflags', '+faststart', target],
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  )
  for (let frame = 0; frame < seconds * FRAMES_A_SECOND; frame += 1) {
    const picture = await page.evaluate((second) => {
      const canvas = document.querySelector('canvas')
      const context = canvas?.getContext('2d')
      const { film } = Reflect.get(globalThis, 'shown')
      film.draw(context, second)
      return canvas?.toDataURL('image/png').split(',')[1] ?? ''
    }, frame / FRAMES_A_SECOND)
    if (!encoder.stdin.write(Buffer.from(picture, 'base64'))) await once(encoder.stdin, 'drain')
  }
  encoder.stdin.end()
  const [code] = await once(encoder, 'close')
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`)
}

async function run(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, ['-loglevel', 'error', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const output: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${command} ended with ${code}; does it know flite?`)
  return Buffer.concat(output).toString()
}
