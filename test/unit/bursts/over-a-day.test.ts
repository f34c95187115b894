import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import type { WarmTarget } from '#contract/capacity/warm-target'
import { type KnownBurst, needsOf } from '#core/bursts/needs-of'
import { PREFIX } from '#core/bursts/plan-warmth'
import type { WarmTargets } from '#core/bursts/ports'
import { settledBoundsOf } from '#core/bursts/settled-bounds'
import { warmForBursts } from '#core/bursts/warm-for-bursts'
import { openTargets } from '#local/application-auto-scaling/scalable-targets'

const folder = mkdtempSync(join(tmpdir(), 'lectern-bursts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const START = Date.parse('2026-11-28T05:53:00Z')
const MINUTE = 60_000
const HOURS = 8
const minutes = (count: number) => new Date(START + count * MINUTE)

const MEMBERS: Readonly<Record<string, number>> = {
  crs_few: 50,
  crs_many: 2_000,
  crs_more: 5_000,
  crs_most: 9_000,
}

/** A course’s burst that is known from a minute on, and perhaps no more from another on. */
interface Known {
  readonly burst: KnownBurst
  readonly from: number
  readonly until: number
}

const Known = fc
  .record({
    quarter: fc.integer({ min: 0, max: 4 * (HOURS - 2) }),
    courseId: fc.constantFrom(...Object.keys(MEMBERS)),
    from: fc.integer({ min: 0, max: HOURS * 60 }),
    length: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 1, max: 400 })),
  })
  .map(({ quarter, courseId, from, length }): Known => {
    const at = new Date(Date.parse('2026-11-28T06:00:00Z') + quarter * 15 * MINUTE)
    return {
      burst: { kind: 'opening', courseId, at, members: MEMBERS[courseId] ?? 0 },
      from,
      until: from + length,
    }
  })

const Target = fc
  .record({
    min: fc.integer({ min: 0, max: 5 }),
    entries: fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: HOURS * 60 }),
        min: fc.integer({ min: 0, max: 30 }),
        max: fc.integer({ min: 30, max: 60 }),
      }),
      { maxLength: 4 },
    ),
  })
  .map(
    ({ min, entries }): WarmTarget => ({
      resourceId: 'function:learning:live',
      min,
      max: 60,
      schedule: entries.map((entry) => {
        const time = minutes(entry.at)
        return [
          `cron(${time.getUTCMinutes()} ${time.getUTCHours()} * * ? *)`,
          'UTC',
          entry.min,
          entry.max,
        ]
      }),
      perMember: { opening: 24 / 5_000 },
    }),
  )

it('whatever comes and goes: a burst that was known finds its environments, and all are given back', async () => {
  await fc.assert(
    fc.asyncProperty(Target, fc.array(Known, { maxLength: 6 }), async (target, all) => {
      const { resourceId } = target
      const settled = settledBoundsOf(target, {
        from: minutes(-1),
        until: minutes(HOURS * 60 + 1),
      })
      const first = minutes(0)
      const targets = openTargets({
        declared: [
          {
            resourceId,
            bounds: settled.at(first),
            actions: target.schedule.map(([schedule, timezone, min, max], at) => ({
              name: `Scheduled${at + 1}`,
              ...{ schedule, timezone, change: { min, max }, createdAt: 0 },
            })),
          },
        ],
        file: join(folder, `${randomUUID()}.json`),
        since: first,
        provision: () => undefined,
      })
      const warm = memoryOf(targets)
      const knownAt = (minute: number) =>
        all.filter(({ from, until }) => from <= minute && minute < until).map(({ burst }) => burst)
      const isSettling = (minute: number) =>
        settled.changes.some((at) => +minutes(minute - 1) <= +at && +at <= +minutes(minute))
      let since = 0
      let known: KnownBurst[] = []

      for (let minute = 0; minute <= HOURS * 60; minute += 1) {
        const now = minutes(minute)
        targets.run(now)
        const bounds = targets.byId.get(resourceId)?.bounds ?? { min: -1, max: -1 }
        // What the worker saw last, once it had its two minutes.
        if (minute - since >= 2 && !isSettling(minute)) {
          const floor = settled.at(now).min
          const need = needsOf(known, target)(now)
          const least = Math.max(floor, Math.min(settled.most, floor + need))
          expect(bounds.min, `${now.toISOString()}`).toBe(least)
        }
        if (minute % 15 === 7) {
          known = knownAt(minute)
          since = minute
          await warmForBursts(
            {
              bursts: { list: async () => known },
              members: async () => new Map(Object.entries(MEMBERS)),
              warm,
              quota: { warmAtMost: async () => 900 },
              clock: { now: () => new Date(+now + 5_000) },
            },
            { targets: [target] },
          )
        }
      }
    }),
    { numRuns: 30 },
  )
})

const memoryOf = ({ byId }: ReturnType<typeof openTargets>): WarmTargets => {
  const actionsOf = (resourceId: string) => byId.get(resourceId)?.actions ?? new Map()
  return {
    read: async (resourceId) => ({
      ...(byId.get(resourceId)?.bounds ?? { min: 0, max: 0 }),
      planned: [...actionsOf(resourceId).values()].flatMap(({ name, schedule, change }) =>
        name.startsWith(PREFIX)
          ? [{ name, at: new Date(`${schedule.slice(3, -1)}Z`), ...change }]
          : [],
      ),
    }),
    put: async (resourceId, { name, at, min, max }) => {
      const schedule = `at(${at.toISOString().slice(0, 19)})`
      actionsOf(resourceId).set(name, {
        name,
        schedule,
        timezone: 'UTC',
        change: { min, max },
        createdAt: 0,
      })
    },
    remove: async (resourceId, name) => void actionsOf(resourceId).delete(name),
  }
}
