import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { INPUT_GUARD } from './input-guard.ts'

const run = promisify(execFile)

/** What the encoder has to know of a source's picture beyond what the job says. */
export interface SourceLook {
  /** Null when the container does not say. */
  readonly seconds: number | null
  readonly frameRate: { readonly numerator: number; readonly denominator: number }
  /** MP4 and QuickTime, whose rotation MediaConvert follows. */
  readonly isQuickTimeLike: boolean
  /** PQ or HLG. */
  readonly isHdr: boolean
  /** How swscale calls the matrix that the colours are coded with; null for RGB, which has none. */
  readonly matrix: 'bt601' | 'bt709' | 'bt2020' | null
  readonly isFullRange: boolean
}

const Look = z.object({
  streams: z
    .array(
      z.object({
        height: z.number().default(0),
        pix_fmt: z.string().default(''),
        color_range: z.string().optional(),
        color_space: z.string().optional(),
        color_transfer: z.string().optional(),
        avg_frame_rate: z.string().default('0/0'),
      }),
    )
    .default([]),
  format: z.object({ format_name: z.string().default(''), duration: z.coerce.number().optional() }),
})

const ENTRIES =
  'format=format_name,duration:stream=height,pix_fmt,color_range,color_space,color_transfer,avg_frame_rate'

/** Rejects when the file is no media. */
export async function lookAt(ffprobe: string, file: string): Promise<SourceLook> {
  const args = ['-v', 'error', ...INPUT_GUARD, '-select_streams', 'v:0', '-show_entries', ENTRIES]
  const { stdout } = await run(ffprobe, [...args, '-of', 'json', file], { timeout: 60_000 })
  const { streams, format } = Look.parse(JSON.parse(stdout))
  const [video] = streams
  const [numerator = 0, denominator = 0] = (video?.avg_frame_rate ?? '').split('/').map(Number)
  return {
    seconds: format.duration && format.duration > 0 ? format.duration : null,
    frameRate:
      numerator > 0 && denominator > 0
        ? { numerator, denominator }
        : { numerator: 30, denominator: 1 },
    isQuickTimeLike: format.format_name.startsWith('mov,'),
    isHdr: ['smpte2084', 'arib-std-b67'].includes(video?.color_transfer ?? ''),
    matrix: matrixOf(video?.pix_fmt ?? '', video?.color_space, video?.height ?? 0),
    isFullRange: video?.color_range === 'pc' || /^yuvj/.test(video?.pix_fmt ?? ''),
  }
}

const MATRICES: Readonly<Record<string, SourceLook['matrix']>> = {
  bt709: 'bt709',
  bt2020nc: 'bt2020',
  bt2020c: 'bt2020',
  smpte170m: 'bt601',
  bt470bg: 'bt601',
}

/** Files that do not say are taken for what players take them for: by their size. */
function matrixOf(pixels: string, named: string | undefined, height: number) {
  if (/^(gbr|rgb|bgr|argb|abgr|pal|0rgb|0bgr)/.test(pixels)) return null
  return MATRICES[named ?? ''] ?? (height >= 720 ? 'bt709' : 'bt601')
}
