import { ValkeyPlace } from '#contract/platform/valkey-place'
import { REGION } from '#local/assembly/identifiers'
import { urlOf } from '#local/http/listen'
import type { Ports } from '#local/http/ports'
import { credentials } from '#local/service/clients'

/**
 * A function's environment: what its template says, and where the local services are. Nothing is
 * inherited from the shell, so that no AWS profile of the machine is ever used, and what has no address of its
 * own here goes to the local cloud's, never to AWS.
 */
export const createSurroundings =
  (ports: Ports, hasValkey: boolean) =>
  (template: Readonly<Record<string, string>>): Record<string, string> => ({
    ...template,
    ...(template.VALKEY && { VALKEY: hasValkey ? withoutTls(template.VALKEY) : 'null' }),
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: urlOf(ports.aws),
    AWS_ENDPOINT_URL_S3: urlOf(ports.s3),
    AWS_ENDPOINT_URL_DYNAMODB: urlOf(ports.dynamo),
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: urlOf(ports.cognito),
    POWERTOOLS_TRACE_ENABLED: 'false',
    TZ: 'UTC',
  })

/** This machine's Valkey speaks without TLS. */
const withoutTls = (text: string) => {
  const place = ValkeyPlace.parse(JSON.parse(text))
  return JSON.stringify(place && { ...place, tls: false })
}
