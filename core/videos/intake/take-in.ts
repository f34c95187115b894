import type { ObjectCreated } from '#contract/videos/events'
import { parseCompanionKey } from '#core/videos/source/companion-key'
import { type CompanionOutcome, ingestCompanion } from './companions.ts'
import { type IngestDeps, type IngestOutcome, ingestObject } from './ingest.ts'
import { ingestManifest, type ManifestDeps } from './ingest-manifest.ts'
import { isManifestKey } from './parse-manifest.ts'

export type TakeInDeps = IngestDeps & ManifestDeps

/** Takes a new object of the ingest bucket in, as what its name says it is. */
export async function takeIn(
  deps: TakeInDeps,
  event: ObjectCreated,
): Promise<IngestOutcome | CompanionOutcome> {
  const { key } = event.detail.object
  if (isManifestKey(key)) return ingestManifest(deps, event)
  if (parseCompanionKey(key)) return ingestCompanion(deps, event)
  return ingestObject(deps, event)
}
