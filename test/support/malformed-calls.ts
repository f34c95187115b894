import type { Route } from '#contract/http/route'

export interface MalformedCall {
  /** Where the issue is to be found: `path.courseId`, `query`, `body`. */
  readonly path: string
  readonly parts: {
    readonly params?: Readonly<Record<string, string>>
    readonly query?: Readonly<Record<string, string>>
    readonly body?: unknown
  }
}

/** For each part of the input that a route declares, a call that is wrong there; from its own schemas. */
export const malformedCalls = (route: Route): MalformedCall[] => [
  ...wrongParams(route),
  ...wrongQuery(route),
  ...wrongBodies(route),
]

/** A mark that no id and no slug has. */
const NO_ID = '!'

const wrongParams = ({ id, params }: Route): MalformedCall[] => {
  if (!params) return []
  const wrong = Object.keys(params.shape).filter((name) =>
    params
      .safeParse({ [name]: NO_ID })
      .error?.issues.some(
        ({ path, code, input }) => path[0] === name && (code !== 'invalid_type' || input === NO_ID),
      ),
  )
  if (wrong.length === 0) throw new Error(`Route ${id} takes whatever stands in its path`)
  return wrong.map((name) => ({ path: `path.${name}`, parts: { params: { [name]: NO_ID } } }))
}

const wrongQuery = ({ id, query }: Route): MalformedCall[] => {
  if (!query) return []
  const names = Object.keys(query.shape)
  const tries = [{}, ...['', '-1', '!'].flatMap((text) => names.map((name) => ({ [name]: text })))]
  const wrong = tries.find((values) => !query.safeParse(values).success)
  if (!wrong) throw new Error(`Route ${id} takes any query`)
  return [{ path: 'query', parts: { query: wrong } }]
}

const wrongBodies = ({ id, body }: Route): MalformedCall[] => {
  if (!body) return []
  if (body.safeParse([]).success) throw new Error(`Route ${id} takes any body`)
  return [
    ...['{', [], undefined].map((sent) => ({ path: 'body', parts: { body: sent } })),
    { path: 'body.text', parts: { body: { text: 'half a character: \ud800' } } },
    { path: 'body.1', parts: { body: { list: ['', '\udc00'] } } },
  ]
}
