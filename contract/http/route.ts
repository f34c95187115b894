import type { z } from 'zod'
import type { CourseRight } from '#contract/people/course-rights'
import type { ErrorCode } from './error-status.ts'

/** The functions that serve routes, pooled by traffic: one Lambda function each. */
export const services = ['catalog', 'learning', 'teaching', 'community', 'administration'] as const
export type Service = (typeof services)[number]

/**
 * Who may call a route at all. `public` needs no token, `user` any signed-in person, `author` and
 * `admin` a site role. The right to *this* course or asset is checked by the domain, not here.
 */
export type Access = 'public' | 'user' | 'author' | 'admin'

type Shape = z.ZodObject<z.ZodRawShape>

/** One declaration of one route; gateway, validation, routing and clients all come from it. */
export interface Route<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  /** The operation's name: a verb and its noun, unique. */
  readonly id: string
  readonly service: Service
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Relative to the API's base, with `{name}` for each of `params`. */
  readonly path: `/${string}`
  readonly summary: string
  readonly access: Access
  /** Of a course's team: what whoever calls must be let do there. Its verb asks for it. */
  readonly right?: CourseRight
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** What a success answers; `undefined` is 204 with no body. */
  readonly response?: R
  /** The success's status. @default 200, or 204 without `response` */
  readonly status?: 200 | 201 | 202 | 204
  /** Beyond 400, 401, 403, 429 and 500, which every route may answer. */
  readonly errors?: readonly ErrorCode[]
  /** The gateway's cache: seconds, within `cacheSeconds.gateway`; keys are all of `params` and `query`. Public routes only. */
  readonly cache?: { readonly seconds: number }
  /** Whether what is asked for may have another address now: 301, with where it is. @default no */
  readonly moves?: true
  /** Repeating the call changes nothing more: a test calls each twice. @default true, except for POST */
  readonly idempotent?: boolean
}

export const isIdempotent = ({
  method,
  idempotent,
}: Pick<Route, 'method' | 'idempotent'>): boolean => idempotent ?? method !== 'POST'

type Shared = Pick<Route, 'service' | 'access'>
/** What stands beside a route's id; what it says itself goes before what its file shares. */
type Declaration = Omit<Route, 'id' | keyof Shared> & Partial<Shared>
type Declared<Id, S, D> = { readonly id: Id } & Omit<S, keyof D> & D

/**
 * Routes by their ids, with what all of them share. Each keeps its declaration's own types, literal for
 * literal, while its shape is checked.
 */
export function defineRoutes<
  const S extends Shared,
  const D extends Readonly<Record<string, Declaration>>,
>(shared: S, declarations: D) {
  const routes = Object.entries(declarations).map(([id, own]) => [id, { id, ...shared, ...own }])
  return Object.fromEntries(routes) as { readonly [Id in keyof D]: Declared<Id, S, D[Id]> }
}

/** The schema that a declaration gives for a part of it; `undefined` where it gives none. */
type SchemaOf<T, Part extends string> =
  T extends Readonly<Record<Part, infer S extends z.ZodType>> ? S : z.ZodUndefined
type OrEmpty<T> = undefined extends T ? Record<never, never> : T

export type Params<T> = OrEmpty<z.infer<SchemaOf<T, 'params'>>>
export type Query<T> = OrEmpty<z.infer<SchemaOf<T, 'query'>>>
export type QueryInput<T> = OrEmpty<z.input<SchemaOf<T, 'query'>>>
export type Body<T> = z.infer<SchemaOf<T, 'body'>>
export type BodyInput<T> = z.input<SchemaOf<T, 'body'>>
export type Response<T> = z.infer<SchemaOf<T, 'response'>>
