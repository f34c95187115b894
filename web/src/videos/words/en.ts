import type { AssetState } from '#contract/videos/asset'
import type { Translated } from '#contract/words/translated'

export const words = {
  /** An asset's state as a person says it. How far an encode is says `encodeProgress`. */
  states: {
    uploaded: 'Uploaded, waiting for a first look',
    probing: 'Looking at the file',
    held: 'Held by the budget',
    queued: 'Waiting to be prepared',
    transcoding: 'Being prepared',
    ready: 'Ready',
    rejected: 'Not accepted',
    failed: 'Could not be prepared',
    deleting: 'Being deleted',
  } satisfies Record<AssetState, string>,
  version: (version: number) => `This is version ${version}.`,
  versionSeen: (version: number) => `Version ${version} is what learners see.`,
  versionComing: (version: number, seen: number) =>
    `Version ${version} is being prepared; learners see version ${seen}.`,
  versionNotReady: (version: number, seen: number) =>
    `Version ${version} is not ready; learners still see version ${seen}.`,
  languageUnknown: 'Language not said',
  phases: {
    probing: 'Reading the file',
    transcoding: 'Encoding',
    uploading: 'Almost done',
  },
  preparing: 'Being prepared',
  percent: (percent: number) => `Being prepared, ${percent} %`,
  soFar: (doing: string, elapsed: string) => `${doing}, for ${elapsed} so far`,
  longer: (doing: string, elapsed: string, usual: string) =>
    `${doing}, for ${elapsed} (usually ${usual})`,
  elapsedOf: (doing: string, elapsed: string, about: string) =>
    `${doing}, ${elapsed} of about ${about}`,
  about: (doing: string, about: string) => `${doing}, about ${about}`,
  unknownReason: 'What happened is not known to this page. Load it again to read it.',
  preparingFile: (file: string) => `Preparing ${file}`,
}
export type Words = Translated<typeof words>
