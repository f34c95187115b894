import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Several segments of two rungs each, so that there are joins to get wrong. */
const SECONDS = 5
const picture = (rate: string) => [
  ...['-f', 'lavfi', '-i', `testsrc2=size=640x360:rate=${rate}:duration=${SECONDS}`],
]
const sound = (hertz: number) => [
  ...['-f', 'lavfi', '-i', `sine=frequency=${hertz}:duration=${SECONDS}`],
]

/** What readers of a published video are tried on. */
const CLIPS = {
  lecture: [...picture('30'), ...sound(440)],
  silent: picture('30'),
  languages: [
    ...[...picture('30'), ...sound(440), ...sound(880), '-map', '0', '-map', '1', '-map', '2'],
    ...['-metadata:s:a:0', 'language=eng', '-metadata:s:a:1', 'language=ger'],
  ],
  film: [...picture('24000/1001'), ...sound(440)],
  fast: [...picture('60'), ...sound(440)],
  /** Frames at odd times, as a screen recorder saves what moves now and then. */
  variable: [...picture('30'), ...sound(440), '-vf', "select='mod(n*n,7)-4'", '-vsync', 'vfr'],
}
export type ClipKind = keyof typeof CLIPS

/** Answers the file's path. */
export async function makeClip(ffmpeg: string, kind: ClipKind, directory: string): Promise<string> {
  const file = join(directory, `${kind}.mkv`)
  const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac']
  await run(ffmpeg, ['-v', 'error', ...CLIPS[kind], ...codecs, file])
  return file
}
