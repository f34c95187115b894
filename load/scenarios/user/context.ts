/** What Artillery hands to its users' functions: https://www.artillery.io/docs/reference/engines/http#function-signatures */
export interface UserContext {
  readonly vars: Record<string, unknown>
}

export interface UserRequest {
  url: string
  headers?: Record<string, string>
  json?: unknown
  body?: string | Buffer
}

export interface UserAnswer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

export interface Emitter {
  emit(kind: 'histogram' | 'counter', name: string, value: number): void
}

/** A text that the user was given or read before. */
export function text(context: UserContext, name: string): string {
  const value = context.vars[name]
  if (typeof value !== 'string') throw new Error(`A user of the load has no ${name}.`)
  return value
}
