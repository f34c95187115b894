import type { IncomingMessage } from 'node:http'
import type { Dispatcher } from 'undici'
import { decodeKey, type OriginHeaders } from '#local/edge/viewer/viewer-request'
import { answerFromBucket, type EdgeAnswer } from './answers/bucket-response.ts'
import {
  type ContentCache,
  compressionsOf,
  MANAGED_CACHE_POLICIES,
  secondsToKeep,
} from './answers/content-cache.ts'
import { forwardingOf, MANAGED_ORIGIN_REQUEST_POLICIES } from './answers/forwarded.ts'
import { answerFromHttp } from './answers/http-response.ts'
import { keepAnswer, keptAnswer } from './answers/kept-answers.ts'
import { keepError, secondsToKeepError } from './answers/kept-errors.ts'
import { plain } from './answers/own-answers.ts'
import type { Behaviour } from './behaviours.ts'
import type { EdgeOptions } from './edge-options.ts'
import { originGroupsOf, originsOf } from './origins.ts'

/** A request on its way to an origin, as the function at the viewer's side left it. */
export interface Asked {
  readonly behaviour: Behaviour
  readonly uri: string
  /** With its `?`; empty where there is none. */
  readonly search: string
  readonly headers: OriginHeaders
  readonly request: IncomingMessage
}

/** Answers from what is kept, or else asks the origin, or the second of a group where the first failed. */
export function createOrigins(
  options: EdgeOptions & {
    readonly behaviours: readonly Behaviour[]
    readonly cache: ContentCache
    readonly errors: ContentCache
    readonly dispatcher: Dispatcher
  },
) {
  const { distributionConfig, cache, errors, dispatcher } = options
  const origins = new Map(originsOf(distributionConfig).map((origin) => [origin.id, origin]))
  const groups = new Map(originGroupsOf(distributionConfig).map((group) => [group.id, group]))
  const cachePolicies = { ...MANAGED_CACHE_POLICIES, ...options.cachePolicies }
  const requestPolicies = { ...MANAGED_ORIGIN_REQUEST_POLICIES, ...options.originRequestPolicies }
  const rules = new Map(
    options.behaviours.map((behaviour) => {
      const policy = cachePolicies[behaviour.cachePolicyId] ?? {}
      const requestPolicy = requestPolicies[behaviour.originRequestPolicyId] ?? {}
      const forwarding = forwardingOf(policy, requestPolicy)
      return [behaviour, { policy, encodings: compressionsOf(policy), forwarding }]
    }),
  )
  const rulesOf = (behaviour: Behaviour) => {
    const found = rules.get(behaviour)
    if (!found) throw new Error('The behaviour is none of the distribution’s.')
    return found
  }

  return async function answer(asked: Asked): Promise<EdgeAnswer> {
    const { behaviour, request } = asked
    const { policy, forwarding } = rulesOf(behaviour)
    const cacheKey = `${asked.uri}${forwarding.keyQuery(asked.search)}`
    const isKept = request.method === 'GET' || request.method === 'HEAD'
    const before = isKept && errors.get(cacheKey)
    if (before) return { ...before, status: before.status ?? 500, cache: 'Error' }
    const answered = await askGroup(asked, cacheKey)
    const cacheControl = String(answered.headers['cache-control'] ?? '')
    const { status } = answered
    const seconds = secondsToKeepError({ distributionConfig, policy, status, cacheControl })
    return isKept && seconds > 0
      ? keepError({ answer: answered, cache: errors, key: cacheKey, seconds })
      : answered
  }

  /** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorOriginGroups.html */
  async function askGroup(asked: Asked, cacheKey: string): Promise<EdgeAnswer> {
    const group = groups.get(asked.behaviour.originId)
    if (!group) return askOne(asked, asked.behaviour.originId, cacheKey)
    const [first = '', second = ''] = group.members
    const answered = await askOne(asked, first, cacheKey)
    return group.failoverStatuses.includes(answered.status)
      ? askOne(asked, second, cacheKey)
      : answered
  }

  async function askOne(asked: Asked, originId: string, cacheKey: string): Promise<EdgeAnswer> {
    const { behaviour, uri, request } = asked
    const declared = origins.get(originId)
    if (!declared) return plain(502, `The distribution has no origin ${originId}.`)
    const origin = options.origin(declared.domainName)
    const { policy, encodings, forwarding } = rulesOf(behaviour)
    if (origin.kind === 'bucket') {
      const key = decodeKey(`${declared.path}${uri}`)
      if (key === undefined) return plain(400, 'The address is not properly encoded.')
      return answerFromBucket({ origin, key, cacheKey, policy, cache, request })
    }
    const mayKeep = request.method === 'GET' || request.method === 'HEAD'
    // Of the encodings that the policy keeps apart, those that the viewer takes.
    const accepted = String(request.headers['accept-encoding'] ?? '')
    const taken = encodings.filter((each) => accepted.includes(each)).join(',')
    const key = `${cacheKey} ${taken}`
    const kept = mayKeep && keptAnswer(cache, key, request)
    if (kept) return kept
    // Where the policy keeps encodings apart, the edge says by itself what it takes.
    const { 'accept-encoding': own, ...others } = asked.headers
    const sent = encodings.length > 0 ? others : { ...others, 'accept-encoding': own }
    const target = new URL(
      `${new URL(origin.url).origin}${declared.path}${uri}${forwarding.query(asked.search)}`,
    )
    const answered = await answerFromHttp({
      dispatcher,
      origin: target.origin,
      path: `${target.pathname}${target.search}`,
      request,
      headers: {
        ...forwarding.headers(sent),
        ...(taken && { 'accept-encoding': taken }),
        ...declared.headers,
      },
    })
    const seconds = secondsToKeep(policy, String(answered.headers['cache-control'] ?? ''))
    return request.method === 'GET' && answered.status === 200 && seconds > 0
      ? keepAnswer({ answer: answered, cache, key, seconds, request })
      : answered
  }
}
