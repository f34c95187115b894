import type { ObjectCreated } from '#contract/videos/events'
import { parseCompanionKey } from '#core/videos/source/companion-key'
import { type CompanionOutcome, ingestCompanion } from './companions.ts'
import { ingestManifest, type ManifestDeps } from './ingest-manifest.ts'
import { type IngestVideoDeps, ingestVideo, type VideoOutcome } from './ingest-video.ts'
import { isManifestKey } from './parse-manifest.ts'

export type IngestObjectDeps = IngestVideoDeps & ManifestDeps

/** Works off a new object of the ingest bucket as what its name says that it is. */
export async function ingestObject(
  deps: IngestObjectDeps,
  event: ObjectCreated,
): Promise<VideoOutcome | CompanionOutcome> {
  const { key } = event.detail.object
  if (isManifestKey(key)) return ingestManifest(deps, event)
  if (parseCompanionKey(key)) return ingestCompanion(deps, event)
  return ingestVideo(deps, event)
}
