import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { JobRequest } from './jobs/job-request.ts'

const Job = z.object({
  id: z.string(),
  /** Epoch seconds, as the API tells times. */
  createdAt: z.number(),
  status: z.enum(['SUBMITTED', 'PROGRESSING', 'COMPLETE', 'CANCELED', 'ERROR']),
  jobPercentComplete: z.number(),
  currentPhase: z.enum(['PROBING', 'TRANSCODING', 'UPLOADING']).optional(),
  errorCode: z.number().optional(),
  errorMessage: z.string().optional(),
  request: JobRequest,
})
export type Job = z.infer<typeof Job>

export const isUnfinished = (job: Job) => job.status === 'SUBMITTED' || job.status === 'PROGRESSING'

/** So long MediaConvert knows a client token again. */
const TOKEN_MS = 60_000

export interface JobStore {
  /** The job of a request with the same client token within the last minute, or a new one. */
  create(request: JobRequest): Promise<{ job: Job; isNew: boolean }>
  get(id: string): Job | undefined
  update(id: string, change: Partial<Omit<Job, 'id' | 'request'>>): Promise<Job>
  /** As `update`, for what a restart may forget. */
  note(id: string, change: Partial<Omit<Job, 'id' | 'request'>>): Job
  /** Oldest first. */
  unfinished(): Job[]
}

/** All jobs, each a JSON file in the directory, so that a restart finds what it left undone. */
export async function openJobStore(directory: string): Promise<JobStore> {
  await mkdir(directory, { recursive: true })
  const jobs = new Map<string, Job>()
  for (const name of await readdir(directory)) {
    if (!name.endsWith('.json')) continue
    // What an earlier version wrote in another shape is forgotten, as MediaConvert forgets after months.
    const job = Job.safeParse(JSON.parse(await readFile(join(directory, name), 'utf8')))
    if (job.success) jobs.set(job.data.id, job.data)
  }

  const known = (id: string) => {
    const job = jobs.get(id)
    if (!job) throw new Error(`There is no job ${id}`)
    return job
  }

  const put = async (job: Job) => {
    jobs.set(job.id, job)
    const file = join(directory, `${job.id}.json`)
    // Renaming is atomic: a crash leaves the old state or the new, never half of one.
    const draft = `${file}.${randomUUID()}`
    await writeFile(draft, JSON.stringify(job))
    await rename(draft, file)
    return job
  }

  return {
    async create(request) {
      const now = Date.now()
      const token = request.clientRequestToken
      const same =
        token &&
        [...jobs.values()].find(
          ({ request, createdAt }) =>
            request.clientRequestToken === token && now - createdAt * 1000 < TOKEN_MS,
        )
      if (same) return { job: same, isNew: false }
      const job: Job = {
        id: `${now}-${randomUUID().slice(0, 6)}`,
        createdAt: now / 1000,
        status: 'SUBMITTED',
        jobPercentComplete: 0,
        request,
      }
      return { job: await put(job), isNew: true }
    },
    get: (id) => jobs.get(id),
    update: (id, change) => put({ ...known(id), ...change }),
    note(id, change) {
      const job = { ...known(id), ...change }
      jobs.set(id, job)
      return job
    },
    unfinished: () =>
      [...jobs.values()].filter(isUnfinished).sort((a, b) => a.createdAt - b.createdAt),
  }
}
