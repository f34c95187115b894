/**
 * How the SDK's clients connect, wait and try again. Each is made once an execution environment, outside the
 * handler, and keeps its connections, as AWS advises
 * (https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html).
 */
interface ClientSettings {
  readonly maxAttempts: number
  readonly retryMode: 'standard' | 'adaptive'
  readonly requestHandler: {
    /** Milliseconds to a connection; from the request until its answer begins, waiting for a connection included. */
    readonly connectionTimeout: number
    readonly requestTimeout: number
    /** Else a request that takes longer is only warned of. */
    readonly throwOnRequestTimeout: true
    readonly httpAgent: Sockets
    readonly httpsAgent: Sockets
  }
}

interface Sockets {
  readonly keepAlive: true
  readonly maxSockets: number
}

const settings = (given: {
  attempts: number
  retryMode: ClientSettings['retryMode']
  connectMs: number
  answerMs: number
  sockets: number
}): ClientSettings => {
  const sockets: Sockets = { keepAlive: true, maxSockets: given.sockets }
  return {
    maxAttempts: given.attempts,
    retryMode: given.retryMode,
    requestHandler: {
      connectionTimeout: given.connectMs,
      requestTimeout: given.answerMs,
      throwOnRequestTimeout: true,
      httpAgent: sockets,
      httpsAgent: sockets,
    },
  }
}

/**
 * An environment serves one call at a time, and no call asks more than some batches at once; what does, waits.
 * The SDK's own number is 50.
 * https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/node-configuring-maxsockets.html
 */
export const SOCKETS_FOR_PEOPLE = 16

/**
 * Somebody waits, and the function ends after 10 seconds: three tries of 2 seconds and the pauses between them end
 * before. The table answers in some milliseconds, so what takes two seconds is lost, and the next try finds another
 * host. `standard` never delays a first try; `adaptive` does after one was throttled, and so would have all
 * learners of an environment wait for one hot partition: it is for clients of a single resource whose work can wait.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export const FOR_PEOPLE = settings({
  attempts: 3,
  retryMode: 'standard',
  connectMs: 1_000,
  answerMs: 2_000,
  sockets: SOCKETS_FOR_PEOPLE,
})

/**
 * Nobody waits but a queue, which would have all of it done again: rather more tries, and long ones, since S3
 * answers a copy or the joining of an upload when it is done. Files are sent in parts, many at once.
 */
export const FOR_WORK = settings({
  attempts: 6,
  retryMode: 'standard',
  connectMs: 2_000,
  answerMs: 120_000,
  sockets: 50,
})

/**
 * One resource that takes few requests a second from a whole account, while hundreds may come at once: each client
 * learns how many, and holds the rest back.
 */
export const FOR_A_NARROW_DOOR: ClientSettings = {
  ...FOR_WORK,
  maxAttempts: 10,
  retryMode: 'adaptive',
}
