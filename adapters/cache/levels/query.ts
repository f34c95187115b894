import type { z } from 'zod'

/** An answer that is remembered. All times are in seconds; a tenth of them at random is left off. */
export interface Query<T> {
  /** With a number that changes with the form of its values: two versions of the code do not read each other's. */
  readonly name: string
  /** In an environment's own memory, where nobody else can make it forget; a person's never. */
  readonly memory: number
  /** From when it was read from the table. */
  readonly valkey: number
  /** How long it is remembered that there is none; 0: never. */
  readonly negative: number
  /** How much older it may be while the table does not answer; a person's never. */
  readonly grace: number
  /** It comes from an index, which may be behind: so long after a write it is not stored. */
  readonly settles: number
  /** As JSON it is read with this: what it refuses, we did not store. */
  readonly schema: () => z.ZodType<T>
  /** In what JSON can say, where it is not. */
  readonly plain?: (value: T) => unknown
}
