import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3'
import type { GlueTable } from '#local/glue/glue-table'
import { type Days, foldersOf, isOf } from './partitions.ts'

export interface LakeFile {
  readonly key: string
  readonly path: string
  readonly bytes: number
}

export interface Lake {
  /** The objects of a table that lie in partitions of those days, as files that bear their keys' names. */
  files(table: GlueTable, days: Days | null): Promise<LakeFile[]>
}

/**
 * The objects of buckets as files with the names that DuckDB reads partitions from: copied when first asked for, for the S3
 * of this machine keeps them under names of its own. What was deleted goes.
 */
export function openLake(s3: S3Client, directory: string): Lake {
  // Of a run before nothing is known.
  rmSync(directory, { recursive: true, force: true })
  const copied = new Map<string, LakeFile & { readonly etag: string }>()

  const copy = async (bucket: string, key: string, etag: string): Promise<LakeFile> => {
    const place = `${bucket}/${key}`
    const before = copied.get(place)
    if (before?.etag === etag) return before
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
    const content = (await Body?.transformToByteArray()) ?? new Uint8Array()
    const path = join(directory, bucket, key)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    const file = { key, path, bytes: content.length, etag }
    copied.set(place, file)
    return file
  }

  const listed = async (bucket: string, prefix: string, days: Days | null) => {
    const files: LakeFile[] = []
    for await (const { Contents = [] } of paginateListObjectsV2(
      { client: s3 },
      { Bucket: bucket, Prefix: prefix },
    ))
      for (const { Key = '', ETag = '' } of Contents)
        if (isOf(Key, days)) files.push(await copy(bucket, Key, ETag))
    const there = new Set(files.map(({ path }) => path))
    for (const [place, { path, key }] of copied)
      if (place.startsWith(`${bucket}/${prefix}`) && isOf(key, days) && !there.has(path)) {
        copied.delete(place)
        rmSync(path, { force: true })
      }
    return files
  }

  return {
    files: async (table, days) => {
      const files = await Promise.all(
        foldersOf(table, days).map((folder) => {
          const [, bucket = '', prefix = ''] = /^s3:\/\/([^/]+)\/(.*)$/.exec(folder) ?? []
          return listed(bucket, prefix, days)
        }),
      )
      return files.flat()
    },
  }
}
