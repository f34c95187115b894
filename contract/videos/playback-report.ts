import { z } from 'zod'

const Milliseconds = z.number().min(0).max(600_000)
const Height = z.number().int().min(0).max(10_000)

/** How playing went: nothing of who watched, nor what. */
export const PlaybackEvent = z.discriminatedUnion('kind', [
  /** From the wish to play to the first frame. */
  z.object({ kind: z.literal('start'), milliseconds: Milliseconds }),
  /** One stop to wait for data, after the first frame. */
  z.object({ kind: z.literal('rebuffer'), milliseconds: Milliseconds }),
  z.object({ kind: z.literal('switch'), fromHeight: Height, toHeight: Height }),
  /** What ended the view, or was not got over when the learner left: once a view. */
  z.object({
    kind: z.literal('error'),
    cause: z.enum(['network', 'media', 'forbidden', 'not-found', 'unsupported']),
  }),
  /** Seconds played since the report before. */
  z.object({ kind: z.literal('played'), seconds: z.number().min(0).max(86_400) }),
])
export type PlaybackEvent = z.infer<typeof PlaybackEvent>

export const PlaybackReport = z.object({
  stream: z.enum(['hls', 'dash', 'native']),
  /** The share of views that report, so that counts can be scaled up: by a hundred at most. */
  sampleRate: z.number().min(0.01).max(1),
  events: z.array(PlaybackEvent).min(1).max(100),
})
export type PlaybackReport = z.infer<typeof PlaybackReport>
