import { createHash } from 'node:crypto'
import type { ValkeyPlace } from '#contract/platform/valkey-place'
import { Cluster } from './cluster.ts'
import { Link, type LinkOptions, type SignIn } from './link.ts'
import { type Argument, type Command, type Reply, ReplyError } from './resp.ts'

/** Who answers commands: one node, or a cluster of them. */
export interface Speaker {
  /**
   * `key` is one of the command's, by which a cluster finds the node.
   * @throws Unwell, ReplyError
   */
  send(key: string, command: Command): Promise<Reply>
  /** When it was last well again after an illness or a lost connection; 0: it always was. Milliseconds by the clock. */
  readonly wellSince: number
}

/** What an execution environment has of Valkey: a connection for writes, and one for reads that may be a little behind. */
export interface Valkey {
  readonly primary: Speaker
  /** The same as `primary` where there are no replicas. */
  readonly reader: Speaker
  close(): void
}

export interface ValkeyOptions {
  readonly signIn?: () => SignIn
  readonly onError?: (error: Error) => void
}

/** Connects when it is asked first; null is a deployment without Valkey. */
export function openValkey(place: ValkeyPlace, options: ValkeyOptions = {}): Valkey | null {
  if (!place) return null
  const open = (address: string, readsReplicas: boolean) => {
    const at = address.lastIndexOf(':')
    return speakerOf(place.isCluster, {
      host: address.slice(0, at),
      port: Number(address.slice(at + 1)),
      tls: place.tls,
      signIn: options.signIn ?? null,
      readsReplicas,
      onError: options.onError ?? (() => undefined),
    })
  }
  const primary = open(place.primary, false)
  const reader = place.reader === place.primary ? primary : open(place.reader, place.isCluster)
  return {
    primary,
    reader,
    close: () => {
      primary.close()
      reader.close()
    },
  }
}

function speakerOf(isCluster: boolean, options: LinkOptions): Speaker & { close(): void } {
  if (isCluster) return new Cluster(options)
  const link = new Link(options)
  return {
    send: (_, command) => link.send(command),
    get wellSince() {
      return link.wellSince
    },
    close: () => link.close(),
  }
}

export interface Script {
  readonly text: string
  readonly hash: string
}

export const script = (text: string): Script => ({
  text,
  hash: createHash('sha1').update(text).digest('hex'),
})

/** Valkey knows a script by its hash until it starts anew. All keys have one hash tag. */
export async function run(
  speaker: Speaker,
  { text, hash }: Script,
  keys: readonly [string, ...string[]],
  ...values: Argument[]
): Promise<Reply> {
  try {
    return await speaker.send(keys[0], ['EVALSHA', hash, keys.length, ...keys, ...values])
  } catch (error) {
    if (!(error instanceof ReplyError && error.code === 'NOSCRIPT')) throw error
    return speaker.send(keys[0], ['EVAL', text, keys.length, ...keys, ...values])
  }
}
