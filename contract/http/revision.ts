import { z } from 'zod'

/** Of something that several people write: grows with each change of a field of it. */
export const Revision = z.number().int().min(1)

/** What something begins with. */
export const FIRST_REVISION = 1

/** Goes with a change of fields. */
export const SeenRevision = z.object({
  /**
   * The revision that was read before the change: a field that others changed since is not replaced, but
   * answered as a conflict with its value and the revision to replace it by. @default any
   */
  revision: Revision.optional(),
})

/** What is not there yet has no revision. */
export type New<T> = T extends unknown ? Omit<T, 'revision'> : never
