import { createServer, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { S3Client, S3ServiceException } from '@aws-sdk/client-s3'
import { z } from 'zod'
import { type Listening, listen } from '#local/http/listen'
import { createJobRunner, type JobRunner } from './job-runner.ts'
import { type Job, type JobStore, openJobStore } from './job-store.ts'
import { JobRequest } from './jobs/job-request.ts'
import { refusals } from './jobs/job-rules.ts'
import { parseS3Url, readableAddress } from './objects.ts'
import { probe } from './probe/probe.ts'
import { type StateChange, toldPercent } from './state-change.ts'

export interface MediaConvertOptions {
  /** 0 takes a free one. */
  readonly port: number
  readonly s3: {
    readonly endpoint: string
    readonly region: string
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  }
  /** Keeps the jobs over a restart, and the files of the one that runs. */
  readonly workDir: string
  readonly ffmpeg: string
  readonly ffprobe: string
  /** What EventBridge would be told. */
  publish(event: StateChange): void
}

/** MediaConvert's REST API over ffmpeg, on 127.0.0.1: jobs, probe and state-change events. */
export async function startMediaConvert(options: MediaConvertOptions): Promise<Listening> {
  const s3 = new S3Client({ ...options.s3, forcePathStyle: true })
  const store = await openJobStore(join(options.workDir, 'jobs'))
  const runner = createJobRunner({
    store,
    s3,
    tools: options,
    scratch: join(options.workDir, 'scratch'),
    publish: options.publish,
  })
  const service: Service = { store, runner, s3, ffprobe: options.ffprobe }
  const server = createServer(async (request, response) => {
    const answer = await handle(service, request).catch(toFailure)
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      ...(answer.error ? { 'x-amzn-errortype': answer.error } : {}),
    })
    response.end(JSON.stringify(answer.body))
  })
  const { url, close } = await listen(server, options.port)
  for (const job of store.unfinished()) runner.enqueue(job)

  return {
    url,
    async close() {
      await close()
      await runner.close()
      s3.destroy()
    },
  }
}

interface Service {
  readonly store: JobStore
  readonly runner: JobRunner
  readonly s3: S3Client
  readonly ffprobe: string
}

interface Answer {
  readonly status: number
  readonly body: object
  /** The exception's name, by which the SDK makes its class. */
  readonly error?: string
}

const ProbeRequest = z.object({ inputFiles: z.array(z.object({ fileUrl: z.string() })).length(1) })

const failure = (status: number, error: string, message: string): Answer => ({
  status,
  error,
  body: { message },
})

async function handle(service: Service, request: IncomingMessage): Promise<Answer> {
  const { pathname } = new URL(request.url ?? '/', 'http://local')
  const [, id] = /^\/2017-08-29\/jobs\/([^/]+)$/.exec(pathname) ?? []
  if (request.method === 'POST' && pathname === '/2017-08-29/jobs') {
    const asked = JobRequest.parse(await readJson(request))
    const complaints = refusals(asked)
    if (complaints.length > 0) return failure(400, 'BadRequestException', complaints.join(', '))
    const { job, isNew } = await service.store.create(asked)
    if (isNew) service.runner.enqueue(job)
    return { status: 201, body: { job: toWire(job) } }
  }
  if (request.method === 'POST' && pathname === '/2017-08-29/probe') {
    const { inputFiles } = ProbeRequest.parse(await readJson(request))
    return probeObject(service, inputFiles[0]?.fileUrl ?? '')
  }
  if (id && request.method === 'GET') {
    const job = service.store.get(id)
    if (!job) return failure(404, 'NotFoundException', `There is no job ${id}`)
    return { status: 200, body: { job: toWire(job) } }
  }
  if (id && request.method === 'DELETE') {
    if (!service.store.get(id)) {
      return failure(404, 'NotFoundException', `There is no job ${id}`)
    }
    const canceled = await service.runner.cancel(id)
    return canceled
      ? { status: 202, body: {} }
      : failure(409, 'ConflictException', `The job ${id} has ended already`)
  }
  return failure(404, 'NotFoundException', `${request.method} ${pathname} is not offered here`)
}

async function probeObject(service: Service, fileUrl: string): Promise<Answer> {
  const object = await readableAddress(service.s3, parseS3Url(fileUrl))
  const result = await probe(service.ffprobe, object.url, object.size)
  return result
    ? { status: 200, body: { probeResults: [result] } }
    : failure(400, 'BadRequestException', `${fileUrl} is not a media file that can be read`)
}

const toWire = ({ request, ...job }: Job) => ({
  ...job,
  ...request,
  jobPercentComplete: toldPercent({ ...job, request }),
})

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

function toFailure(error: unknown): Answer {
  if (error instanceof z.ZodError) {
    const [issue] = error.issues
    const where = issue?.path.join('.') ?? ''
    return failure(400, 'BadRequestException', `${where}: ${issue?.message}`)
  }
  if (error instanceof SyntaxError) return failure(400, 'BadRequestException', error.message)
  if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) {
    return failure(404, 'NotFoundException', 'The input file does not exist')
  }
  console.error('media-convert:', error)
  return failure(500, 'InternalServerErrorException', 'The request failed inside MediaConvert')
}
