import { readFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'

export interface Wanted {
  /** As wide as it is made, where it is that wide. From the smallest. */
  readonly widths: readonly number[]
  /** Of all frames together. */
  readonly megapixels: number
}
/** What a thread is given. */
export interface Given extends Wanted {
  readonly bytes: Uint8Array
  readonly code: WebAssembly.Module
}
export type Made =
  | {
      readonly width: number
      readonly height: number
      readonly sizes: readonly {
        readonly width: number
        readonly format: 'webp' | 'jpg'
        readonly bytes: Uint8Array
      }[]
    }
  | { readonly megapixels: number }
  | { readonly unreadable: string }

/** A picture of the most pixels takes a part of it. */
const MOST_MS = 60_000

/**
 * Makes pictures anew, each in a thread of its own: what hostile bytes do to it ends with it, at the latest after a minute.
 * One that ended its thread would do so again, and so is unreadable.
 */
export const createImageMaker = (
  wasm: URL | string = new URL('./magick.wasm', import.meta.url),
): ((bytes: Uint8Array, wanted: Wanted) => Promise<Made>) => {
  let compiling: Promise<WebAssembly.Module> | undefined
  const compile = async () => WebAssembly.compile(await readFile(wasm))
  return async (bytes, wanted) => {
    compiling ??= compile()
    return inThread({ ...wanted, bytes, code: await compiling })
  }
}

/** Beside this file, be it built or not. */
const WORKER = new URL(import.meta.url.replace('image-maker', 'image-worker'))

const inThread = (given: Given): Promise<Made> =>
  new Promise((resolve) => {
    const thread = new Worker(WORKER, { workerData: given, env: {} })
    const end = (made: Made) => {
      clearTimeout(timer)
      resolve(made)
      void thread.terminate()
    }
    const timer = setTimeout(() => end({ unreadable: 'It took too long' }), MOST_MS)
    thread.once('message', end)
    thread.once('error', (error) => end({ unreadable: String(error) }))
    thread.once('exit', () => end({ unreadable: 'Its thread ended' }))
  })
