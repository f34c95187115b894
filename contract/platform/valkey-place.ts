import { z } from 'zod'

/** `host:port` */
const HostAndPort = z.string().regex(/^[^\s:/@]+:\d{1,5}$/)

/** Where the functions find Valkey and as whom they sign in; null is a deployment without it. */
export const ValkeyPlace = z
  .strictObject({
    /** For writes, and for reads that must see them. */
    primary: HostAndPort,
    /** For reads that may be a little behind. */
    reader: HostAndPort,
    tls: z.boolean(),
    /** Whether keys are spread over slots: commands of several keys need one hash tag. */
    isCluster: z.boolean(),
    /** Signs in by IAM; null is a Valkey that asks for no sign-in. */
    user: z
      .strictObject({
        id: z.string().min(1),
        /** The replication group's or the serverless cache's name, for which a token is made. */
        cache: z.string().min(1),
        isServerless: z.boolean(),
      })
      .nullable(),
  })
  .nullable()
export type ValkeyPlace = z.infer<typeof ValkeyPlace>

/**
 * What the functions may do there, and what `adapters/cache` does: these commands, those of its scripts among them,
 * on keys of this pattern.
 */
export const VALKEY_RIGHTS = {
  keys: 'lectern:*',
  commands: [
    ...['get', 'mget', 'set', 'del', 'eval', 'evalsha', 'time'],
    ...['ping', 'readonly', 'asking'],
  ],
} as const
