import { Redis } from 'iovalkey'
import type { ValkeyPlace } from '#contract/platform/valkey-place'
import { createValkeyCredentials } from './valkey-credentials.ts'

/** A Valkey that does not answer in this time is slower than the table behind it. Milliseconds. */
const COMMAND_TIMEOUT = 200
/** A connection on which nothing comes back for so long is dead, and nobody told us: a primary that hangs. */
const SOCKET_TIMEOUT = 1_000
/** Nobody waits for a connection: until there is one, reads go to the table. */
const CONNECT_TIMEOUT = 5_000
const KEEP_ALIVE = 30_000

/**
 * After a failover the endpoint's name leads to the new primary, while the old one may live on as a replica:
 * it answers reads and refuses writes, and only a new connection asks for the name again.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html
 */
const isDemoted = (error: Error) => /^(READONLY|MASTERDOWN)\b/.test(error.message)

/** At random, so that a failover does not bring all environments back at one moment. Milliseconds. */
const reconnectAfter = (attempt: number) => Math.random() * Math.min(2_000, 250 * 2 ** attempt)

/** Empty is memory alone. */
export const urlOf = (place: ValkeyPlace): string => {
  if (!place) return ''
  const { username, password } = place.user
    ? createValkeyCredentials(place.user)()
    : { username: '', password: '' }
  const who = place.user ? `${username}:${encodeURIComponent(password)}@` : ''
  return `${place.tls ? 'rediss' : 'redis'}://${who}${place.primary}`
}

/** A connection that follows the primary, and fails at once while there is none. */
export const openValkey = (url: string, onError: (error: Error) => void): Redis => {
  const client = new Redis(url, {
    enableOfflineQueue: false,
    // What a lost connection left unanswered fails at once; sent again later, it could bring back old answers.
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_TIMEOUT,
    socketTimeout: SOCKET_TIMEOUT,
    connectTimeout: CONNECT_TIMEOUT,
    keepAlive: KEEP_ALIVE,
    reconnectOnError: isDemoted,
    retryStrategy: reconnectAfter,
  })
  client.on('error', onError)
  return client
}
