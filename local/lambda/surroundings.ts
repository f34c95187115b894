import { REGION } from '#local/assembly/identifiers'
import type { Ports } from '#local/service/ports'

/** The one key pair that every local service knows. */
export const credentials = {
  accessKeyId: 'lectern',
  secretAccessKey: 'lectern-local-secret',
}

/** What an AWS client needs for a local service. */
export const clientSettings = (endpoint: string) => ({
  endpoint,
  region: REGION,
  // The SDK marks the object it is given.
  credentials: { ...credentials },
})

export const urlOf = (port: number) => `http://127.0.0.1:${port}`

/**
 * A function's environment: what its template says, and where the local services are. Nothing is
 * inherited from the shell, so that no AWS profile of the machine is ever used.
 */
export const createSurroundings =
  (ports: Ports, hasValkey: boolean) =>
  (template: Readonly<Record<string, string>>): Record<string, string> => ({
    ...template,
    ...('VALKEY_URL' in template && {
      VALKEY_URL: hasValkey ? `redis://127.0.0.1:${ports.valkey}` : '',
    }),
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_S3: urlOf(ports.s3),
    AWS_ENDPOINT_URL_DYNAMODB: urlOf(ports.dynamo),
    AWS_ENDPOINT_URL_MEDIACONVERT: urlOf(ports.aws),
    AWS_ENDPOINT_URL_EVENTBRIDGE: urlOf(ports.aws),
    AWS_ENDPOINT_URL_SQS: urlOf(ports.aws),
    AWS_ENDPOINT_URL_CLOUDFRONT: urlOf(ports.aws),
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: urlOf(ports.cognito),
    AWS_ENDPOINT_URL_SECRETS_MANAGER: urlOf(ports.aws),
    POWERTOOLS_TRACE_ENABLED: 'false',
    POWERTOOLS_METRICS_DISABLED: 'true',
    TZ: 'UTC',
  })
