import { execFile } from 'node:child_process'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { jobSettings } from '#adapters/transcoder/job-settings'
import { SourceFacts } from '#contract/videos/asset'
import { chooseRungs } from '#core/videos/encode/ladder'
import { encode } from '#local/media-convert/encode/encode'
import { JobRequest } from '#local/media-convert/jobs/job-request'
import { type EncodePlan, toEncodePlan } from '#local/media-convert/plan/encode-plan'
import type { FfmpegTools } from '#local/media-convert/tools/find-ffmpeg'

const run = promisify(execFile)

export interface Measured {
  readonly name: string
  readonly size: string
  /** Bits per second: what the job allows, and what came of it over all and in the worst segment. */
  readonly ceiling: number
  readonly mean: number
  readonly peak: number
  readonly firstBytes: number
  /** Against the source, the rung scaled up to its size: 1 is the same. */
  readonly ssim: number
  readonly psnr: number
}

/** A clip that moves everywhere, for who has none: a flight into a fractal. */
export async function movingPicture(tools: FfmpegTools, directory: string, seconds: number) {
  const file = join(directory, 'moving-picture-720p.mp4')
  const picture = `mandelbrot=size=1280x720:rate=30,trim=duration=${seconds},format=yuv420p`
  await run(tools.ffmpeg, [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', picture],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '12', file],
  ])
  return file
}

/** The beginning of a clip, as it is. */
export async function cut(tools: FfmpegTools, clip: string, directory: string, seconds: number) {
  const file = join(directory, 'begin.mkv')
  const args = [
    '-v',
    'error',
    '-y',
    '-i',
    clip,
    '-t',
    String(seconds),
    '-map',
    '0:v:0',
    '-c',
    'copy',
  ]
  await run(tools.ffmpeg, [...args, file])
  return file
}

/** Encodes the clip's ladder with our settings, or at one quality, and compares each rung with the clip. */
export async function measureLadder(
  tools: FfmpegTools,
  clip: string,
  directory: string,
  quality: number | undefined,
): Promise<Measured[]> {
  const source = await factsOf(tools, clip)
  const plan = planOf(source, quality)
  const output = join(directory, 'output')
  await mkdir(output)
  await encode({
    tools,
    plan,
    source: clip,
    directory: output,
    signal: AbortSignal.timeout(3_600_000),
    onProgress: () => {},
  })
  const master = await readFile(join(output, 'index.m3u8'), 'utf8')
  const measured: Measured[] = []
  for (const [index, video] of plan.videos.entries()) {
    const line = master.split('\n').find((_, at, all) => all[at + 1] === `index${video.name}.m3u8`)
    const bits = (name: string) => Number(new RegExp(`[:,]${name}=(\\d+)`).exec(line ?? '')?.[1])
    measured.push({
      name: video.name.slice(1),
      size: `${video.width}×${video.height}`,
      ceiling: video.maxBitrate,
      mean: bits('AVERAGE-BANDWIDTH'),
      peak: bits('BANDWIDTH'),
      firstBytes: (await stat(join(output, `index_${index}_000000001.m4s`))).size,
      ...(await compare(tools, join(output, `index${video.name}.m3u8`), clip, source, plan)),
    })
  }
  return measured
}

async function factsOf(tools: FfmpegTools, clip: string): Promise<SourceFacts> {
  const entries = 'stream=width,height,avg_frame_rate:format=duration'
  const args = ['-v', 'error', '-select_streams', 'v:0', '-show_entries', entries]
  const { stdout } = await run(tools.ffprobe, [...args, '-of', 'json', clip])
  const { streams, format } = JSON.parse(stdout)
  const [numerator = 0, denominator = 1] = streams[0].avg_frame_rate.split('/').map(Number)
  return SourceFacts.parse({
    durationSeconds: Number(format.duration),
    width: streams[0].width,
    height: streams[0].height,
    frameRate: numerator / denominator,
    videoCodec: 'AVC',
    container: 'matroska',
    audio: [],
  })
}

function planOf(source: SourceFacts, quality: number | undefined): EncodePlan {
  const job = {
    assetId: 'ast_01JDEXAMP0EXAMP0EXAMP0EXAM',
    courseId: 'crs_01JDEXAMP0EXAMP0EXAMP0EXAM',
    version: 1,
    attempt: 1,
    input: { bucket: 'ingest', key: 'clip' },
    source,
    rungs: chooseRungs(source),
    normaliseLoudness: true,
  } as const
  const settings = onTheWire(jobSettings(job, 'content'))
  const plan = toEncodePlan(JobRequest.parse({ role: '', settings }))
  const videos = plan.videos.map((video) => ({ ...video, quality: quality ?? video.quality }))
  return { ...plan, videos, poster: null, thumbnails: null }
}

/** The SDK's settings under the names that they have on the wire. */
function onTheWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(onTheWire)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      onTheWire(inner),
    ]),
  )
}

async function compare(
  tools: FfmpegTools,
  rung: string,
  clip: string,
  source: SourceFacts,
  plan: EncodePlan,
): Promise<Pick<Measured, 'ssim' | 'psnr'>> {
  const { numerator, denominator } = plan.frameRate ?? { numerator: 30, denominator: 1 }
  const same = `fps=${numerator}/${denominator},setpts=PTS-STARTPTS,scale=${source.width}:${source.height}:flags=bicubic,format=yuv420p,split`
  const graph = `[0:v]${same}[a][b];[1:v]${same}[c][d];[a][c]ssim;[b][d]psnr`
  const args = ['-nostdin', '-i', rung, '-i', clip, '-lavfi', graph, '-f', 'null', '-']
  const { stderr } = await run(tools.ffmpeg, args, { maxBuffer: 1 << 26 })
  return {
    ssim: Number(/SSIM .*All:([\d.]+)/.exec(stderr)?.[1]),
    psnr: Number(/PSNR .*average:([\d.]+)/.exec(stderr)?.[1]),
  }
}
