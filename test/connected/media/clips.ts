import { execFile } from 'node:child_process'
import { stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { FfmpegTools } from '#local/media-convert/find-ffmpeg'

const run = promisify(execFile)

const picture = (size: string, seconds: number) => [
  ...['-f', 'lavfi', '-i', `testsrc=size=${size}:rate=30:duration=${seconds}`],
]
const tone = (seconds: number) => [
  ...['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`, '-c:a', 'aac'],
]
const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']

async function keep(file: string, share: number) {
  await truncate(file, Math.floor((await stat(file)).size * share))
  return file
}

/** Makes what people upload, good and bad, in a directory; each answers the file's path. */
export function clipMaker(tools: FfmpegTools, directory: string) {
  const make = async (name: string, args: readonly string[]) => {
    const file = join(directory, name)
    await run(tools.ffmpeg, ['-v', 'error', '-y', ...args, file], { timeout: 60_000 })
    return file
  }
  return {
    lecture: (size = '640x360', seconds = 4) =>
      make('lecture.mp4', [...picture(size, seconds), ...tone(seconds), ...h264]),
    silent: () => make('silent.mkv', [...picture('320x240', 2), ...h264]),
    soundAlone: () => make('sound.m4a', tone(2)),
    async text() {
      const file = join(directory, 'text.mp4')
      await writeFile(file, 'These are the notes of the first lecture.\n'.repeat(50))
      return file
    },
    /** The index is at the end of an MP4, so that losing the end makes it unreadable. */
    async withoutEnd() {
      const file = await make('cut.mp4', [...picture('320x240', 4), ...h264])
      return keep(file, 1 / 2)
    },
    /** The index is in front and whole; the pictures that it lists are not there. */
    async withoutPictures() {
      const args = [...picture('320x240', 4), ...h264, '-movflags', '+faststart']
      const file = await make('faststart.mp4', args)
      return keep(file, 1 / 2)
    },
    /** Matroska has no index that would tell. */
    async matroskaCut() {
      const file = await make('cut.mkv', [...picture('320x240', 6), ...h264, '-g', '30'])
      return keep(file, 1 / 3)
    },
  }
}
