import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { INPUT_GUARD } from '#local/media-convert/tools/input-guard'
import { codecOf } from './codecs.ts'

const run = promisify(execFile)

const Stream = z.object({
  codec_type: z.string().optional(),
  codec_name: z.string().default('unknown'),
  width: z.number().optional(),
  height: z.number().optional(),
  sample_aspect_ratio: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  r_frame_rate: z.string().optional(),
  bit_rate: z.coerce.number().optional(),
  duration: z.coerce.number().optional(),
  channels: z.number().optional(),
  sample_rate: z.coerce.number().optional(),
  disposition: z.object({ attached_pic: z.number().default(0) }).optional(),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).default([]),
  field_order: z.string().optional(),
  color_space: z.string().optional(),
  color_transfer: z.string().optional(),
  color_primaries: z.string().optional(),
  bits_per_raw_sample: z.coerce.number().optional(),
  tags: z
    .object({ rotate: z.coerce.number().optional(), language: z.string().optional() })
    .optional(),
})
type Stream = z.infer<typeof Stream>

const Probed = z.object({
  streams: z.array(Stream).default([]),
  format: z.object({
    format_name: z.string(),
    duration: z.coerce.number().optional(),
    bit_rate: z.coerce.number().optional(),
    tags: z.object({ major_brand: z.string().optional() }).optional(),
  }),
})
type Format = z.infer<typeof Probed>['format']

/** ffmpeg's demuxers in MediaConvert's words, where one stands for one format. */
const FORMATS: Readonly<Record<string, string>> = {
  mpegts: 'mpegts',
  mpeg: 'mpegps',
  wav: 'wave',
}

/** Codecs of WebM; a Matroska file with nothing else is one. */
const WEBM = new Set(['vp8', 'vp9', 'av1', 'vorbis', 'opus'])

/** ffmpeg has one demuxer for what MediaConvert tells apart. */
function formatOf({ format_name, tags }: Format, streams: readonly Stream[]): string {
  const [first = 'unknown'] = format_name.split(',')
  if (first === 'mov') {
    const brand = (tags?.major_brand ?? '').trim()
    if (brand === 'qt') return 'quicktime'
    if (brand.startsWith('3g2')) return 'three_g2'
    return brand.startsWith('3gp') ? 'three_gp' : 'mp4'
  }
  if (first === 'matroska') {
    return streams.every(({ codec_name }) => WEBM.has(codec_name)) ? 'webm' : 'matroska'
  }
  return FORMATS[first] ?? first
}

/** MediaConvert's ProbeResult on the wire, for a local file or an address; null if it is no media. */
export async function probe(ffprobe: string, input: string, fileSize: number) {
  const args = ['-v', 'error', ...INPUT_GUARD, '-show_format', '-show_streams', '-of', 'json']
  const output = await run(ffprobe, [...args, input], { timeout: 60_000, maxBuffer: 1 << 24 }).then(
    ({ stdout }) => stdout,
    () => null,
  )
  if (output === null) return null
  const parsed = Probed.safeParse(JSON.parse(output))
  if (!parsed.success) return null
  const { format, streams } = parsed.data
  const tracks = streams.filter(
    ({ codec_type, disposition }) =>
      codec_type === 'audio' || (codec_type === 'video' && disposition?.attached_pic !== 1),
  )
  const container = formatOf(format, tracks)
  return {
    container: {
      format: container,
      duration: format.duration,
      bitRate: format.bit_rate,
      tracks: tracks.map((stream, position) => toTrack(stream, position, container)),
    },
    metadata: { fileSize },
  }
}

function toTrack(stream: Stream, position: number, container: string) {
  const isVideo = stream.codec_type === 'video'
  return {
    index: position + 1,
    trackType: stream.codec_type,
    codec: codecOf(stream.codec_name),
    duration: stream.duration,
    ...(isVideo ? { videoProperties: videoProperties(stream, container) } : {}),
    ...(isVideo
      ? {}
      : {
          audioProperties: {
            bitRate: stream.bit_rate,
            channels: stream.channels,
            sampleRate: stream.sample_rate,
            languageCode: stream.tags?.language,
          },
        }),
  }
}

/** Streams without a container of their own say the shape of their pixels in their headers alone. */
const STREAMS = new Set(['mpegts', 'mpegps'])

function videoProperties(stream: Stream, container: string) {
  const sampleAspectRatio = fraction(stream.sample_aspect_ratio, ':')
  const turned = stream.side_data_list.find(({ rotation }) => rotation !== undefined)
  return {
    width: stream.width,
    height: stream.height,
    bitRate: stream.bit_rate,
    frameRate: fraction(stream.avg_frame_rate, '/') ?? fraction(stream.r_frame_rate, '/'),
    ...(STREAMS.has(container)
      ? { codecMetadata: { ...codecMetadata(stream), ...coloursOf(stream), sampleAspectRatio } }
      : { codecMetadata: codecMetadata(stream), ...coloursOf(stream), sampleAspectRatio }),
    rotation: clockwise(turned?.rotation === undefined ? stream.tags?.rotate : -turned.rotation),
    bitDepth: stream.bits_per_raw_sample,
  }
}

/** Those whose headers MediaConvert's probe reads. */
const WITH_HEADERS = new Set(['h264', 'hevc', 'mpeg2video'])
/** ffprobe's field orders of interlaced pictures; the first letter is the field that is shown first. */
const FIELDS = new Set(['tt', 'tb', 'bb', 'bt'])

function codecMetadata({ codec_name, field_order = '' }: Stream) {
  if (!WITH_HEADERS.has(codec_name)) return undefined
  if (!FIELDS.has(field_order)) return { scanType: 'Progressive' }
  const fieldOrder = field_order.endsWith('t') ? 'TopFieldFirst' : 'BottomFieldFirst'
  return { scanType: 'Interlaced', fieldOrder }
}

/** ffmpeg's names of colours in MediaConvert's words. What is missing is unspecified. */
const COLOURS: Readonly<Record<string, string>> = {
  bt709: 'ITU_709',
  smpte170m: 'SMPTE_170M',
  smpte240m: 'SMPTE_240M',
  bt470bg: 'ITU_470BG',
  bt2020: 'ITU_2020',
  bt2020nc: 'ITU_2020_NCL',
  bt2020c: 'ITU_2020_CL',
  smpte2084: 'SMPTE_2084',
  'arib-std-b67': 'ARIB_B67',
  'iec61966-2-1': 'IEC_61966_2_1',
  gbr: 'RGB',
}

const coloursOf = ({ color_primaries, color_transfer, color_space }: Stream) => ({
  colorPrimaries: COLOURS[color_primaries ?? ''],
  transferCharacteristics: COLOURS[color_transfer ?? ''],
  matrixCoefficients: COLOURS[color_space ?? ''],
})

/** From 1 to 359 degrees; nothing for a picture that stands upright. */
function clockwise(degrees: number | undefined): number | undefined {
  const turn = (((degrees ?? 0) % 360) + 360) % 360
  return turn === 0 ? undefined : turn
}

function fraction(text: string | undefined, separator: string) {
  const [numerator = 0, denominator = 0] = (text ?? '').split(separator).map(Number)
  return numerator > 0 && denominator > 0 ? { numerator, denominator } : undefined
}
