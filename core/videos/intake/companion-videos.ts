import type { Asset, Language } from '#contract/videos/asset'
import type { AssetRepository } from '#core/videos/asset-ports'
import {
  type CompanionKey,
  isSameKey,
  parseCompanionKey,
  spellingsOf,
  stemOf,
} from '#core/videos/source/companion-key'
import { parseUploadKey } from '#core/videos/source/upload-key'
import { findCompanion, type PlacedManifest } from './listings.ts'

export interface CompanionVideosDeps {
  readonly assets: Pick<AssetRepository, 'findBySource'>
  readonly companions: { list(prefix: string): Promise<string[]> }
}

/** A video that a companion belongs to. */
export interface Match {
  readonly video: Asset
  /** Null where neither its name nor a manifest says it. */
  readonly language: Language | null
  readonly label?: string | undefined
}

/** What a file beside a video is for: what a manifest says of it, else what its name does. */
export const kindOf = (
  key: string,
  manifests: readonly PlacedManifest[],
): CompanionKey['kind'] | null =>
  findCompanion(manifests, key)?.companion.kind ?? parseCompanionKey(key)?.kind ?? null

/** The videos that a companion belongs to: the one that a manifest names, else those that it is named after. */
export async function videosOf(
  deps: CompanionVideosDeps,
  key: string,
  manifests: readonly PlacedManifest[],
): Promise<Match[]> {
  const listed = findCompanion(manifests, key)
  if (listed) {
    const { video, companion } = listed
    const facts =
      companion.kind === 'captions'
        ? { language: companion.language, label: companion.label }
        : { language: null }
    const found = await findVideos(deps, spellingsOf(video.key))
    return found.map((asset) => ({ video: asset, ...facts }))
  }
  const named = parseCompanionKey(key)
  const fits = named?.kind === 'chapters' ? [{ stem: named.stem, language: null }] : named?.fits
  const nearest = manifests.find(({ manifest }) => manifest.language)?.manifest.language ?? null
  for (const { stem, language } of fits ?? []) {
    const videos = await videosNamed(deps, stem)
    if (videos.length > 0) return videos.map((video) => ({ video, language: language ?? nearest }))
  }
  return []
}

/** What videos are called by most, for those whose original is no longer in the bucket. */
const EXTENSIONS = ['mp4', 'mov', 'mkv', 'webm', 'm4v', 'avi']

async function videosNamed(deps: CompanionVideosDeps, stem: string): Promise<Asset[]> {
  const beside = await listSpellings(deps.companions, `${stem}.`)
  return findVideos(deps, [
    ...beside.filter((key) => isSameKey(stemOf(key), stem) && parseUploadKey(key).mayBeMedia),
    ...EXTENSIONS.flatMap((extension) => spellingsOf(`${stem}.${extension}`)),
  ])
}

/** Keys that begin so, however accents are written. */
export async function listSpellings(
  companions: CompanionVideosDeps['companions'],
  prefix: string,
): Promise<string[]> {
  const lists = await Promise.all(spellingsOf(prefix).map((spelling) => companions.list(spelling)))
  return lists.flat()
}

/** The videos among some keys that captions and chapters can be given to. */
export async function findVideos(
  { assets }: Pick<CompanionVideosDeps, 'assets'>,
  keys: readonly string[],
): Promise<Asset[]> {
  const records = await Promise.all([...new Set(keys)].map((key) => assets.findBySource(key)))
  return records.flatMap((record) => (record && takesExtras(record.asset) ? record.asset : []))
}

/**
 * Until it was looked into nobody knows whether it is a video, and which language it speaks; what learners
 * see of an earlier version was looked into, whatever becomes of the next.
 */
export const takesExtras = ({ courseId, state, source, liveVersion }: Asset): boolean => {
  if (courseId === null || state === 'deleting') return false
  return liveVersion !== null || (source !== null && state !== 'rejected')
}
