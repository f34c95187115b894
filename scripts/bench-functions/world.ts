/**
 * Run in a process of its own, with a checkout's folder: a real engine with a course of 100 lessons and a learner
 * who has done all of them, made by that checkout's functions. Prints where it is, and stays until it is ended.
 */
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const LESSONS = 100
/** Of the learner beside the large course. */
const COURSES = 10

const [root = ''] = process.argv.slice(2)
const of = (file: string) => import(join(root, file))
const { startTable } = await of('test/support/dynamo.ts')
const { apiEnvironment } = await of('test/support/lms.ts')
const { callAs } = await of('test/support/gateway-event.ts')
const { makeWorld, people } = await of('test/support/world.ts')
const { startS3 } = await of('local/s3/server.ts')

const engine = await startTable()
const dataDir = await mkdtemp(join(tmpdir(), 'lectern-bench-'))
const s3 = await startS3({
  port: 0,
  dataDir,
  region: 'us-east-1',
  credentials: { accessKeyId: 'lectern', secretAccessKey: 'lectern-local-secret' },
  buckets: [{ name: apiEnvironment.INGEST_BUCKET }, { name: apiEnvironment.CONTENT_BUCKET }],
  onEvent: () => undefined,
})
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
/** Secrets Manager, and an event bus that takes everything. */
const services = createServer((request, response) => {
  request.resume().on('end', () => {
    response.setHeader('content-type', 'application/x-amz-json-1.1')
    response.end(
      JSON.stringify({
        SecretString: JSON.stringify({ privateKeys: { 1: privateKey } }),
        FailedEntryCount: 0,
        Entries: [],
      }),
    )
  })
}).listen(0, '127.0.0.1')
await once(services, 'listening')
const address = services.address()
if (address === null || typeof address === 'string') throw new Error('The services have no port.')
const servicesUrl = `http://127.0.0.1:${address.port}`

const variables: Record<string, string> = {
  ...apiEnvironment,
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'lectern',
  AWS_SECRET_ACCESS_KEY: 'lectern-local-secret',
  AWS_ENDPOINT_URL_DYNAMODB: engine.url,
  AWS_ENDPOINT_URL_S3: s3.url,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: servicesUrl,
  AWS_ENDPOINT_URL_EVENTBRIDGE: servicesUrl,
  TABLE_NAME: engine.name,
  REQUESTS_PER_PERSON: '1000000000',
  VALKEY: 'null',
  POWERTOOLS_LOG_LEVEL: 'ERROR',
}
Object.assign(process.env, variables)
const { handler: teaching } = await of('functions/teaching/index.ts')
const { handler: learning } = await of('functions/learning/index.ts')
const handlers = { teaching, learning, catalog: undefined }
const call = async (service: 'teaching' | 'learning', person: unknown, ...rest: unknown[]) => {
  const answer = await callAs(handlers[service], person)(...rest)
  if (answer.status >= 300) throw new Error(`${rest[0]} ${rest[1]}: ${JSON.stringify(answer.body)}`)
  return answer
}
const { openTable } = await of('adapters/dynamo/table.ts')
const lms = { call, table: openTable(engine.name) }
for (let n = 0; n < COURSES; n += 1) await makeWorld(lms)
const { courseId, moduleId, assetId } = await makeWorld(lms)
const teach = (...rest: unknown[]) => call('teaching', people.owner, ...rest)
const learn = (...rest: unknown[]) => call('learning', people.enrolled, ...rest)
const base = `/teaching/courses/${courseId}`
const video = { kind: 'video', title: 'Kernel', assetId }
const { body: lesson } = await teach('POST', `${base}/modules/${moduleId}/lessons`, video)
const articles: string[] = []
while (articles.length < LESSONS - 2) {
  const title = `Lesson ${articles.length} of kernels and images`
  const article = { kind: 'article', title, text: 'A text.' }
  const { body } = await teach('POST', `${base}/modules/${moduleId}/lessons`, article)
  articles.push(body.id)
}
await teach('POST', `${base}/versions`)
const at = new Date().toISOString()
const done = { positionSeconds: 0, durationSeconds: 0, completed: true, at, sentAt: at }
for (const id of articles)
  await learn('PUT', `/my/courses/${courseId}/lessons/${id}/progress`, done)

console.log(JSON.stringify({ variables, courseId, videoId: lesson.id }))

process.once('SIGTERM', async () => {
  services.close()
  await s3.close()
  await engine.close()
  await rm(dataDir, { recursive: true, force: true })
  process.exit()
})
