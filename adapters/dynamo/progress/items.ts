import { plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { ProgressItem } from './entity.ts'
import { progressKeys, settledProgressKeys } from './keys.ts'
import type { SettledProgressItem } from './settled-entity.ts'

export const progressItems = (table: Table) => plainItems<ProgressItem>(table, progressKeys)

export const settledProgressItems = (table: Table) =>
  plainItems<SettledProgressItem>(table, settledProgressKeys)
