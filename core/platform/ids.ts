import { ulid } from 'ulid'

/** A new prefixed ULID. */
export const newId = <P extends string>(prefix: P, at: Date) =>
  `${prefix}_${ulid(at.getTime())}` as const
