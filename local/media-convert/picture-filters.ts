import type { EncodePlan, ThumbnailPlan } from './encode-plan.ts'
import type { SourceLook } from './source-look.ts'

/** HDR to BT.709 by ITU-R BT.2390's reference white of 203 nits, with a curve that keeps highlights. */
const TONE_MAPPING = [
  'zscale=t=linear:npl=203,format=gbrpf32le',
  'zscale=p=bt709',
  'tonemap=tonemap=hable:desat=0',
  'zscale=t=bt709:m=bt709:r=tv,format=yuv420p',
].join(',')

/**
 * The filter graph from the source to one picture stream for each rung, `[v0]`, `[v1]`, … and the sheets
 * of thumbnails, `[tiles]`: progressive, at a constant rate, 8 bits, BT.709, with square pixels.
 */
export function pictureGraph(plan: EncodePlan, look: SourceLook): string {
  const rate = plan.frameRate ?? look.frameRate
  const branches = plan.videos.map((_, index) => `[s${index}]`)
  if (plan.thumbnails) branches.push('[s]')
  const common = [
    // Only what is marked as interlaced.
    'yadif=deint=interlaced',
    `fps=${rate.numerator}/${rate.denominator}`,
    ...(look.isHdr ? [TONE_MAPPING] : []),
    `split=${branches.length}`,
  ]
  return [
    `[0:v:0]${common.join(',')}${branches.join('')}`,
    ...plan.videos.map(
      ({ width, height }, index) => `[s${index}]${toSize(width, height, look)}[v${index}]`,
    ),
    ...(plan.thumbnails ? [`[s]${toSheets(plan.thumbnails, look, rate)}[tiles]`] : []),
  ].join(';')
}

/** One picture of the size, with the colours of the encode. */
export const toSize = (width: number, height: number, look: SourceLook) =>
  `scale=${[`${width}:${height}`, ...colours(look)].join(':')},format=yuv420p,setsar=1`

/** For a still, which has no other filters. */
export const toStill = (width: number, height: number, look: SourceLook) =>
  [...(look.isHdr ? [TONE_MAPPING] : []), toSize(width, height, look)].join(',')

function colours(look: SourceLook): string[] {
  // The tone mapping has done it; RGB has no matrix to come from.
  if (look.isHdr) return ['in_color_matrix=bt709', 'out_color_matrix=bt709', 'out_range=tv']
  return [
    ...(look.matrix === null
      ? []
      : [`in_color_matrix=${look.matrix}`, `in_range=${look.isFullRange ? 'pc' : 'tv'}`]),
    'out_color_matrix=bt709',
    'out_range=tv',
  ]
}

/** MediaConvert rounds the interval to whole frames. */
export const thumbnailFrames = (
  thumbnails: ThumbnailPlan,
  rate: { readonly numerator: number; readonly denominator: number },
) => Math.max(1, Math.round((thumbnails.intervalSeconds * rate.numerator) / rate.denominator))

function toSheets(
  thumbnails: ThumbnailPlan,
  look: SourceLook,
  rate: { readonly numerator: number; readonly denominator: number },
): string {
  const { width, height, columns, rows } = thumbnails
  return [
    `select=not(mod(n\\,${thumbnailFrames(thumbnails, rate)}))`,
    // Without gaps: ffmpeg fills them with copies.
    'setpts=N/FRAME_RATE/TB',
    toSize(width, height, look),
    `tile=${columns}x${rows}`,
  ].join(',')
}
