import { people } from '#load/model/people/index'
import type { PersonKind } from '#load/model/people/person'
import { type Burst, bursts } from './bursts.ts'
import { type Calendar, day, ordinaryMonth, shareAtOnce, week } from './calendar.ts'
import { type Catalogue, catalogue } from './catalogue.ts'
import { type Video, video } from './video.ts'

/** Who asks what of a site, how often and when. */
export interface TrafficModel extends Calendar {
  readonly people: Readonly<Record<string, PersonKind>>
  readonly video: Video
  readonly bursts: Readonly<Record<string, Burst>>
  readonly catalogue: Catalogue
  /** What is planned for, of each who is there, in a minute, besides heartbeats. */
  readonly plannedPerMinute: number
}

/** Ours. Each number has its source beside it, or says that it is assumed. */
export const model = {
  people,
  video,
  bursts,
  catalogue,
  day,
  week,
  ordinaryMonth,
  shareAtOnce,
  /**
   * Learning platforms that make each page themselves are planned with about five requests a user and minute. A page
   * of ours asks the API about once, for content lies at the edge; what the steps come to is counted by
   * `callsPerMinute`. Five is the margin until a site has counted its own.
   */
  plannedPerMinute: 5,
} as const satisfies TrafficModel
