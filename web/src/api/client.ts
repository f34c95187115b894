import { routes } from 'virtual:routes'
import { fillPath } from '#contract/http/fill-path'
import type { Response as Answer, BodyInput, Params, QueryInput } from '#contract/http/route'
import type { routes as declared } from '#contract/routes'
import { takeEarly } from '#web/early/early-answer.ts'
import { currentToken, isLeftBehind, renewToken, signIn } from '#web/people/session.ts'
import { ApiError, readError } from './api-error.ts'
import { words } from './words/en.ts'

export { ApiError, routes }

type Routes = typeof declared
export type RouteId = keyof Routes
type Given<T> = [T] extends [undefined] ? never : T
export interface Input<K extends RouteId> {
  readonly params?: Params<Routes[K]>
  readonly query?: QueryInput<Routes[K]>
  readonly body?: Given<BodyInput<Routes[K]>>
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
    throw new ApiError('offline', words.offline)
  }
  const address = `/api${fillPath(route.path, input.params ?? {}, input.query ?? {})}`
  const send = (token: string | undefined) =>
    fetch(address, {
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

  const ask = async (tokenOf: () => Promise<string | undefined>) => {
    const token = await tokenOf().catch(unreachable)
    if (isLeftBehind()) throw new ApiError('unauthenticated', words.leftBehind)
    return { token, send: () => send(token) }
  }

  const first = await ask(currentToken)
  const early = input.body === undefined && takeEarly(route.method, address, first.token)
  let answer = await (early ? early.catch(first.send) : first.send())
  if (answer.status === 401 && !options.keepalive) {
    const renewed = await ask(renewToken)
    if (renewed.token) answer = await renewed.send()
    if (answer.status === 401) {
      await signIn()
      throw new ApiError('unauthenticated', words.byCode.unauthenticated)
    }
  }
  if (!answer.ok) throw await readError(answer)
  if (answer.status === 204) return undefined as Answer<Routes[K]>
  return (await answer.json().catch(notOurs)) as Answer<Routes[K]>
}

/** A success that is no JSON was made on the way here, as by a network that wants its own sign-in first. */
const notOurs = (): never => {
  throw new ApiError('internal', words.notOurs)
}
