import type { Asset, AssetState } from '#contract/videos/asset'

const IN_PROGRESS: readonly AssetState[] = ['uploaded', 'probing', 'queued', 'transcoding']

/** Whether the asset will change by itself. */
export const inProgress = (asset: { readonly state: AssetState }) =>
  IN_PROGRESS.includes(asset.state)

/** An asset's state as a person says it. How far an encode is says `encodeProgress`. */
export const STATE_WORDS: Record<AssetState, string> = {
  uploaded: 'Uploaded, waiting for a first look',
  probing: 'Looking at the file',
  held: 'Held by the budget',
  queued: 'Waiting to be prepared',
  transcoding: 'Being prepared',
  ready: 'Ready',
  rejected: 'Not accepted',
  failed: 'Could not be prepared',
  deleting: 'Being deleted',
}

/** What happens next, or what to do: one sentence. The reason, where there is one, is said beside it. */
export function nextInWords({ state }: Pick<Asset, 'state'>): string {
  switch (state) {
    case 'uploaded':
    case 'probing':
      return 'Next, the file is checked and its renditions are chosen. This takes a few seconds.'
    case 'queued':
      return 'Encoding starts as soon as there is room. This page follows by itself.'
    case 'transcoding':
      return 'When this is done, lessons can show it. You can leave this page.'
    case 'held':
      return 'Encoding waits until somebody with the right to spend beyond the budget releases it.'
    case 'ready':
      return 'Lessons can show it.'
    case 'rejected':
      return 'Upload a better file in its place, or try again with the file that is there.'
    case 'failed':
      return 'Try again; if it fails once more, upload another file in its place.'
    case 'deleting':
      return 'Its files are being removed.'
  }
}

/** Which version learners see while another is on its way. */
export function versionInWords({
  version,
  liveVersion,
  state,
}: Pick<Asset, 'version' | 'liveVersion' | 'state'>): string | null {
  if (liveVersion === null) return version > 1 ? `This is version ${version}.` : null
  if (liveVersion === version)
    return version > 1 ? `Version ${version} is what learners see.` : null
  return inProgress({ state })
    ? `Version ${version} is being prepared; learners see version ${liveVersion}.`
    : `Version ${version} is not ready; learners still see version ${liveVersion}.`
}

/** A language by its own tag's English name: `Spanish`; the tag where nobody knows it. */
export function languageInWords(language: string): string {
  if (language === 'und') return 'Language not said'
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}
