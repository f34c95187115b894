import { StageSettings, type StageSettingsInput } from '#lib/settings/settings'
import { contradictions } from './contradictions.ts'
import type { QuotaName } from './figures/quotas.ts'
import type { FunctionPlan } from './parts/functions.ts'
import { makePlan, type Plan } from './plan.ts'
import { usersOf } from './profiles.ts'

/** Where the CDK deploys to. */
export const regionOf = (environment: Readonly<Record<string, string | undefined>>): string =>
  environment.CDK_DEFAULT_REGION ?? environment.AWS_REGION ?? 'us-east-1'

/** What of a stage’s settings is planned by; the rest may only hold with the plan’s numbers beside it. */
export const Planned = StageSettings.pick({
  users: true,
  profile: true,
  progress: true,
  timezone: true,
}).strip()

/** The plan for a stage that names its users or its profile; undefined for another, and for what is wrong itself. */
export function planOf(stage: StageSettingsInput, region: string): Plan | undefined {
  const { users, profile, progress } = Planned.safeParse(stage).data ?? {}
  const count = users ?? (profile && usersOf[profile])
  return count === undefined || !progress
    ? undefined
    : makePlan({ users: count, profile, region, heartbeatSeconds: progress.heartbeatSeconds })
}

/**
 * A stage’s settings with the plan’s numbers where the stage says nothing; their schema finds what else is wrong.
 * @throws Error with a sentence for each setting that is below what its users need
 */
export function withPlan(stage: StageSettingsInput, region: string): StageSettingsInput {
  const plan = planOf(stage, region)
  if (!plan) return stage
  const filled = filledBy(plan, stage)
  const { data } = StageSettings.safeParse(filled)
  const wrong = data ? contradictions(data, plan) : []
  if (wrong.length > 0)
    throw new Error(
      `lectern.settings.ts asks for ${plan.input.users.toLocaleString('en')} users and has settings that do not hold them. ${wrong.join(' ')}`,
    )
  return filled
}

/** With files of a minute, what reads them would cost a few hundred people more than all but their video. */
const SELDOM = { collectSeconds: 900 } as const

/** The plan’s numbers, where the stage says nothing. */
export function filledBy(plan: Plan, stage: StageSettingsInput): StageSettingsInput {
  const { gateway, firewall, valkey, table } = plan
  return {
    ...stage,
    provisioned: {
      ...stage.provisioned,
      functions: {
        catalog: capacityOf(plan, stage, 'catalog'),
        learning: capacityOf(plan, stage, 'learning'),
      },
    },
    valkey: stage.valkey ?? valkey.settings,
    table: { warm: table.warm, ...stage.table },
    quotas: { ...raisedQuotas(plan), ...stage.quotas },
    apiWebAcl: stage.apiWebAcl ?? (plan.input.profile === 'small' ? false : undefined),
    planned: stage.planned ?? callsOf(plan),
    reports: { ...(plan.input.profile === 'small' && SELDOM), ...stage.reports },
    alarms: stage.alarms ?? (plan.input.profile === 'small' ? 'few' : undefined),
    api: {
      cacheSizeGb: gateway.cacheSizeGb,
      requestsPerSecond: gateway.requestsPerSecond,
      burst: gateway.burst,
      requestsPerAddress: firewall.requestsPerAddress,
      signedInPerAddress: firewall.signedInPerAddress,
      ...stage.api,
    },
  }
}

/** Those that alarms go by, as they have to be before people come. */
function raisedQuotas({ quotas }: Plan): NonNullable<StageSettingsInput['quotas']> {
  const of = (id: QuotaName) => quotas.find((quota) => quota.id === id)?.raiseTo ?? undefined
  return {
    tableReads: of('tableReads'),
    tableWrites: of('tableWrites'),
    signIns: of('signIns'),
  }
}

const callsOf = ({ functions }: Plan): NonNullable<StageSettingsInput['planned']> => {
  const calls = ({ withBurst }: FunctionPlan) => Math.round(withBurst.callsPerSecond * 10) / 10
  return {
    ...{ catalog: calls(functions.catalog), learning: calls(functions.learning) },
    ...{ teaching: calls(functions.teaching), community: calls(functions.community) },
    administration: calls(functions.administration),
  }
}

type Own = NonNullable<
  NonNullable<NonNullable<StageSettingsInput['provisioned']>['functions']>['catalog']
>

/** Whoever says a floor has no day of the plan’s, whose hours would take it back; a ceiling is that of every hour. */
function capacityOf(plan: Plan, stage: StageSettingsInput, name: 'catalog' | 'learning'): Own {
  const { functions = {}, ...shared } = stage.provisioned ?? {}
  const said: Own = { ...known(shared), ...known(functions[name] ?? {}) }
  const planned = plan.functions[name].provisioned
  if (!planned) return { min: 0, ...said }
  const { timezone } = Planned.parse(stage)
  const max = said.max ?? Math.max(planned.max, said.min ?? 0)
  const upTo = (floor: number) => Math.min(floor, max)
  return {
    min: upTo(planned.min),
    max,
    utilisationPercent: planned.utilisationPercent,
    schedule:
      said.min === undefined
        ? planned.schedule.map(({ at, min }) => ({ at, timezone, min: upTo(min), max }))
        : [],
    ...said,
  }
}

const known = <T extends object>(all: T): Partial<T> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<T>
