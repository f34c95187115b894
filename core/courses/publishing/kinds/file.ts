import type { CheckOf } from './check.ts'

/** What is in a file nobody here reads. */
export const file: CheckOf<'file'> = () => []
