import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { unlessRefused } from '#adapters/dynamo/condition'
import { IS_NOT_THERE, plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { EnrolmentCode } from '#contract/enrolments/codes'
import { codeLimits } from '#contract/enrolments/limits'
import type { CodeRepository } from '#core/enrolments/roster/ports'
import type { CodeItem, CodeTriesItem } from './code-entity.ts'
import { codeKeys, codeTriesKeys } from './code-keys.ts'

const TRIES_KEPT_SECONDS = 2 * 3600

export const createCodes = (table: Table): CodeRepository => {
  const codes = plainItems<CodeItem>(table, codeKeys)
  const tries = plainItems<CodeTriesItem>(table, codeTriesKeys)
  const send = (update: ReturnType<typeof codes.toAdd>) =>
    unlessRefused(table.client.send(new UpdateCommand(update.Update)))

  return {
    list: async (courseId) => {
      const found = await codes.queryAll(codeKeys.indexes.ofCourse, { courseId })
      return found.map(toCode).sort((one, other) => (one.madeAt < other.madeAt ? 1 : -1))
    },
    add: (courseId, code) =>
      codes.put({ courseId, ...code, stoppedAt: code.stoppedAt ?? '' }, IS_NOT_THERE),
    write: (courseId, before, { id, code, madeAt, stoppedAt, used }) =>
      codes.update(
        { courseId, id },
        { code, madeAt, stoppedAt: stoppedAt ?? '', ...(code !== before.code && { used }) },
        {
          holds: 'code = :seen AND stoppedAt = :was',
          values: { seen: before.code, was: before.stoppedAt ?? '' },
        },
      ),
    count: async (courseId, id) => {
      // Of one that was deleted meanwhile nothing is counted.
      await send(codes.toAdd({ courseId, id }, { used: 1 }, { holds: 'attribute_exists(code)' }))
    },
    mayTry: (userId, now) => {
      const hour = now.toISOString().slice(0, 13)
      const expiresAt = Math.floor(now.getTime() / 1000) + TRIES_KEPT_SECONDS
      const counted = tries.toAdd(
        { userId, hour, expiresAt },
        { tries: 1 },
        {
          holds: 'attribute_not_exists(tries) OR tries < :most',
          values: { most: codeLimits.triesAnHour },
        },
      )
      return send(counted)
    },
  }
}

const toCode = ({ courseId: _, stoppedAt, ...item }: CodeItem): EnrolmentCode => ({
  ...item,
  stoppedAt: stoppedAt || null,
})
