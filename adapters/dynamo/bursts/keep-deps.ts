import { createSyllabusRepository } from '#adapters/dynamo/courses/syllabus-repository'
import type { Table } from '#adapters/dynamo/table'
import { systemClock } from '#adapters/platform/clock'
import type { KeepDeps } from '#core/bursts/keep-bursts'
import { createBurstRepository } from './repository.ts'

/** For whoever keeps the bursts of courses current. */
export const createKeepDeps = (table: Table): KeepDeps => ({
  bursts: createBurstRepository(table),
  syllabuses: createSyllabusRepository(table),
  clock: systemClock,
})
