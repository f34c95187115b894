import type { AssetCard } from '#contract/videos/asset'
import { type ChosenFile, isCaptions, isNamedAfter, isSameName } from './sort-files.ts'
import type { Upload, UploadPlan } from './upload.ts'
import { words } from './words/en.ts'

/** A video of the course, in the bucket or on its way. */
export interface KnownVideo {
  readonly fileName: string
  /** Folders below the course. */
  readonly folder: string
  /** What the plan of its captions says. */
  readonly place: Pick<UploadPlan, 'besideAsset'> | Pick<UploadPlan, 'beside' | 'folder'>
}

export type KnownAsset = Pick<AssetCard, 'id' | 'fileName' | 'sourceKey' | 'state'>

/** The folder below the course that an object lies in. */
export const folderOfKey = (key: string) => key.split('/').slice(1, -1).join('/')

/** The videos that captions may be for. An upload counts until its asset is known. */
export function knownVideos(
  assets: readonly KnownAsset[],
  uploads: readonly Upload[],
): readonly KnownVideo[] {
  const arrived = new Set(assets.map(({ sourceKey }) => sourceKey))
  return [
    ...assets
      .filter(({ state }) => state !== 'deleting' && state !== 'rejected')
      .map(({ id, fileName, sourceKey }) => ({
        fileName,
        folder: folderOfKey(sourceKey),
        place: { besideAsset: id },
      })),
    ...uploads
      .filter(({ state, fileName }) => state !== 'cancelled' && !isCaptions(fileName))
      .filter(({ replaces, session }) => !replaces && !(session && arrived.has(session.key)))
      .map(({ id, fileName, folder, session }) => ({
        fileName,
        folder: folder ?? '',
        place: { beside: id, folder: session ? folderOfKey(session.key) : folder },
      })),
  ]
}

/**
 * The video that captions or chapters are called after: one in the folder that they lay in, or else the
 * only one in the course. A sentence for the uploader when there is none, or nobody can tell which.
 */
export function findVideoOf(
  { file, folder }: ChosenFile<{ readonly name: string }>,
  videos: readonly KnownVideo[],
): KnownVideo | string {
  const named = videos.filter(({ fileName }) => isNamedAfter(file.name, fileName))
  const beside = named.filter((video) => folder !== '' && isSameName(video.folder, folder))
  const [first, ...more] = beside.length > 0 ? beside : named
  if (!first) return words.noVideo
  if (more.length > 0) return words.severalVideos(1 + more.length)
  return first
}
