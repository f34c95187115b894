import { StageSettings, type StageSettingsInput } from '#lib/settings/settings'
import type { TrafficModel } from '#load/model/model'
import { makePlan, type Plan } from '#load/plan/plan'
import { filledBy } from '#load/plan/with-plan'
import type { Prices } from '#load/prices/prices'
import { type Bill, billOf } from './bill.ts'

export interface Saving {
  readonly what: string
  /** A month; below nothing it costs more. */
  readonly usd: number
  readonly price: string
}

/** What each setting, and each decision, would save in a month, by making the plan and its bill anew. */
export function savingsOf(
  plan: Plan,
  stage: StageSettingsInput,
  bill: Bill,
  prices: Prices,
): Saving[] {
  const totalOf = (changed: Plan, its: StageSettingsInput) =>
    billOf(changed, StageSettings.parse(filledBy(changed, its)), prices).totalUsd
  const saved = (usd: number) => bill.totalUsd - usd
  const withVideo = (video: Partial<TrafficModel['video']>) =>
    makePlan(plan.input, { ...plan.model, video: { ...plan.model.video, ...video } })
  const { rungs } = plan.model.video
  const kept = bill.lines.find(({ what }) => what === 'Environments kept warm')?.usd ?? 0
  const runs = bill.lines.find(({ what }) => what === 'Time in which they run')?.usd ?? 0
  const signIn = bill.lines.find(({ what }) => what === 'Sign-in')?.usd ?? 0
  const slow = 50
  const all: Saving[] = [
    {
      what: `progress.heartbeatSeconds: ${slow}`,
      usd: saved(
        totalOf(makePlan({ ...plan.input, heartbeatSeconds: slow }), {
          ...stage,
          progress: { heartbeatSeconds: slow },
        }),
      ),
      price: `a browser that crashes forgets up to ${slow} seconds of progress`,
    },
    {
      what: 'No rung above 720p',
      usd: saved(totalOf(withVideo({ rungs: upTo720(rungs) }), stage)),
      price: 'letters on slides are less sharp; not a setting yet',
    },
    {
      what: 'Segments of four seconds',
      usd: saved(totalOf(withVideo({ segmentSeconds: 4 }), stage)),
      price: 'a slower start on a slow line (ADR 5); not a setting yet',
    },
    {
      what: "api.cacheSizeGb: null, without the gateway's cache",
      usd: saved(totalOf(plan, { ...stage, api: { ...stage.api, cacheSizeGb: null } })),
      price: 'the catalogue runs a function for each visit',
    },
    {
      what: "valkey: { form: 'none' }",
      usd: saved(totalOf(plan, { ...stage, valkey: { form: 'none' } })),
      price: 'each call asks the table, and is slower by a few milliseconds',
    },
    {
      what: 'provisioned: { min: 0 }',
      usd: saved(totalOf(plan, { ...stage, provisioned: { ...stage.provisioned, min: 0 } })),
      price: 'a burst begins with starts of about half a second',
    },
    {
      what: 'logRetentionDays: 14',
      usd: saved(totalOf(plan, { ...stage, logRetentionDays: 14 })),
      price: 'what happened a month ago is not known any more',
    },
    {
      what: 'reports.collectSeconds: 900',
      usd: saved(totalOf(plan, { ...stage, reports: { ...stage.reports, collectSeconds: 900 } })),
      price: 'today’s numbers in reports are up to twenty minutes old, not five',
    },
    {
      what: 'Cognito’s plan Lite in place of Essentials',
      usd: signIn * (1 - prices.people.monthActive.lite / prices.people.monthActive.essentials),
      price: 'no passkeys, and the older hosted pages; not a setting yet',
    },
    ...flatRate(bill),
    {
      what: 'A Compute Savings Plan of a year',
      usd: (kept + runs) * prices.lambda.savingsPlan,
      price: 'a year’s promise to AWS, for Lambda and what else computes',
    },
  ]
  return all.toSorted((one, other) => other.usd - one.usd)
}

/** The cheapest of CloudFront's flat rates that holds the traffic, where one does. */
function flatRate({ edge }: Bill): Saving[] {
  const enough = edge.flat.find(({ isEnough }) => isEnough)
  return enough
    ? [
        {
          what: `CloudFront's flat rate ${enough.name}`,
          usd: edge.asYouGoUsd - enough.usd,
          price: 'a distribution that the rate admits, and slower answers past what it includes',
        },
      ]
    : []
}

/** Who has 1080p has 720p then. */
function upTo720(rungs: TrafficModel['video']['rungs']): TrafficModel['video']['rungs'] {
  const { '1080p': highest, '720p': next, ...lower } = rungs
  if (!highest || !next) return rungs
  return { ...lower, '720p': { ...next, share: next.share + highest.share } }
}
