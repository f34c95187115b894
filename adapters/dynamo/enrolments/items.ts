import { plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { EnrolmentItem } from './entity.ts'
import { earlierEnrolmentKeys, enrolmentKeys } from './keys.ts'

export const enrolmentItems = (table: Table) => plainItems<EnrolmentItem>(table, enrolmentKeys)

export const earlierEnrolmentItems = (table: Table) =>
  plainItems<EnrolmentItem>(table, earlierEnrolmentKeys)
