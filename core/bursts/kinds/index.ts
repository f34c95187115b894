import type { BurstName } from '#contract/bursts/kinds/index'
import type { BurstSource } from './kind.ts'
import { opening } from './opening.ts'

export const burstSources = { opening } satisfies Record<BurstName, BurstSource>
