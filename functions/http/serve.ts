import type { Logger } from '@aws-lambda-powertools/logger'
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { Metrics } from '@aws-lambda-powertools/metrics'
import middy from '@middy/core'
import httpRouterHandler, { type Method } from '@middy/http-router'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import type { Route, Service } from '#contract/http/route'
import type { routes } from '#contract/routes'
import { say } from '#contract/say'
import { DomainError } from '#core/platform/errors'
import { counted } from './counted.ts'
import { errorMapper } from './error-mapper.ts'
import { requestLog } from './request-log.ts'
import { type AnyVerb, BY_LAMBDAS_CLOCK, serveRoute } from './serve-route.ts'
import type { Verb } from './verb.ts'
import type { CallCounter } from './within-rate.ts'

type Routes = typeof routes
type RoutesOf<S extends Service> = {
  readonly [K in keyof Routes as Routes[K] extends { service: S } ? K : never]: Routes[K]
}

export interface Served<S extends Service> {
  readonly service: S
  readonly logger: Logger
  readonly metricsNamespace: string
  /** Counts whoever is signed in. @default nobody is counted */
  readonly personRate?: CallCounter
  /** All routes of the service, and of no other: a function makes no schema that it does not use. */
  readonly routes: RoutesOf<S>
  readonly verbs: { readonly [K in keyof RoutesOf<S>]: Verb<RoutesOf<S>[K]> }
}

/**
 * A Lambda handler for all routes of a service. What stands first sees a request first, and its end last: the
 * error mapper makes an answer of whatever the router throws, then what it counted is published. Lambda itself
 * traces each call (docs/adr/0012-traces-by-lambda.md).
 */
export const serve = <S extends Service>(served: Served<S>) => {
  const { logger, metricsNamespace: namespace } = served
  const metrics = new Metrics({ namespace })
  // Its own default is the service's name, which would make each code a metric a service.
  metrics.clearDefaultDimensions()
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>(BY_LAMBDAS_CLOCK)
    .use(injectLambdaContext(logger))
    .use(requestLog(logger))
    .use(counted(metrics))
    .use(errorMapper(logger, metrics))
    .handler(router(served))
}

const router = <S extends Service>({ routes, verbs, personRate }: Served<S>) => {
  // Each fits its route by the types above, which a record of all cannot say.
  const verbOf = new Map(Object.entries(verbs as Readonly<Record<string, AnyVerb>>))
  return httpRouterHandler({
    routes: Object.values<Route>(routes).map((route) => {
      const verb = verbOf.get(route.id)
      if (!verb) throw new Error(`Route ${route.id} has no verb`)
      const method: Method = route.method
      return { method, path: route.path, handler: serveRoute(route, verb, personRate) }
    }),
    notFoundResponse: () => {
      throw new DomainError('not_found', say('no_such_address'))
    },
  })
}
