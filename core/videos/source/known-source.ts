import type { Asset, SourceFacts } from '#contract/videos/asset'

/** What is known of the newest version that was looked into, else of the one that learners see. */
export const lookedInto = ({ source, liveFacts }: Asset): SourceFacts | null =>
  source ?? liveFacts?.source ?? null

/**
 * What is known of the version that learners see; null while there is none. While a replacement is on its
 * way, `source` speaks of the replacement.
 */
export const liveSource = ({
  version,
  liveVersion,
  source,
  liveFacts,
}: Asset): SourceFacts | null => (version === liveVersion ? source : (liveFacts?.source ?? null))
