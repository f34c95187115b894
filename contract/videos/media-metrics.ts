/** What the media workers count, by CloudWatch's embedded metric format, and what alarms watch. */
export const mediaMetrics = {
  /** Assets that a run of `media-watch` had to move. */
  stuckAssets: 'StuckAssets',
  /** The value of the metrics' dimension `service`. */
  service: 'media-watch',
} as const
