import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts a thread of TypeScript files whose types this thread has taken away: one that strips its own loads Node's
 * compiler for it, which takes 11 MB and as long as the rest of its start.
 */
export function startStripped(options: {
  readonly entry: URL
  /** What it imports, by itself or through others, and is not JavaScript. */
  readonly imports: readonly URL[]
  readonly worker: WorkerOptions
}): Worker {
  const { entry, imports, worker } = options
  const made = codes.get(entry.href) ?? codeOf(entry, imports)
  codes.set(entry.href, made)
  return new Worker(made, worker)
}

/** By the entry's address. */
const codes = new Map<string, URL>()

function codeOf(entry: URL, imports: readonly URL[]): URL {
  const sources = Object.fromEntries(
    [entry, ...imports].map((file) => [
      file.href,
      stripTypeScriptTypes(readFileSync(file, 'utf8')),
    ]),
  )
  const code = `import { registerHooks } from 'node:module'
const sources = ${JSON.stringify(sources)}
registerHooks({
  load(url, context, next) {
    const source = sources[url]
    return source === undefined ? next(url, context) : { format: 'module', source, shortCircuit: true }
  },
})
await import(${JSON.stringify(entry.href)})`
  return new URL(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)
}
