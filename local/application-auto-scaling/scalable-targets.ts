import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { parseScheduled } from '#contract/capacity/scheduled-times'

const Bounds = z.object({ min: z.number(), max: z.number() })
export type Bounds = z.infer<typeof Bounds>

/** New bounds, or one of them, at the times of a schedule. */
const ScheduledAction = z.object({
  name: z.string(),
  schedule: z.string(),
  timezone: z.string(),
  change: Bounds.partial(),
  createdAt: z.number(),
})
export type ScheduledAction = z.infer<typeof ScheduledAction>

/** As the templates declare it. */
export interface DeclaredTarget {
  readonly resourceId: string
  readonly bounds: Bounds
  readonly actions: readonly ScheduledAction[]
}

const Kept = z.record(
  z.string(),
  z.object({ declared: Bounds, bounds: Bounds, put: z.array(ScheduledAction) }),
)

export interface ScalableTarget {
  bounds: Bounds
  readonly declared: Bounds
  /** By name: the templates’, and those that were put. */
  readonly actions: Map<string, ScheduledAction>
}

export interface ScalableTargets {
  readonly byId: ReadonlyMap<string, ScalableTarget>
  /** Keeps what was changed. */
  save(): void
  /** Does what is due after the last time that it was called, and until then. */
  run(until: Date): void
}

/** Scalable targets over one file: bounds and what was put outlive a restart, unless the templates say other bounds. */
export function openTargets(options: {
  readonly declared: readonly DeclaredTarget[]
  readonly file: string
  readonly since: Date
  /** Has so many environments warm. */
  readonly provision: (resourceId: string, count: number) => void
}): ScalableTargets {
  const { declared, file, provision } = options
  const kept = readKept(file)
  const byId = new Map<string, ScalableTarget>()
  const names = new Map<string, ReadonlySet<string>>()
  for (const { resourceId, bounds, actions } of declared) {
    const before = kept[resourceId]
    const isSame = before?.declared.min === bounds.min && before.declared.max === bounds.max
    const all = [...actions, ...(before?.put ?? [])]
    byId.set(resourceId, {
      declared: bounds,
      bounds: isSame ? before.bounds : bounds,
      actions: new Map(all.map((action) => [action.name, action])),
    })
    names.set(resourceId, new Set(actions.map(({ name }) => name)))
    if (isSame && before.bounds.min !== bounds.min) provision(resourceId, before.bounds.min)
  }
  let done = options.since

  const save = () => {
    const all: z.infer<typeof Kept> = {}
    for (const [resourceId, { declared, bounds, actions }] of byId) {
      const put = [...actions.values()].filter(({ name }) => !names.get(resourceId)?.has(name))
      all[resourceId] = { declared, bounds, put }
    }
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(all, null, 2))
    renameSync(`${file}.new`, file)
  }

  return {
    byId,
    save,
    run(until) {
      // From the moment after the last one on, this one included.
      const [from, end] = [new Date(+done + 1), new Date(+until + 1)]
      done = until
      for (const [resourceId, target] of byId) {
        const due = [...target.actions.values()].flatMap(({ schedule, timezone, change }) =>
          parseScheduled(schedule, timezone)
            .between(from, end)
            .map((at) => ({ at, change })),
        )
        if (due.length === 0) continue
        for (const { change } of due.toSorted((one, other) => +one.at - +other.at))
          target.bounds = withChange(target.bounds, change)
        provision(resourceId, target.bounds.min)
        save()
      }
    },
  }
}

/** A change that leaves the least above the most is not made, as Application Auto Scaling’s activity would fail. */
const withChange = (bounds: Bounds, { min = bounds.min, max = bounds.max }: Partial<Bounds>) =>
  min <= max ? { min, max } : bounds

function readKept(file: string): z.infer<typeof Kept> {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}
