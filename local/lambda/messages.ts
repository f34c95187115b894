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
  /** As JSON, as between Lambda and its runtime. */
  readonly event: string
  readonly functionArn: string
  /** When the function's timeout is over, in epoch milliseconds. */
  readonly deadline: number
}

export interface WorkerError {
  readonly name: string
  readonly message: string
  readonly stack: string
}

/** How often the function asked what of AWS's services, by `x-amz-target`. */
export type Calls = Readonly<Record<string, number>>

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly error: WorkerError }
  | { readonly kind: 'result'; readonly result: string; readonly calls: Calls }
  | { readonly kind: 'error'; readonly error: WorkerError; readonly calls: Calls }
