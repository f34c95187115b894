import { S3Client } from '@aws-sdk/client-s3'
import { FOR_WORK } from '#adapters/platform/client-settings'
import { createContentStore } from '#adapters/storage/content-store'
import { createArrivalStore } from '#adapters/storage/files/arrivals'
import { createStoredFiles } from '#adapters/storage/files/stored-files'
import { createMediaFiles } from '#adapters/storage/media-files'
import { createUploadStore } from '#adapters/storage/upload-store'
import { createFactStore } from '#adapters/warehouse/fact-store'
import { createPeopleReader } from '#adapters/warehouse/people-reader'

export interface Buckets {
  readonly CONTENT_BUCKET: string
  readonly INGEST_BUCKET: string
  readonly LAKE_BUCKET: string
}

export const openStorage = (buckets: Buckets) => {
  // To join the parts of a large upload takes S3 a while.
  const s3 = new S3Client({ ...FOR_WORK, requestChecksumCalculation: 'WHEN_REQUIRED' })
  const content = createContentStore(s3, buckets.CONTENT_BUCKET)
  return {
    content,
    facts: createFactStore(s3, buckets.LAKE_BUCKET),
    people: createPeopleReader(s3, buckets.LAKE_BUCKET),
    files: createMediaFiles(s3, buckets.CONTENT_BUCKET),
    arrivals: createArrivalStore(s3, buckets.INGEST_BUCKET),
    stored: createStoredFiles(s3, {
      content: buckets.CONTENT_BUCKET,
      ingest: buckets.INGEST_BUCKET,
    }),
    uploads: createUploadStore(s3, buckets.INGEST_BUCKET),
  }
}
