import { EDGE_HEADERS } from '#contract/http/edge-headers'
import type { Headers } from './verb.ts'

/**
 * The host that the browser knows the site by, as the edge's own function tells it.
 * @throws Error where there is none, or what could be more than a host: it goes into signed policies
 */
export const siteHostOf = (headers: Headers): string => {
  const host = headers.get(EDGE_HEADERS.host) ?? ''
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/.test(host))
    throw new Error('The request did not come by the site’s edge, which names its host.')
  return host
}
