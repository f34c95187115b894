import { z } from 'zod'
import { targets } from './targets.ts'

const { min, max, utilisationPercent } = targets.provisionedConcurrency

const Min = z.number().int().min(0)
const Max = z.number().int().min(1)
const UtilisationPercent = z.number().min(10).max(90)

const NOT_BELOW = 'must not be below min'
const inOrder = (it: { readonly min: number; readonly max: number }) => it.max >= it.min

export const TimeZone = z.string().refine(isTimezone, 'must be a time zone such as Europe/Madrid')

/**
 * From a moment on, other bounds: they hold until the next entry's, and a burst is over only when an entry says so.
 * Environments take a minute or two to be ready, so the entry is some minutes earlier than the people.
 */
const ScheduledBounds = z
  .strictObject({
    /** https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html */
    at: z
      .string()
      .regex(
        /^(cron\(\S+( \S+){5}\)|at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\))$/,
        'must be cron(minute hour day month weekday year) or at(yyyy-mm-ddThh:mm:ss)',
      ),
    timezone: TimeZone.default('UTC'),
    min: Min,
    max: Max,
  })
  .refine(inOrder, { path: ['max'], message: NOT_BELOW })

/**
 * Of the 200 actions that a target may have, half: the others are for what is known before it comes.
 * https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-quotas.html
 */
const Schedule = z.array(ScheduledBounds).max(100)

/** How many environments of a function are kept warm. */
export interface Capacity {
  /** 0 keeps none, and pays for none. */
  readonly min: number
  readonly max: number
  /** Of what its environments may take: their concurrency or ten calls a second each, whichever is reached first. */
  readonly utilisationPercent: number
  readonly schedule: readonly z.infer<typeof ScheduledBounds>[]
}

/** What one function has in place of what holds for all. */
const Own = z
  .strictObject({
    min: Min.optional(),
    max: Max.optional(),
    utilisationPercent: UtilisationPercent.optional(),
    schedule: Schedule.optional(),
  })
  .prefault({})
type Own = z.infer<typeof Own>

/** Written once for every learner-facing function, and by function where one differs; read by function. */
export const ProvisionedSettings = z
  .strictObject({
    min: Min.default(min),
    max: Max.default(max),
    utilisationPercent: UtilisationPercent.default(utilisationPercent),
    schedule: Schedule.default([]),
    functions: z.strictObject({ catalog: Own, learning: Own }).prefault({}),
  })
  .refine(inOrder, { path: ['max'], message: NOT_BELOW })
  .transform(({ functions, ...shared }, { addIssue }) => {
    const of = (name: keyof typeof functions): Capacity => {
      const capacity = merge(shared, functions[name])
      if (!inOrder(capacity))
        addIssue({ code: 'custom', path: ['functions', name, 'max'], message: NOT_BELOW })
      return capacity
    }
    return { catalog: of('catalog'), learning: of('learning') }
  })

const merge = (shared: Capacity, own: Own): Capacity => ({
  min: own.min ?? shared.min,
  max: own.max ?? shared.max,
  utilisationPercent: own.utilisationPercent ?? shared.utilisationPercent,
  schedule: own.schedule ?? shared.schedule,
})

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== ''
  } catch {
    return false
  }
}
