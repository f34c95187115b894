import { execFile, spawn } from 'node:child_process'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { EncodePlan } from '#local/media-convert/plan/encode-plan'
import { lookAt, type SourceLook } from '#local/media-convert/probe/source-look'
import type { FfmpegTools } from '#local/media-convert/tools/find-ffmpeg'
import { encodeArguments, posterArguments } from './ffmpeg-args.ts'
import { writeManifests } from './manifests.ts'

const run = promisify(execFile)

/** Less than this share of what the source claims to last means that the rest of it is missing. */
const COMPLETE_SHARE = 0.95

export interface Encode {
  readonly tools: FfmpegTools
  readonly plan: EncodePlan
  /** A local file. */
  readonly source: string
  /** An empty directory, which the manifests, segments and poster are written to. */
  readonly directory: string
  readonly signal: AbortSignal
  /** 0–100, as often as ffmpeg says. */
  onProgress(percent: number): void
}

/**
 * Encodes a whole job. Rejects with what ffmpeg said, or when the source turns out to end before
 * its time; with the signal's reason when aborted.
 */
export async function encode(job: Encode): Promise<void> {
  const { plan, source, directory } = job
  const look = await lookAt(job.tools.ffprobe, source)
  if (plan.poster) {
    const files = join(directory, `${basename(plan.poster.destination)}.%07d.jpg`)
    const args = posterArguments(plan, plan.poster, look, source, files)
    await run(job.tools.ffmpeg, args, { signal: job.signal, timeout: 60_000 })
  }
  await runEncoder(job, look)
  const encoded = await writeManifests(directory, plan, plan.frameRate ?? look.frameRate)
  if (look.seconds !== null && encoded < look.seconds * COMPLETE_SHARE - 1) {
    throw new Error(
      `The source is damaged: it should last ${look.seconds.toFixed(1)} s, but ends after ${encoded.toFixed(1)} s`,
    )
  }
}

function runEncoder(job: Encode, look: SourceLook): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(job.tools.ffmpeg, encodeArguments(job.plan, look, job.source), {
      cwd: job.directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: job.signal,
      killSignal: 'SIGKILL',
    })
    let complaints = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints = (complaints + text).slice(-2000)
    })
    createInterface({ input: child.stdout }).on('line', (line) => {
      // Microseconds, in spite of the name, in every version of ffmpeg.
      const microseconds = /^out_time_ms=(\d+)/.exec(line)?.[1]
      if (microseconds === undefined || look.seconds === null) return
      job.onProgress(Math.min(99, Math.floor(Number(microseconds) / 1e4 / look.seconds)))
    })
    child.once('error', (error) => reject(job.signal.aborted ? job.signal.reason : error))
    child.once('close', (code) => {
      if (job.signal.aborted) reject(job.signal.reason)
      else if (code === 0) resolve()
      else reject(new Error(lastLine(complaints) || `ffmpeg ended with code ${code}`))
    })
  })
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''
