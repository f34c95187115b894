import { execFileSync } from 'node:child_process'
import { createReadStream, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { routes } from '#contract/routes'
import { type ApiClient, createApiClient } from '#local/demo/api-client'
import type { Account, Endpoints } from './lectern.ts'
import { whyOf } from './said.ts'

/** A small clip with sound: a moving test picture of `seconds`. */
export const makeClip = (file: string, seconds: number): void => {
  const picture = `testsrc=size=640x360:rate=25:duration=${seconds}`
  const sound = `sine=frequency=330:duration=${seconds}`
  execFileSync(
    'ffmpeg',
    [
      ...['-y', '-v', 'error', '-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound],
      ...['-pix_fmt', 'yuv420p', '-preset', 'ultrafast', '-shortest', file],
    ],
    { stdio: 'ignore' },
  )
}

export const apiAs = (endpoints: Endpoints, account: Account): ApiClient => {
  const { region, accessKeyId, secretAccessKey } = endpoints
  const cognito = new CognitoIdentityProviderClient({
    region,
    endpoint: endpoints.cognitoEndpoint,
    credentials: { accessKeyId, secretAccessKey },
  })
  const signIn = async () => {
    const { AuthenticationResult } = await cognito.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: endpoints.userPoolClientId,
        AuthParameters: { USERNAME: account.username, PASSWORD: account.password },
      }),
    )
    return AuthenticationResult?.IdToken ?? ''
  }
  const token = signIn()
  return createApiClient({ apiUrl: endpoints.apiUrl, token: () => token })
}

/** Puts a clip where the course's first video is, as a content team does. */
export const dropClip = async (
  endpoints: Endpoints,
  { slug, clip }: { slug: string; clip: string },
): Promise<void> => {
  const { s3Endpoint, region, accessKeyId, secretAccessKey, ingestBucket } = endpoints
  const s3 = new S3Client({
    endpoint: s3Endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
  })
  await s3.send(
    new PutObjectCommand({
      Bucket: ingestBucket,
      Key: `${slug}/clip.mp4`,
      Body: createReadStream(clip),
      ContentLength: statSync(clip).size,
    }),
  )
}

/** A published course of one video with captions and chapters, and an article after it. */
export const teachCourse = async (
  endpoints: Endpoints,
  options: { slug: string; clip: string; captions: string },
) => {
  const api = apiAs(endpoints, endpoints.accounts.author)
  const course = await api(routes.createCourse, {
    body: { slug: options.slug, title: 'Sound and picture', summary: 'A test.' },
  })
  await dropClip(endpoints, options)
  const params = { courseId: course.id }
  const find = async () => (await api(routes.listAssets, { params })).items[0]
  let asset = await find()
  for (let tries = 0; asset?.state !== 'ready' && tries < 480; tries += 1) {
    await sleep(250)
    asset = await find()
  }
  if (asset?.state !== 'ready') throw new Error(`The clip is ${asset?.state}: ${whyOf(asset)}`)
  const ofAsset = { ...params, assetId: asset.id }
  await api(routes.putCaptions, {
    params: { ...ofAsset, language: 'en' },
    body: { text: options.captions },
  })
  await api(routes.putChapters, {
    params: ofAsset,
    body: {
      chapters: [
        { startSeconds: 0, title: 'Beginning' },
        { startSeconds: 12, title: 'End' },
      ],
    },
  })
  const draft = await api(routes.getDraft, { params })
  const module =
    draft.modules[0] ?? (await api(routes.createModule, { params, body: { title: 'One' } }))
  const ofModule = { ...params, moduleId: module.id }
  await api(routes.createLesson, {
    params: ofModule,
    body: { kind: 'video', title: 'The clip', assetId: asset.id },
  })
  await api(routes.createLesson, {
    params: ofModule,
    body: { kind: 'article', title: 'What to remember', text: 'All of it.' },
  })
  await api(routes.publishCourse, { params })
  return course
}
