import { routes } from 'virtual:routes'
import type { ErrorBody, ErrorCode } from '#contract/errors'
import type { Response as Answer, BodyInput, Params, QueryInput } from '#contract/route'
import type { routes as declared } from '#contract/routes'
import { currentToken, renewToken, signIn } from '../auth/session.ts'
import { fillPath } from './fill-path.ts'

export { routes }

type Routes = typeof declared
export type RouteId = keyof Routes
type Given<T> = [T] extends [undefined] ? never : T
export interface Input<K extends RouteId> {
  readonly params?: Params<Routes[K]>
  readonly query?: QueryInput<Routes[K]>
  readonly body?: Given<BodyInput<Routes[K]>>
}

/** A call that did not succeed; `message` is a sentence for the person. */
export class ApiError extends Error {
  readonly code: ErrorCode | 'offline'
  readonly issues: readonly { path: string; message: string }[]

  constructor(code: ApiError['code'], message: string, issues: ApiError['issues'] = []) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.issues = issues
  }
}

/**
 * Calls a route of the contract at the same origin. An expired sign-in is renewed once; where that
 * fails the person is sent to sign in and comes back to this page.
 */
export async function call<K extends RouteId>(
  route: { readonly id: K; readonly method: string; readonly path: string },
  input: Input<K> = {},
  options: { readonly keepalive?: boolean; readonly signal?: AbortSignal } = {},
): Promise<Answer<Routes[K]>> {
  const unreachable = (cause: unknown): never => {
    if (options.signal?.aborted) throw cause
    throw new ApiError('offline', 'Lectern cannot be reached. Check your connection and try again.')
  }
  const send = (token: string | undefined) =>
    fetch(`/api${fillPath(route.path, input.params ?? {}, input.query ?? {})}`, {
      method: route.method,
      headers: {
        accept: 'application/json',
        ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      credentials: 'same-origin',
      ...options,
    }).catch(unreachable)

  let answer = await send(await currentToken().catch(unreachable))
  if (answer.status === 401 && !options.keepalive) {
    const token = await renewToken().catch(unreachable)
    if (token) answer = await send(token)
    if (answer.status === 401) {
      await signIn()
      throw new ApiError('unauthenticated', 'Your sign-in has ended. Sign in again to go on.')
    }
  }
  if (!answer.ok) throw await errorOf(answer)
  if (answer.status === 204) return undefined as Answer<Routes[K]>
  return (await answer.json()) as Answer<Routes[K]>
}

async function errorOf(answer: Response): Promise<ApiError> {
  const body: Partial<ErrorBody> = await answer.json().catch(() => ({}))
  if (body.error) return new ApiError(body.error.code, body.error.message, body.error.issues)
  return answer.status === 429
    ? new ApiError('too_many_requests', 'Too many requests at once. Wait a moment and try again.')
    : new ApiError(
        'internal',
        `The server could not answer (${answer.status}). Try again in a moment.`,
      )
}
