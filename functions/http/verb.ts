import type { APIGatewayProxyEvent } from 'aws-lambda'
import type { Body, Params, Query, Response } from '#contract/http/route'
import type { Caller } from './caller.ts'

export interface Call<R> {
  /** Who calls; on a public route it is nobody. */
  readonly actor: R extends { access: 'public' } ? null : Caller
  readonly params: Params<R>
  readonly query: Query<R>
  readonly body: Body<R>
  readonly headers: Headers
}

/** A call on its way to its verb: each middleware of its route adds what it finds. */
export interface Arrival {
  readonly event: APIGatewayProxyEvent
  actor: Caller | null
  params: unknown
  query: unknown
  body: unknown
}

/** Asked by names in lower case. */
export type Headers = Pick<ReadonlyMap<string, string>, 'get'>

/** Answers its route's body, where the route has one. */
export type Verb<R> =
  Response<R> extends undefined
    ? (call: Call<R>) => Promise<void>
    : (
        call: Call<R>,
      ) => Promise<
        Response<R> | WithCookies<Response<R>> | (R extends { moves: true } ? Moved : never)
      >

/** The verbs of one file of routes. */
export type VerbsOf<Declared> = { readonly [K in keyof Declared]: Verb<Declared[K]> }

/** A body that goes out with cookies to set. */
export class WithCookies<T> {
  readonly body: T
  readonly cookies: readonly string[]

  constructor(body: T, cookies: readonly string[]) {
    this.body = body
    this.cookies = cookies
  }
}

/** In the place of a body: where it is now, as seen from the address that was asked. */
export class Moved {
  readonly location: string

  constructor(location: string) {
    this.location = location
  }
}
