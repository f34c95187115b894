import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { commandOf, type Place } from './place.ts'

const FOLDER = join(import.meta.dirname, '../../load/artillery')
const MODULES = join(FOLDER, 'node_modules')

/** Artillery comes with half a gigabyte of others, so it is installed when the first load asks for it. */
export function installArtillery(): void {
  const lockfile = readFileSync(join(FOLDER, 'package-lock.json'), 'utf8')
  const stamp = join(MODULES, '.lectern-lockfile')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfile) return
  console.error('Installing Artillery, once: half a gigabyte, about a minute …')
  // Its browser is for scenarios that drive one, which ours do not.
  const npm = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: FOLDER, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' },
  )
  if (npm.status !== 0)
    throw new Error('Artillery could not be installed; npm says why above. Is the network there?')
  writeFileSync(stamp, lockfile)
}

/**
 * Runs the script of the folder to its end and leaves `report.json` there; where it is stopped before, there is none.
 * @throws Error when Artillery itself fails
 */
export async function runArtillery(
  folder: string,
  place: Place,
  onLine: (line: string) => void,
  stopped?: AbortSignal,
): Promise<void> {
  const child = spawn(process.execPath, [join(MODULES, 'artillery/bin/run'), ...commandOf(place)], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    // Its telemetry is off where this is set at all.
    env: { ...process.env, ARTILLERY_DISABLE_TELEMETRY: 'true' },
  })
  const stop = () => child.kill('SIGINT')
  process.once('SIGINT', stop)
  stopped?.addEventListener('abort', stop)
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    onLine(line)
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  process.off('SIGINT', stop)
  if (stopped?.aborted) return
  if (!existsSync(join(folder, 'report.json')))
    throw new Error(`Artillery ended with ${code} and no report:\n${lines.slice(-20).join('\n')}`)
}
