import { execFile } from 'node:child_process'
import { readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { FfmpegTools } from '#local/media-convert/tools/find-ffmpeg'

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

type Make = (name: string, args: readonly string[]) => Promise<string>

const rate = (framesPerSecond: string, size = '426x240') => [
  ...['-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=${framesPerSecond}:duration=2`],
]

function oddClips(make: Make) {
  return {
    portrait: () => make('portrait.mp4', [...rate('30', '240x426'), ...tone(2), ...h264]),
    square: () => make('square.mp4', [...rate('25', '240x240'), ...h264]),
    /** A 4:3 raster that is shown at 16:9. */
    anamorphic: () =>
      make('anamorphic.mp4', [...rate('25', '352x288'), ...h264, '-aspect', '16:9']),
    camera: () => make('camera.ts', [...rate('25', '320x240'), ...h264, '-aspect', '16:9']),
    film: () => make('film.mp4', [...rate('24000/1001'), ...tone(2), ...h264]),
    fast: () => make('fast.mp4', [...rate('60'), ...h264]),
    fastest: () => make('fastest.mp4', [...rate('120', '320x180'), ...h264]),
    /** A second at 30 frames, then one at 10: as screen recorders save what does not move. */
    variable: () => {
      const times = 'setpts=if(lt(N\\,30)\\,N/30\\,1+(N-30)/10)/TB'
      const args = ['-f', 'lavfi', '-i', 'testsrc2=size=426x240:rate=30:duration=1.334']
      return make('variable.mp4', [...args, '-vf', times, '-vsync', 'vfr', ...h264])
    },
    languages: () => {
      const sounds = [440, 660, 880].flatMap((hertz) => [
        ...['-f', 'lavfi', '-i', `sine=frequency=${hertz}:duration=2`],
      ])
      const codes = ['eng', 'ger', 'und'].flatMap((code, track) => [
        ...[`-metadata:s:a:${track}`, `language=${code}`],
      ])
      const maps = [0, 1, 2, 3].flatMap((input) => ['-map', `${input}`])
      return make('languages.mkv', [...rate('30'), ...sounds, ...maps, ...h264, ...codes])
    },
    /** What a telephone records: HEVC with ten bits, HDR by PQ, in QuickTime. */
    telephone: () => {
      const colours = 'colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:log-level=error'
      const hevc = ['-c:v', 'libx265', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p10le']
      const tags = ['-tag:v', 'hvc1', '-x265-params', colours]
      return make('telephone.mov', [...rate('30'), ...tone(2), ...hevc, ...tags])
    },
    tenBits: () => {
      const high10 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv422p10le']
      return make('ten-bits.mp4', [...rate('30'), ...high10])
    },
    web: () => {
      const sound = ['-f', 'lavfi', '-i', 'sine=duration=2', '-c:a', 'libvorbis']
      const vp8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '500k']
      return make('web.webm', [...rate('30'), ...sound, ...vp8])
    },
    /** As a browser's recorder writes it: to a pipe, which cannot go back to its header. */
    recorded: () => {
      const sound = ['-f', 'lavfi', '-i', 'sine=duration=2', '-c:a', 'libopus']
      const vp8 = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '500k']
      return make('recorded.webm', [...rate('30'), ...sound, ...vp8, '-f', 'webm', '-live', '1'])
    },
    /** Two seconds of a picture, and three of sound that start as it ends. */
    lateSound: () => {
      const sound = ['-itsoffset', '2', '-f', 'lavfi', '-i', 'sine=duration=3', '-c:a', 'aac']
      return make('late-sound.mp4', [...rate('30'), ...sound, ...h264])
    },
    /** DTS is what MediaConvert's probe calls UNKNOWN. */
    unknownSound: () => {
      const sounds = ['-f', 'lavfi', '-i', 'sine=frequency=880:duration=2']
      const both = [
        '-map',
        '0',
        '-map',
        '1',
        '-map',
        '1',
        '-c:a:0',
        'dca',
        '-strict',
        '-2',
        '-ar',
        '48000',
      ]
      const english = ['-c:a:1', 'aac', '-metadata:s:a:1', 'language=eng']
      return make('unknown-sound.mkv', [...rate('30'), ...sounds, ...both, ...english, ...h264])
    },
    async turned() {
      const upright = await make('upright.mp4', [...rate('30'), ...h264])
      return make('turned.mp4', ['-i', upright, '-c', 'copy', '-metadata:s:v:0', 'rotate=90'])
    },
    /** Not in a transport stream, which the npm package's ffprobe falls over. */
    interlaced: () => {
      const fields = ['-vf', 'tinterlace=interleave_top', '-flags', '+ilme+ildct']
      const mpeg2 = ['-c:v', 'mpeg2video', '-b:v', '2M', '-r', '25']
      return make('interlaced.mkv', [...rate('50', '352x288'), ...fields, ...mpeg2])
    },
  }
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
    /** White after a first second of black. */
    opensBlack: () => {
      const white = ['-f', 'lavfi', '-i', 'color=white:size=320x180:rate=10:duration=12']
      const black = ['-vf', 'drawbox=color=black:thickness=fill:enable=lt(t\\,1)']
      return make('opens-black.mp4', [...white, ...black, ...h264])
    },
    silent: () => make('silent.mkv', [...picture('320x240', 2), ...h264]),
    /** Everything that cameras, phones, editors and screen recorders hand in, each two seconds long. */
    ...oddClips(make),
    soundAlone: () => make('sound.m4a', tone(2)),
    /** As shops sell videos: Common Encryption, whose sizes and durations can be read without the key. */
    protectedByDrm: () => {
      const key = [
        '-encryption_key',
        '0123456789abcdef'.repeat(2),
        '-encryption_kid',
        'a'.repeat(32),
      ]
      const scheme = ['-encryption_scheme', 'cenc-aes-ctr', ...key]
      return make('protected.mp4', [...picture('320x240', 2), ...tone(2), ...h264, ...scheme])
    },
    async text() {
      const file = join(directory, 'text.mp4')
      await writeFile(file, 'These are the notes of the first lecture.\n'.repeat(50))
      return file
    },
    /** The index is at the end of an MP4, and lost with it. */
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
    async matroskaCut() {
      const file = await make('cut.mkv', [...picture('320x240', 6), ...h264, '-g', '30'])
      return keep(file, 1 / 3)
    },
    /** Its header says how long it is, but not how many bytes it has. */
    async unsizedCut() {
      const args = [...picture('320x240', 6), ...h264, '-g', '30']
      const bytes = await readFile(await make('unsized.mkv', args))
      bytes.fill(0xff, bytes.indexOf('18538067', 'hex') + 5, bytes.indexOf('18538067', 'hex') + 12)
      const file = join(directory, 'unsized-cut.mkv')
      await writeFile(file, bytes.subarray(0, bytes.length / 3))
      return file
    },
  }
}
