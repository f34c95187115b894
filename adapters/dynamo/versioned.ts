import { CustomAttributeType } from 'electrodb'
import type { Hands } from '#core/lessons/ports'

/** What tells two who write one item whether they write the same field of it. */
export const versionedAttributes = {
  /** Grows with each change of a field, but not of a position. */
  revision: { type: 'number', required: true },
  /** Of each field that was ever changed the revision that did it last. */
  changed: { type: CustomAttributeType<Record<string, number>>('any') },
  /** Of each field that somebody changed who did it last. */
  hands: { type: CustomAttributeType<Hands>('any') },
} as const

export const countedOf = ({
  changed = {},
  hands = {},
}: {
  readonly changed?: Record<string, number> | undefined
  readonly hands?: Hands | undefined
}) => ({ changed, hands })
