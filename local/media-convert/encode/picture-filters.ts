import type { EncodePlan, ThumbnailPlan } from '#local/media-convert/plan/encode-plan'
import type { Matrix, SourceLook } from '#local/media-convert/probe/source-look'

/** HDR to BT.709 by ITU-R BT.2390's reference white of 203 nits, with a curve that keeps highlights. */
const TONE_MAPPING = [
  'zscale=t=linear:npl=203,format=gbrpf32le',
  'zscale=p=bt709',
  'tonemap=tonemap=hable:desat=0',
  'zscale=t=bt709:m=bt709:r=tv,format=yuv420p',
].join(',')

/**
 * The filter graph from the source to one picture stream for each rung, `[v0]`, `[v1]`, … and the sheets
 * of thumbnails, `[tiles]`: at a constant rate, 8 bits, with square pixels, and as the job asks for progressive
 * and in BT.709.
 */
export function pictureGraph(plan: EncodePlan, look: SourceLook): string {
  const rate = plan.frameRate ?? look.frameRate
  const branches = plan.videos.map((_, index) => `[s${index}]`)
  if (plan.thumbnails) branches.push('[s]')
  const common = [
    // Only what is marked as interlaced.
    ...(plan.isDeinterlaced ? ['yadif=deint=interlaced'] : []),
    `fps=${rate.numerator}/${rate.denominator}`,
    ...(isToneMapped(plan, look) ? [TONE_MAPPING] : []),
    `split=${branches.length}`,
  ]
  return [
    `[0:v:0]${common.join(',')}${branches.join('')}`,
    ...plan.videos.map(
      ({ width, height }, index) => `[s${index}]${toSize(width, height, plan, look)}[v${index}]`,
    ),
    ...(plan.thumbnails ? [`[s]${toSheets(plan.thumbnails, plan, look, rate)}[tiles]`] : []),
  ].join(';')
}

/** One picture of the size, with the colours of the encode. */
export const toSize = (width: number, height: number, plan: EncodePlan, look: SourceLook) =>
  `scale=${[`${width}:${height}`, ...colours(plan, look)].join(':')},format=yuv420p,setsar=1`

/** For a still, which has no other filters. */
export const toStill = (width: number, height: number, plan: EncodePlan, look: SourceLook) =>
  [...(isToneMapped(plan, look) ? [TONE_MAPPING] : []), toSize(width, height, plan, look)].join(',')

/** How the encode's colours are told of, as ffmpeg calls them. */
export function colourTags(plan: EncodePlan, look: SourceLook): string[] {
  const matrix = outputMatrix(plan, look)
  const range = !plan.isColourCorrected && look.isFullRange ? 'pc' : 'tv'
  return [
    ...['-colorspace', TAGS[matrix].space, '-color_primaries', TAGS[matrix].primaries],
    ...['-color_trc', TAGS[matrix].transfer, '-color_range', range],
  ]
}

const TAGS: Record<Matrix, { space: string; primaries: string; transfer: string }> = {
  bt709: { space: 'bt709', primaries: 'bt709', transfer: 'bt709' },
  bt601: { space: 'smpte170m', primaries: 'smpte170m', transfer: 'smpte170m' },
  bt2020: { space: 'bt2020nc', primaries: 'bt2020', transfer: 'bt2020-10' },
}

const isToneMapped = (plan: EncodePlan, look: SourceLook) => plan.isColourCorrected && look.isHdr

const inputMatrix = ({ matrixIfUnsaid }: EncodePlan, { matrix }: SourceLook): Matrix | 'none' =>
  matrix === 'unsaid' ? matrixIfUnsaid : matrix

function outputMatrix(plan: EncodePlan, look: SourceLook): Matrix {
  const input = inputMatrix(plan, look)
  return plan.isColourCorrected || input === 'none' ? 'bt709' : input
}

function colours(plan: EncodePlan, look: SourceLook): string[] {
  // The tone mapping has done it.
  if (isToneMapped(plan, look))
    return ['in_color_matrix=bt709', 'out_color_matrix=bt709', 'out_range=tv']
  const input = inputMatrix(plan, look)
  const range = look.isFullRange ? 'pc' : 'tv'
  return [
    // RGB has no matrix to come from.
    ...(input === 'none' ? [] : [`in_color_matrix=${input}`, `in_range=${range}`]),
    `out_color_matrix=${outputMatrix(plan, look)}`,
    `out_range=${plan.isColourCorrected ? 'tv' : range}`,
  ]
}

/** MediaConvert rounds the interval to whole frames. */
export const thumbnailFrames = (
  thumbnails: ThumbnailPlan,
  rate: { readonly numerator: number; readonly denominator: number },
) => Math.max(1, Math.round((thumbnails.intervalSeconds * rate.numerator) / rate.denominator))

function toSheets(
  thumbnails: ThumbnailPlan,
  plan: EncodePlan,
  look: SourceLook,
  rate: { readonly numerator: number; readonly denominator: number },
): string {
  const { width, height, columns, rows } = thumbnails
  return [
    `select=not(mod(n\\,${thumbnailFrames(thumbnails, rate)}))`,
    // Without gaps: ffmpeg fills them with copies.
    'setpts=N/FRAME_RATE/TB',
    toSize(width, height, plan, look),
    `tile=${columns}x${rows}`,
  ].join(',')
}
