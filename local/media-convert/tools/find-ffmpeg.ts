import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface FfmpegTools {
  readonly ffmpeg: string
  readonly ffprobe: string
}

/**
 * The commands to encode and to look with: the system's when they are on the PATH, else those of the
 * npm packages. Throws a sentence that says how to get them when neither runs.
 */
export async function findFfmpeg(): Promise<FfmpegTools> {
  const [ffmpeg, ffprobe] = await Promise.all([
    firstThatRuns('ffmpeg', () => import('@ffmpeg-installer/ffmpeg')),
    firstThatRuns('ffprobe', () => import('@ffprobe-installer/ffprobe')),
  ])
  return { ffmpeg, ffprobe }
}

/** An installer package; importing it throws on a platform that it has no binary for. */
type Installer = () => Promise<{ readonly default: { readonly path: string } }>

async function firstThatRuns(command: string, installer: Installer): Promise<string> {
  if (await runs(command)) return command
  const packaged = await installer().then(
    (installed) => installed.default.path,
    () => null,
  )
  if (packaged !== null && (await runs(packaged))) return packaged
  throw new Error(
    `${command} is missing: it is neither on the PATH nor among the installed npm packages. ` +
      'Install it, on Debian or Ubuntu by "sudo apt-get install ffmpeg", on macOS by "brew install ffmpeg", and start again.',
  )
}

async function runs(command: string): Promise<boolean> {
  return run(command, ['-version'], { timeout: 10_000 }).then(
    () => true,
    () => false,
  )
}
