import type { z } from 'zod'
import type { Failures } from '#functions/queue/serve-queue'

/** Hands the events of one kind to one, and all others to another; answers the failures of both by their place. */
export async function eachKind<Event>(
  events: readonly unknown[],
  kind: z.ZodType<Event>,
  handle: {
    those: (events: readonly Event[]) => Promise<Failures>
    others: (events: readonly unknown[]) => Promise<Failures>
  },
): Promise<Failures> {
  const parsed = events.map((event, index) => ({ event, index, of: kind.safeParse(event) }))
  const those = parsed.flatMap(({ index, of }) => (of.success ? [{ index, event: of.data }] : []))
  const others = parsed.filter(({ of }) => !of.success)
  const [first, second] = await Promise.all([
    handle.those(those.map(({ event }) => event)),
    handle.others(others.map(({ event }) => event)),
  ])
  return new Map([
    ...[...first].map(([at, error]) => [those[at]?.index ?? at, error] as const),
    ...[...second].map(([at, error]) => [others[at]?.index ?? at, error] as const),
  ])
}
