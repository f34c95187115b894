import { readText } from '#core/captions/format/read-text'
import type { PlacedManifest } from './listings.ts'
import { isManifestKey, parseManifest } from './parse-manifest.ts'

/** The files of the ingest bucket, as far as manifests are read. */
export interface ManifestFiles {
  /** Keys that begin so. */
  list(prefix: string): Promise<string[]>
  /** Null when it is gone. */
  read(key: string, maxBytes: number): Promise<Uint8Array | 'too_large' | null>
}

/** Names and titles of a thousand lessons. */
export const MAX_MANIFEST_BYTES = 1_000_000

/**
 * The manifests that may speak of a key: those of its folder and of the folders around it up to the
 * course's, the nearest first. One that is bad was shown as such when it came, and says nothing here.
 */
export async function manifestsAround(
  files: ManifestFiles,
  key: string,
): Promise<PlacedManifest[]> {
  const found = await Promise.all(foldersAround(key).map((folder) => manifestsIn(files, folder)))
  return found.flat()
}

async function manifestsIn(files: ManifestFiles, folder: string): Promise<PlacedManifest[]> {
  const keys = (await files.list(`${folder}lectern.`)).filter(isManifestKey)
  const manifests = await Promise.all(
    keys.map(async (key) => {
      const bytes = await files.read(key, MAX_MANIFEST_BYTES)
      const text = bytes === null || bytes === 'too_large' ? null : readText(bytes)
      const parsed = text === null ? null : parseManifest(text)
      return parsed?.kind === 'manifest' ? [{ folder, manifest: parsed.manifest }] : []
    }),
  )
  return manifests.flat()
}

/** `a/b/c/` `a/b/` `a/` of `a/b/c/d.mp4`. */
function foldersAround(key: string): string[] {
  const parts = key.split('/').slice(0, -1)
  return parts.map((_, at) => `${parts.slice(0, parts.length - at).join('/')}/`)
}
