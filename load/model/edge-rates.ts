import type { EdgeFile } from '#load/model/people/person'
import type { TrafficModel } from './model.ts'
import { edgeFiles, sessionOf } from './session.ts'
import { meanKbits } from './video.ts'

export interface EdgeRates {
  /** Files a second, by kind. */
  readonly files: Readonly<Record<EdgeFile | 'segment', number>>
  /** Who watch a video at the moment. */
  readonly playing: number
  /** Of video and its sound alone. */
  readonly mbitPerSecond: number
  /** Minutes of lectures that are put up in a minute. */
  readonly uploadedMinutesPerMinute: number
}

/** What so many people fetch from the edge, by the steps alone: what is in the browser is not asked for again. */
export function edgeRatesOf(model: TrafficModel, users: number): EdgeRates {
  const files = { client: 0, content: 0, page: 0, segment: 0 }
  let playing = 0
  let uploadedMinutesPerMinute = 0
  for (const kind of Object.values(model.people)) {
    const session = sessionOf(kind)
    const present = users * kind.share
    for (const file of edgeFiles) files[file] += (present * session.files[file]) / session.seconds
    playing += (present * session.playing) / session.seconds
    uploadedMinutesPerMinute += (present * session.uploadsMinutes * 60) / session.seconds
  }
  // One of the picture and one of the sound.
  files.segment = (2 * playing) / model.video.segmentSeconds
  const mbitPerSecond = (playing * meanKbits(model.video)) / 1_000
  return { files, playing, mbitPerSecond, uploadedMinutesPerMinute }
}
