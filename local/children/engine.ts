import { type ChildProcess, spawn } from 'node:child_process'
import { basename } from 'node:path'

/** A program that the local cloud starts and that must not outlive it. */
export interface Engine {
  readonly child: ChildProcess
  /** The last 2,000 characters that it said, on either stream. */
  said(): string
  /** Hears that it ended though nobody closed it. */
  onDeath(listener: (error: Error) => void): void
  /** Asks it to end, and ends it after two seconds if it does not. */
  close(): Promise<void>
}

/**
 * Runs the program and waits for it and for the end of this shell's input, whichever comes first. The
 * input is a pipe that only the local cloud holds: however that ends, SIGKILL included, the program is
 * asked to end too, and ended two seconds later if it does not.
 */
const WATCH = `
  exec 3<&0
  "$@" </dev/null 3<&- &
  engine=$!
  { cat <&3; kill "$engine"; sleep 2; kill -9 "$engine"; } >/dev/null 2>&1 &
  watch=$!
  exec 3<&- </dev/null
  wait "$engine"
  code=$?
  kill "$watch" 2>/dev/null
  exit "$code"
`

/** A group of its own, so that Ctrl-C reaches the local cloud alone and it ends things in order. */
export function startEngine(command: string, args: readonly string[]): Engine {
  const child = spawn('/bin/sh', ['-c', WATCH, 'engine', command, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000)
    })
  // The shell may be gone before its input is closed.
  child.stdin.on('error', () => undefined)
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))

  let closing = false
  return {
    child,
    said: () => said,
    onDeath(listener) {
      child.once('exit', () => {
        if (closing) return
        const last = said.trim() ? `, and said: ${said.trim()}` : ''
        listener(new Error(`${basename(command)} has ended by itself${last}`))
      })
    },
    async close() {
      closing = true
      if (child.exitCode !== null || child.signalCode !== null) return
      child.stdin.end()
      await exited
    },
  }
}
