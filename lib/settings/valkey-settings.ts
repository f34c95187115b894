import { z } from 'zod'

/**
 * The cache between the functions and the table: none, and then no VPC either; a serverless one, paid by what it
 * holds and does; or nodes, a primary and its replicas.
 */
export const ValkeySettings = z.discriminatedUnion(
  'form',
  [
    z.strictObject({ form: z.literal('none') }),
    z.strictObject({
      form: z.literal('serverless'),
      /** The most that it may hold: what would not fit is evicted. GB. */
      storageGb: z.number().int().min(1).max(5_000).default(5),
      /** The most that it may do a second: what is more is refused, and read from the table. A short GET is one. */
      ecpuPerSecond: z.number().int().min(1_000).max(15_000_000).default(20_000),
    }),
    z.strictObject({
      form: z.literal('nodes'),
      nodeType: z
        .string()
        .startsWith('cache.', 'must be a node type of ElastiCache, such as cache.t4g.small')
        .default('cache.t4g.small'),
      replicas: z.number().int().min(1).max(5).default(1),
    }),
  ],
  { error: 'must be none, serverless or nodes' },
)
export type ValkeySettings = z.infer<typeof ValkeySettings>

/**
 * How many connections a node takes, or a serverless cache: the smallest nodes fewer.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html
 */
export const connectionsOf = (nodeType: string | null): number =>
  nodeType?.startsWith('cache.t') ? 20_000 : 65_000
