import type { BurstKind } from './kind.ts'
import { opening } from './opening.ts'

/** Every kind of burst that is known before it comes; what of the table tells of it is in core/bursts/kinds. */
export const burstKinds = { opening } satisfies Record<string, BurstKind>

export type BurstName = keyof typeof burstKinds
export const burstNames = Object.keys(burstKinds) as BurstName[]
