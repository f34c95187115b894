import {
  CopyObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { FileHeaders, MediaFiles } from '#core/videos/ports'
import { isOvertaken } from './conditional-write.ts'
import { isGone } from './refusals.ts'

const headersOf = ({ contentType, cacheControl }: FileHeaders) => ({
  ContentType: contentType,
  CacheControl: cacheControl,
})

/** The content bucket's media. */
export const createMediaFiles = (client: S3Client, bucket: string): MediaFiles => ({
  readText: async (key) => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
      return (await Body?.transformToString()) ?? ''
    } catch (error) {
      if (isGone(error)) return null
      throw error
    }
  },

  writeText: async (key, text, headers) => {
    await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: text, ...headersOf(headers) }),
    )
  },

  createText: async (key, text, headers) => {
    const object = { Bucket: bucket, Key: key, Body: text, ...headersOf(headers) }
    try {
      await client.send(new PutObjectCommand({ ...object, IfNoneMatch: '*' }))
      return 'created'
    } catch (error) {
      if (isOvertaken(error)) return 'exists'
      throw error
    }
  },

  copy: async (from, to, headers) => {
    const CopySource = `${bucket}/${encodeURIComponent(from)}`
    const object = { Bucket: bucket, Key: to, CopySource, ...headersOf(headers) }
    try {
      await client.send(new CopyObjectCommand({ ...object, MetadataDirective: 'REPLACE' }))
      return true
    } catch (error) {
      if (isGone(error)) return false
      throw error
    }
  },
})
