import type { z } from 'zod'
import { fillPath } from '#contract/http/fill-path'
import type { Response as Answer, BodyInput, Params, QueryInput, Route } from '#contract/http/route'

type Shape = z.ZodObject<z.ZodRawShape>
type AnyRoute = Route<Shape, Shape, z.ZodType, z.ZodType>
type Parts<T> = {
  params?: Params<T>
  query?: Partial<QueryInput<T>>
  body?: BodyInput<T>
}

/** Calls the routes of the contract at one address, as one person. */
export type ApiClient = <T extends AnyRoute>(route: T, parts?: Parts<T>) => Promise<Answer<T>>

export function createApiClient(options: {
  apiUrl: string
  token: () => Promise<string>
}): ApiClient {
  return async (route, parts = {}) => {
    const path = fillPath(route.path, { ...parts.params }, { ...parts.query })
    const response = await fetch(`${options.apiUrl}${path}`, {
      method: route.method,
      headers: {
        authorization: `Bearer ${await options.token()}`,
        ...(parts.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${route.id} answered ${response.status}: ${text}`)
    return route.response?.parse(JSON.parse(text)) as Answer<typeof route>
  }
}
