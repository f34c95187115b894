import type { Plan } from '#load/plan/plan'
import { flatPlans } from '#load/prices/edge-prices'
import { type Prices, tiered } from '#load/prices/prices'
import { type CostLine, figure } from './line.ts'
import type { Month } from './month.ts'

export function edgeLines(month: Month, { edge }: Prices): CostLine[] {
  const gb = Math.max(0, month.edgeGb - edge.freeGb)
  const requests = Math.max(0, month.edgeMillionRequests - edge.freeMillionRequests)
  const functions = Math.max(0, month.edgeMillionRequests - edge.freeMillionFunctions)
  return [
    {
      group: 'Edge',
      what: 'Data to viewers, nearly all of it video',
      usd: tiered(gb, edge.gb),
      how: `${figure(month.edgeGb / 1_000)} TB, of which ${edge.freeGb / 1_000} is free; ${figure(month.watchedHours)} hours watched`,
    },
    {
      group: 'Edge',
      what: 'Requests, nearly all of them segments',
      usd: requests * edge.millionRequests,
      how: `${figure(month.edgeMillionRequests)} M, of which ${edge.freeMillionRequests} are free`,
    },
    {
      group: 'Edge',
      what: 'Functions of the edge',
      usd: functions * edge.millionFunctions,
      how: `${figure(month.edgeMillionRequests)} M runs, of which ${edge.freeMillionFunctions} are free`,
    },
  ]
}

export interface FlatChoice {
  readonly name: string
  readonly usd: number
  /** What is used of its requests and of its data, as shares. */
  readonly requests: number
  readonly data: number
  readonly isEnough: boolean
}

export interface EdgeChoice {
  readonly asYouGoUsd: number
  readonly flat: readonly FlatChoice[]
  readonly sentence: string
}

/** Which of CloudFront’s ways to pay is cheaper for this traffic, and what the other would take. */
export function compareEdge(plan: Plan, month: Month, prices: Prices): EdgeChoice {
  const asYouGoUsd = edgeLines(month, prices).reduce((sum, { usd }) => sum + usd, 0)
  const flat = flatPlans.map(({ name, usd, millionRequests, tb }) => {
    const requests = month.edgeMillionRequests / millionRequests
    const data = month.edgeGb / 1_000 / tb
    return { name, usd, requests, data, isEnough: requests <= 1 && data <= 1 }
  })
  const cheapest = flat.find(({ isEnough }) => isEnough)
  const largest = flat.at(-1)
  const longer = longerSegments(plan, month, Math.min(asYouGoUsd, cheapest?.usd ?? asYouGoUsd))
  if (cheapest)
    return {
      asYouGoUsd,
      flat,
      sentence:
        cheapest.usd < asYouGoUsd
          ? `The flat-rate plan ${cheapest.name} is cheaper: $${figure(cheapest.usd)} for what costs $${figure(asYouGoUsd)} as you go. What it takes: docs/sizing.md#cloudfronts-flat-rates.${longer}`
          : `Paying as you go is cheaper: the traffic costs $${figure(asYouGoUsd)}, and the smallest flat-rate plan that holds it is ${cheapest.name} at $${figure(cheapest.usd)}.${longer}`,
    }
  const over = Math.max(largest?.requests ?? 0, largest?.data ?? 0)
  const users = Math.floor(plan.input.users / over / 100) * 100
  return {
    asYouGoUsd,
    flat,
    sentence: `No flat-rate plan holds this traffic: it is ${figure(over)} times what ${largest?.name} ($${figure(largest?.usd ?? 0)}) includes, which ends at about ${figure(users)} users at once. Longer segments and fewer rungs move that end; above it CloudFront is paid as you go, or by agreement with AWS.${longer}`,
  }
}

/** Longer ones make a video start later and change its quality later (ADR 5). */
const LONGEST_SEGMENT = 10

/** Flat rates end at their requests long before their data: with which segments a cheaper one would hold the traffic. */
function longerSegments({ edge, model }: Plan, month: Month, belowUsd: number): string {
  const { segmentSeconds } = model.video
  const segments = (edge.files.segment * month.hours * 3_600) / 1e6
  const others = month.edgeMillionRequests - segments
  for (const { name, usd, millionRequests, tb } of flatPlans) {
    const seconds = Math.ceil((segments * segmentSeconds) / (millionRequests - others))
    const holds = millionRequests > others && seconds <= LONGEST_SEGMENT
    if (holds && seconds > segmentSeconds && month.edgeGb / 1_000 <= tb && usd < belowUsd)
      return ` With segments of ${seconds} seconds in place of ${segmentSeconds}, which is no setting (ADR 5), ${name} at $${figure(usd)} would hold it.`
  }
  return ''
}
