import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { text, type UserAnswer, type UserContext, type UserRequest } from './context.ts'

/** A lecture of seconds, in one part: `clip.mp4`, beside this module when it is built. */
let clip: Buffer | undefined
const read = (): Buffer => {
  clip ??= readFileSync(new URL('clip.mp4', import.meta.url))
  return clip
}

export async function describeClip(request: UserRequest): Promise<void> {
  const fileName = `load-${randomUUID()}.mp4`
  request.json = { fileName, sizeBytes: read().length, contentType: 'video/mp4' }
}

export async function keepUpload(
  _: UserRequest,
  answer: UserAnswer,
  { vars }: UserContext,
): Promise<void> {
  if (answer.statusCode >= 400) return
  const { uploadId, key }: { uploadId: string; key: string } = JSON.parse(answer.body)
  vars.uploadId = encodeURIComponent(uploadId)
  vars.key = key
}

export async function nameParts(request: UserRequest, context: UserContext): Promise<void> {
  request.json = { key: text(context, 'key'), partNumbers: [1] }
}

export async function keepParts(
  _: UserRequest,
  answer: UserAnswer,
  { vars }: UserContext,
): Promise<void> {
  if (answer.statusCode >= 400) return
  const { urls }: { urls: readonly { url: string }[] } = JSON.parse(answer.body)
  vars.partUrl = urls[0]?.url
}

export async function fillPart(request: UserRequest): Promise<void> {
  request.body = read()
}

export async function nameUpload(request: UserRequest, context: UserContext): Promise<void> {
  request.json = { key: text(context, 'key') }
}
