import { isProblem, type UploadPlan, UploadProblem, type UploadSession } from './upload.ts'
import { words } from './words/en.ts'

/** The server's side, with its errors told as `UploadProblem`. */
export interface UploadApi {
  start(plan: UploadPlan, signal: AbortSignal): Promise<UploadSession>
  sign(
    plan: UploadPlan,
    session: UploadSession,
    partNumbers: number[],
    signal: AbortSignal,
  ): Promise<{ urls: { partNumber: number; url: string }[]; arrived: number[] }>
  /** Resolves too where the upload was completed before; `incomplete` where S3 lacks parts after all. */
  complete(plan: UploadPlan, session: UploadSession, signal: AbortSignal): Promise<void>
  abort(plan: UploadPlan, session: UploadSession): Promise<void>
}

export interface SendDeps {
  readonly api: UploadApi
  put(url: string, body: Blob, signal: AbortSignal, tell: (bytes: number) => void): Promise<void>
  /** Resolves when it is worth trying again after the `attempt`-th failure in a row, from 1. */
  reachable(attempt: number, signal: AbortSignal): Promise<void>
}

interface SendInput {
  readonly plan: UploadPlan
  readonly file: Blob
  readonly signal: AbortSignal
  readonly onSession: (session: UploadSession) => void
  readonly onProgress: (sentBytes: number) => void
  /** Why it has to wait for the connection; null when it is there again. */
  readonly onOffline: (why: string | null) => void
}

/** Parts under way at once: enough to fill a line, few enough for a phone. */
const AT_ONCE = 3
/** Signed together: addresses are valid for an hour. */
const BATCH = 20
/** Refusals of a part in a row before a person is asked. A lost connection is waited for without end. */
const REFUSALS = 4
/** Times that the parts are joined, each but the first after what was missing was sent again. */
const TRIES = 3

/**
 * Sends a file to the ingest bucket, part by part, straight to signed addresses, and joins the parts.
 * Goes on with `plan.session` where there is one: parts that S3 has are not sent again. Rejects when
 * aborted, which leaves the parts for another time, and with an `UploadProblem` that is not `offline`.
 */
export async function sendFile(deps: SendDeps, input: SendInput): Promise<void> {
  const { plan, signal } = input
  if (plan.session) {
    const done = await goOn(deps, input, plan.session)
    if (done) return
  }
  const session = await whenReachable(deps, input, () => deps.api.start(plan, signal))
  input.onSession(session)
  await sendParts(deps, input, session, [])
}

/** False when S3 cleared the parts away meanwhile, and the file did not arrive either. */
async function goOn(deps: SendDeps, input: SendInput, session: UploadSession): Promise<boolean> {
  const { plan, signal } = input
  const complete = () => whenReachable(deps, input, () => deps.api.complete(plan, session, signal))
  try {
    const signed = await whenReachable(deps, input, () =>
      deps.api.sign(plan, session, [1], signal),
    ).catch(unlessGone)
    // It may have arrived whole while nobody heard the answer.
    if (signed) await sendParts(deps, input, session, signed.arrived)
    else await complete()
    return true
  } catch (error) {
    unlessGone(error)
    return false
  }
}

function unlessGone(error: unknown): void {
  if (!isProblem(error, 'gone')) throw error
}

async function sendParts(
  deps: SendDeps,
  input: SendInput,
  session: UploadSession,
  arrived: readonly number[],
): Promise<void> {
  const { plan, file, signal } = input
  const sent = new Map<number, number>()
  const tell = (part: number, bytes: number) => {
    sent.set(part, bytes)
    input.onProgress([...sent.values()].reduce((sum, one) => sum + one, 0))
  }
  const bytesOf = (part: number) =>
    file.slice((part - 1) * session.partSizeBytes, part * session.partSizeBytes)
  const tellArrived = (parts: readonly number[]) => {
    sent.clear()
    for (const part of parts) sent.set(part, bytesOf(part).size)
    if (parts.length > 0) input.onProgress([...sent.values()].reduce((sum, one) => sum + one, 0))
  }

  const sign = (partNumbers: number[]) =>
    whenReachable(deps, input, () => deps.api.sign(plan, session, partNumbers, signal))

  const sendPart = async (part: number, firstUrl: string) => {
    let url = firstUrl
    for (let refusals = 0; ; ) {
      try {
        const body = bytesOf(part)
        await whenReachable(deps, input, () =>
          deps
            .put(url, body, signal, (bytes) => tell(part, bytes))
            .catch((error: unknown) => orUnreadable(error, body)),
        )
        return tell(part, body.size)
      } catch (error) {
        refusals += 1
        if (signal.aborted || refusals >= REFUSALS || isProblem(error, 'unreadable')) throw error
        tell(part, 0)
        const again = await sign([part])
        if (again.arrived.includes(part)) return tell(part, bytesOf(part).size)
        url = again.urls[0]?.url ?? url
      }
    }
  }

  // One part's failure ends the others too: they must not go on behind a paused or failed upload.
  const sendMissing = async (missing: readonly number[]) => {
    for (let first = 0; first < missing.length; first += BATCH) {
      const { urls } = await sign(missing.slice(first, first + BATCH))
      const work = async () => {
        for (let next = urls.shift(); next; next = urls.shift())
          await sendPart(next.partNumber, next.url)
      }
      const workers = Array.from({ length: AT_ONCE }, () =>
        work().catch((error: unknown) => {
          urls.length = 0
          throw error
        }),
      )
      const ends = await Promise.allSettled(workers)
      for (const end of ends) if (end.status === 'rejected') throw end.reason
    }
  }

  const numbers = Array.from({ length: session.partCount }, (_, at) => at + 1)
  for (let there = arrived, tries = 1; ; tries += 1) {
    tellArrived(there)
    await sendMissing(numbers.filter((part) => !there.includes(part)))
    try {
      return await whenReachable(deps, input, () => deps.api.complete(plan, session, signal))
    } catch (error) {
      if (!isProblem(error, 'incomplete') || tries >= TRIES) throw error
    }
    there = (await sign([1])).arrived
  }
}

/** To the browser a file that was changed or taken away looks like a lost connection. */
async function orUnreadable(error: unknown, body: Blob): Promise<never> {
  const isReadable = await body
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    )
  if (isReadable) throw error
  throw new UploadProblem('unreadable', words.changedMeanwhile, { cause: error })
}

async function whenReachable<T>(
  deps: SendDeps,
  { signal, onOffline }: SendInput,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let failures = 0; ; ) {
    try {
      const answer = await attempt()
      if (failures > 0) onOffline(null)
      return answer
    } catch (error) {
      if (signal.aborted || !(error instanceof UploadProblem) || error.kind !== 'offline')
        throw error
      failures += 1
      onOffline(error.message)
      await deps.reachable(failures, signal)
    }
  }
}
