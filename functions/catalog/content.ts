import { S3Client } from '@aws-sdk/client-s3'
import { FOR_PEOPLE } from '#adapters/platform/client-settings'
import { createContentStore } from '#adapters/storage/content-store'

export const openContent = (bucket: string) => createContentStore(new S3Client(FOR_PEOPLE), bucket)
