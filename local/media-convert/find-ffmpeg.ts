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
    firstThatRuns('ffmpeg', '@ffmpeg-installer/ffmpeg'),
    firstThatRuns('ffprobe', '@ffprobe-installer/ffprobe'),
  ])
  return { ffmpeg, ffprobe }
}

async function firstThatRuns(command: string, packageName: string): Promise<string> {
  if (await runs(command)) return command
  const packaged = await packagedPath(packageName)
  if (packaged !== null && (await runs(packaged))) return packaged
  throw new Error(
    `${command} is missing: it is neither on the PATH nor in the package ${packageName}. ` +
      'Install it, on Debian or Ubuntu by "sudo apt-get install ffmpeg", on macOS by "brew install ffmpeg", and start again.',
  )
}

async function runs(command: string): Promise<boolean> {
  return run(command, ['-version'], { timeout: 10_000 }).then(
    () => true,
    () => false,
  )
}

/** The installer packages throw on a platform that they have no binary for. */
async function packagedPath(packageName: string): Promise<string | null> {
  const found: unknown = await import(packageName).catch(() => null)
  const exported = property(found, 'default') ?? found
  const path = property(exported, 'path')
  return typeof path === 'string' ? path : null
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? Reflect.get(value, name)
    : undefined
}
