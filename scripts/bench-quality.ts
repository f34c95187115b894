/**
 * `npm run bench:quality`: what each rung of the ladder weighs and how much of the source it keeps, as the
 * encoder stand-in makes it, for the demo's lecture and for a moving picture: `-- --clip film.mp4
 * --seconds 20 --quality 7`. A Markdown table for each clip.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { findFfmpeg } from '#local/media-convert/tools/find-ffmpeg'
import { cut, type Measured, measureLadder, movingPicture } from './bench-quality/measure.ts'

const { clip, seconds, quality } = readOptions()
const tools = await findFfmpeg()
const scratch = await mkdtemp(join(tmpdir(), 'lectern-quality-'))
try {
  console.log(`${seconds} s of each clip, ${cpus().length} cores`)
  const lecture = join(
    import.meta.dirname,
    '../local/demo/course/01-distance/01-why-a-second-visit-is-faster.mp4',
  )
  const other = clip ?? (await movingPicture(tools, scratch, seconds))
  for (const source of [lecture, other]) {
    const directory = await mkdtemp(join(scratch, 'clip-'))
    const begin = await cut(tools, source, directory, seconds)
    say(basename(source), await measureLadder(tools, begin, directory, quality))
  }
} finally {
  await rm(scratch, { recursive: true, force: true })
}

function say(title: string, rungs: readonly Measured[]) {
  console.log(`\n**${title}**\n`)
  console.log(
    '| Rung | Ceiling kbit/s | Mean kbit/s | Peak kbit/s | First segment kB | SSIM | PSNR dB |',
  )
  console.log('|---|---|---|---|---|---|---|')
  for (const { name, size, ceiling, mean, peak, firstBytes, ssim, psnr } of rungs) {
    const kbits = [ceiling, mean, peak].map((bits) => Math.round(bits / 1000).toLocaleString('en'))
    const kilobytes = Math.round(firstBytes / 1000)
    console.log(
      `| ${name} (${size}) | ${kbits.join(' | ')} | ${kilobytes} | ${ssim.toFixed(4)} | ${psnr.toFixed(1)} |`,
    )
  }
}

function readOptions(): { clip?: string; seconds: number; quality?: number } {
  const number = (least: number, most: number) => (text: string) => {
    const value = Number(text)
    if (value >= least && value <= most) return value
    throw new InvalidArgumentError(`A number from ${least} to ${most}, please.`)
  }
  return new Command()
    .option('--clip <file>', 'a clip of your own instead of the generated one')
    .option('--seconds <n>', 'how much of each clip', number(2, 600), 20)
    .option('--quality <level>', 'one QVBR level for all rungs instead of ours', number(1, 10))
    .parse()
    .opts()
}
