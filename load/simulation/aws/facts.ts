/** What AWS says of its services, each with the page that says it, as far as the simulation needs it. */
export const facts = {
  lambda: {
    /**
     * Of an alias with provisioned environments for each of them, and of an account for each of its quota; what is
     * more spills over, or is refused:
     * https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html#concurrency-vs-requests-per-second
     */
    callsPerEnvironment: 10,
    /** Environments that a function may start, and what comes back a second: https://docs.aws.amazon.com/lambda/latest/dg/scaling-behavior.html */
    starts: { atOnce: 1_000, perSecond: 100 },
    /** Preparation takes "a minute or two", then 6,000 a minute come: https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html */
    allocation: { preparationSeconds: 90, perSecond: 100 },
  },
  /**
   * Points of a minute that the two alarms of target tracking want, and how far below the target the lower one is:
   * https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html#managing-provisioned-concurency and
   * https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html
   */
  tracking: { pointsOut: 3, pointsIn: 15, belowTarget: 0.9 },
  table: {
    /** Units a second that one partition takes: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html */
    partition: { reads: 3_000, writes: 1_000 },
    /** A new on-demand table takes 12,000 reads and 4,000 writes: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput-scenarios.html */
    partitions: 4,
    /** Tries of the SDK, and what it waits before the second: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html */
    tries: 3,
    firstPauseSeconds: 0.05,
  },
} as const

/** What AWS does not say, and nobody measured for us yet. Better numbers are those of a deployment's own metrics. */
export const assumed = {
  /** Edge, firewall, gateway and authorizer around a call; what the gateway's cache answers takes as long. */
  gatewayMs: 12,
  /** How far times scatter: the deviation of their logarithm. */
  scatter: { gateway: 0.3, processor: 0.25, table: 0.5, start: 0.3 },
  /** An environment on demand that nobody calls is taken away. */
  idleSeconds: 600,
  /** A point of a metric is seen so much later than its minute ends. */
  metricLateSeconds: 60,
  /** A partition that refused for so many minutes on end is cut in two. */
  splitAfterMinutes: 5,
  /** Of what is provisioned, at most so much is given back in one step. */
  stepIn: 0.1,
  /** Of Valkey, with a replica in another zone, until the replica takes over. */
  failoverSeconds: 60,
  /** For which Valkey is away where that is what fails. */
  valkeyAwaySeconds: 300,
} as const
