export interface PageRequest {
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface Page<T> {
  readonly items: T[]
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null
}
