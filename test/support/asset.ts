import type { Asset, AudioTrack, SourceFacts } from '#contract/videos/asset'
import type { EncodingPrice } from '#core/videos/encode/encoding-price'
import type { FileStructure, ProbeResult } from '#core/videos/ports'
import { judgeSource } from '#core/videos/source/judge-source'

const AT = '2026-11-24T06:00:00.000Z'

const SOUND: AudioTrack = { language: 'und', channels: 2 }

/** A minute of an ordinary recording, but for what is said. */
export const sourceFacts = (facts: Partial<SourceFacts> = {}): SourceFacts => ({
  durationSeconds: 60,
  width: 640,
  height: 360,
  frameRate: 30,
  videoCodec: 'AVC',
  container: 'mp4',
  interlaced: false,
  webColour: true,
  audio: [SOUND],
  ...facts,
})

/** Without loudness, in the region where we know most. */
export const PRICE: EncodingPrice = { sdMinuteUsd: 0.0075, normaliseLoudness: false }

const NO_LIMITS = { maxBytes: 1e12, maxSeconds: 1e6, codecs: null }

/** What a probe found, which must be a video that tells all of itself, or its file does. */
export function sourceOf(probe: ProbeResult, structure: FileStructure | null = null): SourceFacts {
  const judged = judgeSource(probe, structure, NO_LIMITS)
  if (judged.kind === 'refused') throw new Error(judged.reason.code)
  return judged.source
}

/** An asset that was uploaded just now, but for what is said; of a live version what is said of the source. */
export const assetOf = (facts: Partial<Asset> = {}): Asset => ({
  id: 'ast_01JDEXAMP0EXAMP0EXAMP0EXAM',
  courseId: 'crs_01JDEXAMP0EXAMP0EXAMP0EXAM',
  fileName: 'lecture.mp4',
  sourceKey: 'linear-algebra/lecture.mp4',
  sizeBytes: 1000,
  version: 1,
  liveVersion: null,
  attempt: 1,
  state: 'uploaded',
  stateSince: AT,
  phase: null,
  percent: null,
  reason: null,
  source: null,
  rungs: [],
  estimatedCostUsd: null,
  reusedFrom: null,
  playbackUrl: null,
  hlsUrl: null,
  dashUrl: null,
  posterUrl: null,
  captions: [],
  chapters: [],
  history: [],
  createdAt: AT,
  updatedAt: AT,
  ...(facts.liveVersion && { liveFacts: { source: sourceFacts(), rungs: [], ...known(facts) } }),
  ...facts,
})

const known = ({ source, rungs }: Partial<Asset>) => ({
  ...(source && { source }),
  ...(rungs && { rungs }),
})
