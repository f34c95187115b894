import { CustomAttributeType } from 'electrodb'

/** What tells two who write one item whether they write the same field of it. */
export const versionedAttributes = {
  /** Grows with each change of a field, but not of a position. */
  revision: { type: 'number', required: true },
  /** Of each field that was ever changed the revision that did it last. */
  changed: { type: CustomAttributeType<Record<string, number>>('any') },
} as const
