import { randomInt } from 'node:crypto'
import type { EnrolmentCode } from '#contract/enrolments/codes'
import { CODE_SIGNS, codeLimits } from '#contract/enrolments/limits'
import { say } from '#contract/say'
import { findOwnCourse, type OfCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import type { Clock } from '#core/platform/clock'
import { DomainError, notFound } from '#core/platform/errors'
import type { CodeRepository, PeopleLog } from './ports.ts'

export interface CodeDeps extends TeachingReaders {
  readonly codes: Pick<CodeRepository, 'list' | 'add' | 'write'>
  readonly log: PeopleLog
  readonly clock: Clock
}

type OfCode = OfCourse & { readonly codeId: string }

/** All codes of a course, the youngest first. */
export async function listCodes(
  deps: CodeDeps,
  input: OfCourse,
): Promise<{ items: EnrolmentCode[] }> {
  const { id } = await findOwnCourse(deps, input, 'people')
  return { items: await deps.codes.list(id) }
}

/** Makes a code under an id that the client makes up: told again, it is the same code. */
export async function makeCode(
  deps: CodeDeps,
  { id: codeId, label, ...of }: OfCourse & { readonly id: string; readonly label: string },
): Promise<EnrolmentCode> {
  const { id: courseId } = await findOwnCourse(deps, of, 'people')
  const there = await deps.codes.list(courseId)
  const known = there.find(({ id }) => id === codeId)
  if (known) return known
  if (there.length >= codeLimits.codes)
    throw new DomainError('conflict', say('codes_full', { most: codeLimits.codes }))
  const code: EnrolmentCode = {
    ...{ id: codeId, code: newCode(), label },
    ...{ madeAt: deps.clock.now().toISOString(), stoppedAt: null, used: 0 },
  }
  if (!(await deps.codes.add(courseId, code))) return findCode(deps, courseId, codeId)
  deps.log.info('people.code_made', { courseId, codeId, by: of.actor.userId })
  return code
}

/** Another code in the place of one: the old one enrols nobody any more. Told again of the same old one, it changes nothing. */
export async function changeCode(
  deps: CodeDeps,
  {
    codeId,
    instead,
    stopped,
    ...of
  }: OfCode & { readonly instead?: string | undefined; readonly stopped?: boolean | undefined },
): Promise<EnrolmentCode> {
  const { id: courseId } = await findOwnCourse(deps, of, 'people')
  const before = await findCode(deps, courseId, codeId)
  const now = deps.clock.now().toISOString()
  const after = {
    ...before,
    ...(instead === before.code && { code: newCode(), used: 0, madeAt: now }),
    ...(stopped !== undefined && { stoppedAt: stopped ? (before.stoppedAt ?? now) : null }),
  }
  if (!(await deps.codes.write(courseId, before, after))) return findCode(deps, courseId, codeId)
  deps.log.info('people.code_changed', { courseId, codeId, by: of.actor.userId })
  return after
}

const newCode = (): string =>
  Array.from({ length: codeLimits.length }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('')

async function findCode(
  { codes }: Pick<CodeDeps, 'codes'>,
  courseId: string,
  codeId: string,
): Promise<EnrolmentCode> {
  const found = (await codes.list(courseId)).find(({ id }) => id === codeId)
  if (!found) throw notFound('code')
  return found
}
