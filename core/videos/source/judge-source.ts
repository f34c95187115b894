import type { UploadSettings } from '#contract/platform/media-settings'
import { type Saying, say } from '#contract/say'
import type { SourceFacts } from '#contract/videos/asset'
import type { FileStructure, ProbeResult } from '#core/videos/ports'
import { objectionToSource } from './objections.ts'

export type Judgement =
  | { readonly kind: 'accepted'; readonly source: SourceFacts }
  | { readonly kind: 'refused'; readonly reason: Saying }

/**
 * What the transcoder's probe and the file's own structure tell together, for one may know what the other does
 * not. Nothing is guessed: a length or a rate that nobody tells is asked for.
 */
export function judgeSource(
  probe: ProbeResult,
  structure: FileStructure | null,
  limits: UploadSettings,
): Judgement {
  // A probe reads the sizes of an encrypted picture, and the job would fail without a word of why.
  if (structure?.isEncrypted) return refused(say('encrypted'))
  if (structure?.isCutOff) return refused(say('cut_off'))
  if (probe.kind !== 'readable') return refused(say(probe.kind))
  const durationSeconds = probe.source.durationSeconds ?? structure?.durationSeconds
  if (!durationSeconds) return refused(say('no_length'))
  const frameRate = probe.source.frameRate ?? structure?.frameRate
  if (!frameRate) return refused(say('no_frame_rate'))
  const webColour = probe.source.webColour && !structure?.isFullRange
  const source = { ...probe.source, durationSeconds, frameRate, webColour }
  const objection = objectionToSource(source, limits)
  return objection === null ? { kind: 'accepted', source } : refused(objection)
}

const refused = (reason: Saying): Judgement => ({ kind: 'refused', reason })
