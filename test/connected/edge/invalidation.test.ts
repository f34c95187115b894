import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudFrontClient } from '@aws-sdk/client-cloudfront'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createEdgeInvalidation } from '#adapters/edge/invalidation'
import { createInvalidations } from '#local/aws-endpoints/cloudfront'
import { openSecrets } from '#local/aws-endpoints/secrets'
import { type AwsEndpoints, startAwsEndpoints } from '#local/aws-endpoints/server'

let directory: string
let endpoints: AwsEndpoints
let invalidated: string[]

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lectern-invalidation-'))
  endpoints = await startAwsEndpoints({
    port: 0,
    secrets: openSecrets(join(directory, 'secrets.json')),
    mediaConvertUrl: () => undefined,
    publish: () => undefined,
    changeVisibility: () => null,
    invalidations: createInvalidations((distributionId, path) => {
      if (distributionId === 'EOURS') invalidated.push(path)
      return distributionId === 'EOURS'
    }),
  })
})
afterAll(async () => {
  await endpoints.close()
  await rm(directory, { recursive: true, force: true })
})
beforeEach(() => {
  invalidated = []
})

const edgeOf = (distributionId: string) =>
  createEdgeInvalidation(
    new CloudFrontClient({
      region: 'us-east-1',
      endpoint: endpoints.url,
      credentials: { accessKeyId: 'lectern', secretAccessKey: 'lectern-local-secret' },
    }),
    distributionId,
  )

describe('The local CloudFront', () => {
  it('forgets each path that the SDK asks it to', async () => {
    const paths = ['/content/a/index.m3u8', '/content/a & <b>/poster.jpg']
    await edgeOf('EOURS').forget(paths, 'event-1')
    expect(invalidated).toEqual(paths)
  })

  it('does one reference’s batch once, and refuses another batch under it', async () => {
    await edgeOf('EOURS').forget(['/one'], 'event-2')
    await edgeOf('EOURS').forget(['/one'], 'event-2')
    expect(invalidated).toEqual(['/one'])
    await expect(edgeOf('EOURS').forget(['/two'], 'event-2')).rejects.toThrow('another batch')
  })

  it('refuses a distribution that is not there, and a path that CloudFront refuses', async () => {
    await expect(edgeOf('ETHEIRS').forget(['/one'], 'event-3')).rejects.toThrow('no distribution')
    await expect(edgeOf('EOURS').forget(['/a*/b'], 'event-4')).rejects.toThrow('invalid path')
  })
})
