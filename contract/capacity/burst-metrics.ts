/** What `burst-watch` counts, and what alarms watch. */
export const burstMetrics = {
  /** Environments by which the known bursts of the next hours raise the least, at their highest. */
  planned: 'EnvironmentsForBursts',
  /** Environments that these bursts need, and that the settings or the account do not let them have. */
  missing: 'EnvironmentsMissingForBursts',
  /** The value of the metrics’ dimension `service`. */
  service: 'burst-watch',
} as const
