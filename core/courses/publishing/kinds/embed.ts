import type { CheckOf } from './check.ts'

/** What the page of somebody else has, nobody here can see. */
export const embed: CheckOf<'embed'> = () => []
