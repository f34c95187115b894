import type { EncodePlan } from './job-request.ts'

/**
 * The containers that MediaConvert reads. Uploads are hostile: without this list a "video" that is
 * a playlist or a script of ffmpeg's would make it open other files of this machine.
 */
export const INPUT_GUARD = [
  '-format_whitelist',
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mxf,mpegts,mpeg,avi,wav,mp3,flac,ogg,asf,aac,ac3,eac3',
]

/**
 * Scaling keeps the aspect ratio of the picture to the last digit when the pixels' own is known. DASH
 * wants one ratio in an adaptation set: square pixels of 426×240 beside 640×360 would not be one.
 */
const KNOWN_ASPECT = 'setsar=sar:max=10000'

/** The ladder, its sound and both manifests in one pass, in the directory where ffmpeg runs. */
export function encodeArguments(plan: EncodePlan, source: string): string[] {
  const { videos, audio } = plan
  const splits = videos.map((_, index) => `[s${index}]`).join('')
  const scales = videos.map(
    ({ width, height }, index) => `[s${index}]scale=${width}:${height}[v${index}]`,
  )
  return [
    ...['-nostdin', '-y', '-v', 'error', '-progress', 'pipe:1'],
    ...[...INPUT_GUARD, '-protocol_whitelist', 'file', '-i', source],
    ...[
      '-filter_complex',
      [`[0:v:0]${KNOWN_ASPECT},split=${videos.length}${splits}`, ...scales].join(';'),
    ],
    ...videos.flatMap((video, index) => videoArguments(video, index)),
    ...(audio ? audioArguments(audio) : []),
    ...['-force_key_frames', `expr:gte(t,n_forced*${plan.keyframeSeconds})`],
    ...['-map_metadata', '-1', '-map_chapters', '-1', '-sn', '-dn'],
    ...['-f', 'dash', '-hls_playlist', '1', '-dash_segment_type', 'mp4'],
    ...['-seg_duration', String(plan.segmentSeconds), '-use_template', '1', '-use_timeline', '1'],
    ...['-init_seg_name', 'index_$RepresentationID$_init.mp4'],
    ...['-media_seg_name', 'index_$RepresentationID$_$Number%09d$.m4s'],
    ...['-adaptation_sets', `id=0,streams=v${audio ? ' id=1,streams=a' : ''}`],
    'index.mpd',
  ]
}

/** Constant quality under a ceiling is what MediaConvert's QVBR does. */
function videoArguments(video: EncodePlan['videos'][number], index: number): string[] {
  const of = (option: string) => `-${option}:v:${index}`
  return [
    ...['-map', `[v${index}]`, of('c'), 'libx264', of('preset'), 'veryfast', of('crf'), '23'],
    ...[of('maxrate'), String(video.maxBitrate), of('bufsize'), String(video.maxBitrate * 2)],
    ...[of('profile'), 'high', of('pix_fmt'), 'yuv420p', of('sc_threshold'), '0'],
  ]
}

function audioArguments(audio: NonNullable<EncodePlan['audio']>): string[] {
  const loudness =
    audio.loudness === null ? [] : ['-af', `loudnorm=I=${audio.loudness}:TP=-2:LRA=11`]
  const aac = ['-c:a', 'aac', '-b:a', String(audio.bitrate), '-ac', '2', '-ar', '48000']
  return ['-map', '0:a:0', ...loudness, ...aac]
}

/** The first frame, as MediaConvert's frame capture takes it. */
export function posterArguments(
  poster: NonNullable<EncodePlan['poster']>,
  source: string,
  file: string,
): string[] {
  return [
    ...['-nostdin', '-y', '-v', 'error', ...INPUT_GUARD, '-protocol_whitelist', 'file'],
    ...['-i', source, '-map', '0:v:0', '-frames:v', '1', '-f', 'image2', '-q:v', '3'],
    ...['-vf', `scale=${poster.width}:${poster.height},setsar=1`, file],
  ]
}
