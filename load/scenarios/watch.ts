import { video } from '#load/model/video'
import { callOf, fetchOf } from './calls.ts'
import type { ArtilleryStep } from './step.ts'

const segment: readonly ArtilleryStep[] = [
  { function: 'nextSegment' },
  fetchOf('segment', '{{ soundSegmentUrl }}'),
  fetchOf('segment', '{{ pictureSegmentUrl }}', ['measureStart']),
]

/** As the player opens a lecture, one after the other and so no sooner than a browser, until its first segment is there. */
export const openVideo: readonly ArtilleryStep[] = [
  { function: 'beginVideo' },
  fetchOf('lesson', '{{ lessonUrl }}', ['keepLesson']),
  fetchOf('playback', '{{ playbackUrl }}'),
  fetchOf('manifest', '{{ manifestUrl }}', ['keepManifest']),
  fetchOf('playlist', '{{ pictureUrl }}', ['keepPicture']),
  fetchOf('playlist', '{{ soundUrl }}', ['keepSound']),
  fetchOf('segment', '{{ soundInitUrl }}'),
  fetchOf('segment', '{{ pictureInitUrl }}'),
  ...segment,
]

/** As long as it plays: a segment of picture and of sound each few seconds, and a heartbeat each so many. */
export function watch(seconds: number, heartbeatSeconds: number): ArtilleryStep[] {
  const { segmentSeconds } = video
  const play = (count: number): ArtilleryStep => ({
    loop: [...segment, { think: segmentSeconds }],
    count,
  })
  const beats = Math.floor(seconds / heartbeatSeconds)
  const rest = Math.round((seconds - beats * heartbeatSeconds) / segmentSeconds)
  const perBeat = Math.round(heartbeatSeconds / segmentSeconds)
  return [
    ...(beats > 0 ? [{ loop: [play(perBeat), ...callOf('recordProgress')], count: beats }] : []),
    ...(rest > 0 ? [play(rest)] : []),
  ]
}
