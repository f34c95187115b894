import type { StageSettings } from '#lib/settings/settings'
import { type Prices, tiered } from '#load/prices/prices'
import { type CostLine, figure } from './line.ts'
import { HOURS, type Month } from './month.ts'

/** The web ACL has the secret, two rates and AWS’s common rules. */
const RULES = 4

export function apiLines(
  month: Month,
  { api, apiWebAcl, edgeWebAcl }: StageSettings,
  prices: Prices,
): CostLine[] {
  const { gateway, firewall } = prices
  const { millionCalls, millionHeartbeats } = month
  const all = tiered(millionCalls, gateway.million)
  const beats = millionCalls > 0 ? (all * millionHeartbeats) / millionCalls : 0
  const cacheHour = api.cacheSizeGb === null ? 0 : (gateway.cacheHour[api.cacheSizeGb] ?? 0)
  const acls = Number(apiWebAcl) + Number(edgeWebAcl)
  const looks = (apiWebAcl ? millionCalls : 0) + (edgeWebAcl ? month.edgeMillionRequests : 0)
  return [
    {
      group: 'API',
      what: 'Heartbeats, through the gateway',
      usd: beats,
      how: `${figure(millionHeartbeats)} of ${figure(millionCalls)} M calls`,
    },
    {
      group: 'API',
      what: 'All other calls, through the gateway',
      usd: all - beats,
      how: `${figure(millionCalls - millionHeartbeats)} M calls`,
    },
    {
      group: 'API',
      what: 'Gateway cache',
      usd: cacheHour * HOURS,
      how: api.cacheSizeGb === null ? 'none' : `${api.cacheSizeGb} GB at $${cacheHour} an hour`,
      isFixed: true,
    },
    {
      group: 'API',
      what: 'Firewall, its rules',
      usd: acls * (firewall.acl + RULES * firewall.rule),
      how: acls > 0 ? `${acls} of $${firewall.acl} with ${RULES} rules` : 'none',
      isFixed: true,
    },
    {
      group: 'API',
      what: 'Firewall, what it looks at',
      usd: looks * firewall.millionRequests,
      how: `${figure(looks)} M requests`,
    },
  ]
}
