import type { Json } from '#local/assembly/json'

export interface WorkerSettings {
  readonly functionName: string
  /** The bundle's entry file. */
  readonly file: string
  /** The folders of its layers, in their order. */
  readonly layers: readonly string[]
  /** The exported name. */
  readonly handler: string
  readonly memoryMegabytes: number
}

export interface ToWorker {
  readonly event: unknown
  readonly functionArn: string
  /** When the function's timeout is over, in epoch milliseconds. */
  readonly deadline: number
}

export interface WorkerError {
  readonly name: string
  readonly message: string
  readonly stack: string
}

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly error: WorkerError }
  | { readonly kind: 'result'; readonly result: Json }
  | { readonly kind: 'error'; readonly error: WorkerError }
