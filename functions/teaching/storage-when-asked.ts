import { whenAsked } from '#adapters/platform/when-asked'
import type { ContentStore, UploadStore } from '#core/courses/content-ports'
import type { ArrivalStore, StoredFiles } from '#core/files/ports'
import type { FactStore } from '#core/reports/facts/ports'
import type { PeopleReader } from '#core/reports/ports'
import type { MediaFiles } from '#core/videos/ports'
import type { Buckets } from './storage.ts'

/** Most of what teachers ask for is in the table; S3's client is a tenth of what the function loads. */
export function storageWhenAsked(buckets: Buckets): {
  content: ContentStore
  files: MediaFiles
  uploads: UploadStore
  arrivals: ArrivalStore
  stored: Pick<StoredFiles, 'deleteFolder'>
  facts: Pick<FactStore, 'read'>
  people: PeopleReader
} {
  const storage = whenAsked(async () => (await import('./storage.ts')).openStorage(buckets))
  const content = async () => (await storage()).content
  const files = async () => (await storage()).files
  const uploads = async () => (await storage()).uploads
  const arrivals = async () => (await storage()).arrivals
  const stored = async () => (await storage()).stored
  const facts = async () => (await storage()).facts
  const people = async () => (await storage()).people
  return {
    facts: { read: async (...given) => (await facts()).read(...given) },
    people: {
      pseudonymOf: async (...given) => (await people()).pseudonymOf(...given),
      userOf: async (...given) => (await people()).userOf(...given),
    },
    arrivals: { addressOf: async (...given) => (await arrivals()).addressOf(...given) },
    stored: { deleteFolder: async (...given) => (await stored()).deleteFolder(...given) },
    content: {
      createJson: async (...given) => (await content()).createJson(...given),
      readJson: async (...given) => (await content()).readJson(...given),
    },
    files: {
      readText: async (...given) => (await files()).readText(...given),
      writeText: async (...given) => (await files()).writeText(...given),
      createText: async (...given) => (await files()).createText(...given),
      copy: async (...given) => (await files()).copy(...given),
    },
    uploads: {
      start: async (...given) => (await uploads()).start(...given),
      markOf: async (...given) => (await uploads()).markOf(...given),
      signPart: async (...given) => (await uploads()).signPart(...given),
      listParts: async (...given) => (await uploads()).listParts(...given),
      complete: async (...given) => (await uploads()).complete(...given),
      abort: async (...given) => (await uploads()).abort(...given),
    },
  }
}
