import { createHash, createHmac } from 'node:crypto'
import type { ValkeyPlace } from '#contract/platform/valkey-place'

export interface ValkeyCredentials {
  readonly username: string
  /** Signs in for 15 minutes; the connection that it opened lives for twelve hours at most. */
  readonly password: string
}

/** Seconds; AWS takes no more. */
const VALID_FOR = 900
const ALGORITHM = 'AWS4-HMAC-SHA256'

/**
 * Signs in by IAM: the password is the address of a request that is never sent, signed as Signature Version 4
 * signs one in its query. Ask anew for each connection. Signed here and not by the SDK's signer, since it takes
 * 0.1 ms, and nothing has to be loaded and waited for between two tries to connect; a test compares the two.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
 */
export const createValkeyCredentials = (
  user: NonNullable<NonNullable<ValkeyPlace>['user']>,
  /** Lambda puts the keys of the function's role there. */
  environment: Readonly<Record<string, string | undefined>> = process.env,
  now: () => number = Date.now,
): (() => ValkeyCredentials) => {
  const read = (name: string) => {
    const value = environment[name]
    if (!value) throw new Error(`${name} is not set, so nobody can sign in to Valkey.`)
    return value
  }
  return () => {
    const instant = new Date(now()).toISOString().replace(/[-:]|\.\d+/g, '')
    const scope = [instant.slice(0, 8), read('AWS_REGION'), 'elasticache', 'aws4_request']
    const token = environment.AWS_SESSION_TOKEN
    const query = queryOf({
      Action: 'connect',
      ...(user.isServerless && { ResourceType: 'ServerlessCache' }),
      User: user.id,
      'X-Amz-Algorithm': ALGORITHM,
      'X-Amz-Credential': [read('AWS_ACCESS_KEY_ID'), ...scope].join('/'),
      'X-Amz-Date': instant,
      'X-Amz-Expires': `${VALID_FOR}`,
      ...(token && { 'X-Amz-Security-Token': token }),
      'X-Amz-SignedHeaders': 'host',
    })
    const request = ['GET', '/', query, `host:${user.cache}`, '', 'host', sha256('')].join('\n')
    const toSign = [ALGORITHM, instant, scope.join('/'), sha256(request)].join('\n')
    const key = scope.reduce<Buffer | string>(hmac, `AWS4${read('AWS_SECRET_ACCESS_KEY')}`)
    const signature = hmac(key, toSign).toString('hex')
    return {
      username: user.id,
      password: `${user.cache}/?${query}&X-Amz-Signature=${signature}`,
    }
  }
}

/** Sorted by name, as it is signed. */
const queryOf = (parameters: Readonly<Record<string, string>>) =>
  Object.entries(parameters)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${encode(value)}`)
    .join('&')

const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest()
