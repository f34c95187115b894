import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs'
import { join } from 'node:path'

export interface Logs {
  /** Adds a line to a part's own file. */
  write(part: string, line: string): void
  close(): Promise<void>
}

/** A file for each function and part, below the data directory: `logs/<part>.log`. */
export function openLogs(directory: string): Logs {
  mkdirSync(directory, { recursive: true })
  const files = new Map<string, WriteStream>()
  let closed = false
  return {
    write(part, line) {
      if (closed) return
      let file = files.get(part)
      if (!file) {
        file = createWriteStream(join(directory, `${part}.log`), { flags: 'a' })
        files.set(part, file)
      }
      file.write(`${line}\n`)
    },
    async close() {
      closed = true
      await Promise.all(
        [...files.values()].map((file) => new Promise((resolve) => file.end(resolve))),
      )
    },
  }
}
