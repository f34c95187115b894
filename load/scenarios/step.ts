/** What of an Artillery script is used here: https://www.artillery.io/docs/reference/engines/http */
export interface Call {
  readonly url: string
  /** Under which it is counted: a route's id, or what else is fetched. */
  readonly name: string
  /** Functions of `user/`, by name. */
  readonly beforeRequest?: readonly string[]
  readonly afterResponse?: readonly string[]
  readonly json?: unknown
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

export type ArtilleryStep =
  | { readonly [M in Method]?: Call }
  | { readonly think: number }
  | { readonly function: string }
  | { readonly loop: readonly ArtilleryStep[]; readonly count: number }

export interface ArtilleryScenario {
  readonly name: string
  readonly weight: number
  readonly flow: readonly ArtilleryStep[]
}
