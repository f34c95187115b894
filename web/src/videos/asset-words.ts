import type { Asset, AssetState } from '#contract/videos/asset'
import { locale } from '#web/words/language.ts'
import { words } from './words/en.ts'

const IN_PROGRESS: readonly AssetState[] = ['uploaded', 'probing', 'queued', 'transcoding']

/** Whether the asset will change by itself. */
export const inProgress = (asset: { readonly state: AssetState }) =>
  IN_PROGRESS.includes(asset.state)

/** Which version learners see while another is on its way. */
export function versionInWords({
  version,
  liveVersion,
  state,
}: Pick<Asset, 'version' | 'liveVersion' | 'state'>): string | null {
  if (liveVersion === null) return version > 1 ? words.version(version) : null
  if (liveVersion === version) return version > 1 ? words.versionSeen(version) : null
  return inProgress({ state })
    ? words.versionComing(version, liveVersion)
    : words.versionNotReady(version, liveVersion)
}

/** A tag's language by its name on this page: `Spanish`; the tag where nobody knows it. */
export function languageInWords(language: string): string {
  if (language === 'und') return words.languageUnknown
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}
