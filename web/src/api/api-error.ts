import { ERROR_STATUS, type ErrorCode } from '#contract/http/error-status'
import type { Said } from '#contract/words/said'
import { language } from '#web/words/language.ts'
import { words } from './words/en.ts'

type Issues = readonly {
  readonly path: string
  /** Of a file's text: from 1. */
  readonly line?: number | undefined
  readonly message: string
}[]

interface Facts {
  readonly issues?: Issues
  /** Of a conflict: what others wrote meanwhile. */
  readonly current?: Readonly<Record<string, unknown>> | undefined
  /** Whether Lectern itself answered, and not a firewall, a proxy or a captive network on the way. */
  readonly isOurs?: boolean
  /** For how long the server asks to be left alone; undefined where it asks for nothing. */
  readonly retryAfterMs?: number | undefined
}

/** A call that did not succeed; `message` is a sentence for the person. */
export class ApiError extends Error {
  readonly code: ErrorCode | 'offline'
  readonly issues: Issues
  readonly current: Facts['current']
  readonly isOurs: boolean
  readonly retryAfterMs: number | undefined

  constructor(code: ApiError['code'], message: string, facts: Facts = {}) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.issues = facts.issues ?? []
    this.current = facts.current
    this.isOurs = facts.isOurs ?? false
    this.retryAfterMs = facts.retryAfterMs
  }
}

/**
 * What an answer that is no success means. Only Lectern's own says what is missing or forbidden: a firewall,
 * a proxy or a captive network on the way knows nothing of courses and people, whatever its status.
 */
export async function readError(answer: Response): Promise<ApiError> {
  const retryAfterMs = readRetryAfter(answer.headers)
  const ours = ourErrorOf(answer.status, await answer.json().catch(() => undefined))
  if (ours) {
    const { current } = ours
    const { message, issues } = await inReadersWords(ours)
    return new ApiError(ours.code, message, { issues, current, isOurs: true, retryAfterMs })
  }
  return answer.status === 429
    ? new ApiError('too_many_requests', words.byCode.too_many_requests, { retryAfterMs })
    : new ApiError('internal', words.noAnswer(answer.status), { retryAfterMs })
}

/**
 * An error in the contract's shape, whose code goes with its status. Only what a request's id is on was
 * made by the API: the firewall's answers are written once and for all.
 */
function ourErrorOf(status: number, body: unknown) {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {}
  const { code, message, reason, requestId, issues, current } = error
  if (!isCode(code) || ERROR_STATUS[code] !== status) return undefined
  if (typeof message !== 'string' || typeof requestId !== 'string' || !requestId) return undefined
  return {
    code,
    message,
    reason: isSaid(reason) ? reason : undefined,
    issues: Array.isArray(issues) ? issues.filter(isIssue) : [],
    current: isRecord(current) ? current : undefined,
  }
}

/**
 * The API's own sentences are English: for readers of other languages they are made anew from their reasons,
 * by words that no page loads before. What is not known by them is said by its code.
 */
async function inReadersWords(told: NonNullable<ReturnType<typeof ourErrorOf>>) {
  if (language === 'en') return told
  const { inWords } = await import('./reasons.ts').catch(() => ({ inWords: () => '' }))
  const say = (said: Said | undefined, otherwise: string) => (said && inWords(said)) || otherwise
  return {
    message: say(told.reason, words.byCode[told.code]),
    issues: told.issues.map(({ path, line, reason }) => ({
      path,
      line,
      message: say(isSaid(reason) ? reason : undefined, words.byCode.invalid),
    })),
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const isCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && Object.hasOwn(ERROR_STATUS, value)
const isSaid = (value: unknown): value is Said =>
  isRecord(value) && typeof value.code === 'string' && isRecord(value.params)
const isIssue = (value: unknown): value is Issues[number] & { readonly reason?: unknown } =>
  isRecord(value) && typeof value.path === 'string' && typeof value.message === 'string'

/** Nobody is kept away for longer, whatever a header says. */
const LONGEST_MS = 3_600_000

/**
 * `Retry-After`: seconds, or a date by the server's clock, which its `Date` tells.
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim()
  if (!value) return undefined
  const milliseconds = /^\d+$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - Date.parse(headers.get('date') ?? '')
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, Math.min(LONGEST_MS, milliseconds))
}
