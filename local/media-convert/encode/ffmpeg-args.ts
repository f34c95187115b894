import type {
  AudioPlan,
  EncodePlan,
  PosterPlan,
  VideoPlan,
} from '#local/media-convert/plan/encode-plan'
import type { SourceLook } from '#local/media-convert/probe/source-look'
import { INPUT_GUARD, LOCAL_ONLY } from '#local/media-convert/tools/input-guard'
import { colourTags, pictureGraph, toStill } from './picture-filters.ts'

/** The names of the files that the encoder leaves for the manifests. */
export const WRITTEN = {
  mpd: 'written.mpd',
  playlist: (stream: number) => `media_${stream}.m3u8`,
  master: 'master.m3u8',
  sheets: /^index_thumbnails_\d+\.jpg$/,
} as const

/** Seconds less than the group of pictures, so that no rounding makes a segment hold two. */
const SEGMENT_MARGIN = 0.01

/** The ladder, its sound and its thumbnails in one pass, in the directory where ffmpeg runs. */
export function encodeArguments(plan: EncodePlan, look: SourceLook, source: string): string[] {
  const streams = plan.videos.length + plan.audios.length
  return [
    ...['-nostdin', '-y', '-v', 'error', '-progress', 'pipe:1'],
    ...inputArguments(plan, look, source),
    ...['-filter_complex', pictureGraph(plan, look)],
    ...plan.videos.flatMap((video, index) => videoArguments(plan, look, video, index)),
    ...colourTags(plan, look),
    ...plan.audios.flatMap((audio, index) => audioArguments(audio, look, index)),
    ...['-map_metadata', '-1', '-map_chapters', '-1', '-sn', '-dn'],
    ...['-f', 'dash', '-hls_playlist', '1', '-dash_segment_type', 'mp4'],
    ...['-seg_duration', String(plan.segmentSeconds - SEGMENT_MARGIN)],
    ...['-use_template', '1', '-use_timeline', '1'],
    ...['-init_seg_name', 'index_$RepresentationID$_init.mp4'],
    ...['-media_seg_name', 'index_$RepresentationID$_$Number%09d$.m4s'],
    // ffmpeg wants one aspect ratio in a set, to the last digit; what is told to players is ours anyway.
    ...[
      '-adaptation_sets',
      [...Array(streams).keys()].map((n) => `id=${n},streams=${n}`).join(' '),
    ],
    WRITTEN.mpd,
    ...(plan.thumbnails
      ? ['-map', '[tiles]', '-f', 'image2', '-q:v', '5', 'index_thumbnails_%09d.jpg']
      : []),
  ]
}

const inputArguments = (plan: EncodePlan, look: SourceLook, source: string) => [
  ...INPUT_GUARD,
  ...LOCAL_ONLY,
  ...(plan.isTurnedUpright && look.isQuickTimeLike ? [] : ['-noautorotate']),
  ...['-i', source],
]

/**
 * Constant quality under a ceiling is what MediaConvert's QVBR does; the scales are not the same, and
 * three of x264's steps to one of QVBR's is a likeness, no measurement.
 */
const constantRateFactor = (quality: number) => Math.round(45 - 3 * quality)

function videoArguments(
  plan: EncodePlan,
  look: SourceLook,
  video: VideoPlan,
  index: number,
): string[] {
  const of = (option: string) => `-${option}:v:${index}`
  const rate = plan.frameRate ?? look.frameRate
  const gop = String(Math.round((plan.keyframeSeconds * rate.numerator) / rate.denominator))
  return [
    ...['-map', `[v${index}]`, of('c'), 'libx264', of('preset'), 'veryfast'],
    ...[of('crf'), String(constantRateFactor(video.quality)), of('profile'), 'high'],
    ...[of('maxrate'), String(video.maxBitrate), of('bufsize'), String(video.maxBitrate)],
    ...[of('g'), gop, of('keyint_min'), gop, of('sc_threshold'), '0'],
  ]
}

/** Silence before a sound that starts late, as MediaConvert puts there: else it would be shorter than the picture. */
const FROM_THE_BEGINNING = 'aresample=async=1:first_pts=0'

function audioArguments(audio: AudioPlan, look: SourceLook, index: number): string[] {
  const of = (option: string) => `-${option}:a:${index}`
  const { loudness } = audio
  const filters = [
    FROM_THE_BEGINNING,
    ...(loudness === null ? [] : [`loudnorm=I=${loudness.target}:TP=${loudness.peak}:LRA=11`]),
  ]
  return [
    ...['-map', `0:a:${look.sounds[audio.track - 1] ?? audio.track - 1}`],
    ...[of('filter'), filters.join(',')],
    ...[of('c'), 'aac', of('b'), String(audio.bitrate), of('ac'), '2', of('ar'), '48000'],
  ]
}

/** The first frame, then one after each interval, as MediaConvert's frame capture takes them. */
export function posterArguments(
  plan: EncodePlan,
  poster: PosterPlan,
  look: SourceLook,
  source: string,
  files: string,
): string[] {
  const { width, height, intervalSeconds, captures } = poster
  const due = `select=gte(t-start_t\\,selected_n*${intervalSeconds})`
  return [
    ...['-nostdin', '-y', '-v', 'error', ...inputArguments(plan, look, source)],
    ...['-map', '0:v:0', '-vf', `${due},${toStill(width, height, plan, look)}`],
    // No copies to fill the time between two of them.
    ...['-vsync', 'vfr', '-frames:v', String(captures)],
    ...['-f', 'image2', '-start_number', '0', '-q:v', '3', files],
  ]
}
