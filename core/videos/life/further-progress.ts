import type { EncodePhase } from '#contract/videos/asset'

/** Events may come out of order, and what was told once stays told. */
export function furtherPercent(before: number | null, told: number | null): number | null {
  if (told === null) return before
  return Math.max(before ?? 0, Math.round(Math.min(100, Math.max(0, told))))
}

const PHASES_AFTER: Record<EncodePhase, readonly EncodePhase[]> = {
  probing: ['transcoding', 'uploading'],
  transcoding: ['uploading'],
  uploading: [],
}

export const furtherPhase = (
  before: EncodePhase | null,
  told: EncodePhase | null,
): EncodePhase | null =>
  before === null || (told !== null && PHASES_AFTER[before].includes(told)) ? told : before
