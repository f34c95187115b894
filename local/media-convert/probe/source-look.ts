import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { INPUT_GUARD } from '#local/media-convert/tools/input-guard'
import { codecOf } from './codecs.ts'

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
  /** How swscale calls the matrix that the colours are coded with; RGB has none, and many do not say. */
  readonly matrix: Matrix | 'none' | 'unsaid'
  readonly isFullRange: boolean
  /** The places, among all sounds, of those that can be decoded: MediaConvert counts no others. */
  readonly sounds: readonly number[]
}

export type Matrix = 'bt601' | 'bt709' | 'bt2020'

const Look = z.object({
  streams: z
    .array(
      z.object({
        codec_type: z.string().default(''),
        codec_name: z.string().default(''),
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
  'format=format_name,duration:stream=codec_type,codec_name,pix_fmt,color_range,color_space,color_transfer,avg_frame_rate'

/** Rejects when the file is no media. */
export async function lookAt(ffprobe: string, file: string): Promise<SourceLook> {
  const args = ['-v', 'error', ...INPUT_GUARD, '-show_entries', ENTRIES]
  const { stdout } = await run(ffprobe, [...args, '-of', 'json', file], { timeout: 60_000 })
  const { streams, format } = Look.parse(JSON.parse(stdout))
  const video = streams.find(({ codec_type }) => codec_type === 'video')
  const sounds = streams.filter(({ codec_type }) => codec_type === 'audio')
  const [numerator = 0, denominator = 0] = (video?.avg_frame_rate ?? '').split('/').map(Number)
  return {
    seconds: format.duration && format.duration > 0 ? format.duration : null,
    frameRate:
      numerator > 0 && denominator > 0
        ? { numerator, denominator }
        : { numerator: 30, denominator: 1 },
    isQuickTimeLike: format.format_name.startsWith('mov,'),
    isHdr: ['smpte2084', 'arib-std-b67'].includes(video?.color_transfer ?? ''),
    matrix: matrixOf(video?.pix_fmt ?? '', video?.color_space),
    isFullRange: video?.color_range === 'pc' || /^yuvj/.test(video?.pix_fmt ?? ''),
    sounds: sounds.flatMap(({ codec_name }, place) =>
      codecOf(codec_name) === 'UNKNOWN' ? [] : [place],
    ),
  }
}

const MATRICES: Readonly<Record<string, Matrix>> = {
  bt709: 'bt709',
  bt2020nc: 'bt2020',
  bt2020c: 'bt2020',
  smpte170m: 'bt601',
  bt470bg: 'bt601',
}

const matrixOf = (pixels: string, named: string | undefined) =>
  /^(gbr|rgb|bgr|argb|abgr|pal|0rgb|0bgr)/.test(pixels)
    ? 'none'
    : (MATRICES[named ?? ''] ?? 'unsaid')
