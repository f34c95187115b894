import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { REGION } from '#local/assembly/identifiers'
import { accounts } from '#local/cognito/demo-accounts'
import { cognito } from '#local/cognito/index'
import { dynamo } from '#local/dynamo/index'
import { edge } from '#local/edge/index'
import { lambda } from '#local/lambda/index'
import { s3 } from '#local/s3/index'
import { credentials } from '#local/service/clients'
import type { Context } from '#local/service/service'

/** Where everything is: what `.lectern/endpoints.json` holds. */
export interface Endpoints {
  /** Of `npm start`. */
  readonly processId: number
  readonly webUrl: string
  readonly apiUrl: string
  readonly openApiUrl: string
  readonly s3Endpoint: string
  readonly dynamoEndpoint: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly ingestBucket: string
  readonly contentBucket: string
  readonly cognitoEndpoint: string
  readonly userPoolId: string
  readonly userPoolClientId: string
  readonly issuer: string
  readonly accounts: typeof accounts
}

export function endpointsOf(context: Context): Endpoints {
  const { url } = edge.in(context)
  const { url: cognitoEndpoint, userPoolId, clientId, issuer } = cognito.in(context)
  const teaching = lambda
    .in(context)
    .functions.find((fn) => fn.environment.INGEST_BUCKET && fn.environment.CONTENT_BUCKET)
  return {
    processId: process.pid,
    webUrl: url,
    apiUrl: `${url}/api`,
    openApiUrl: `${url}/api/openapi.json`,
    s3Endpoint: s3.in(context).url,
    dynamoEndpoint: dynamo.in(context).url,
    region: REGION,
    ...credentials,
    ingestBucket: teaching?.environment.INGEST_BUCKET ?? '',
    contentBucket: teaching?.environment.CONTENT_BUCKET ?? '',
    cognitoEndpoint,
    userPoolId,
    userPoolClientId: clientId,
    issuer,
    accounts,
  }
}

export function writeEndpoints(file: string, endpoints: Endpoints): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(endpoints, null, 2)}\n`)
}

/** What a person needs after a start, on one screen. */
export function summary(endpoints: Endpoints, logs: string): string {
  const people = Object.entries(endpoints.accounts)
    .map(
      ([role, { username, password }]) => `  ${role.padEnd(8)} ${username.padEnd(24)} ${password}`,
    )
    .join('\n')
  return `
Lectern is ready: ${endpoints.webUrl}

Sign in as
${people}

  API      ${endpoints.openApiUrl}
  S3       ${endpoints.s3Endpoint}   DynamoDB ${endpoints.dynamoEndpoint}
  Logs     ${logs}

Put a lecture in from a terminal:
  AWS_ACCESS_KEY_ID=${endpoints.accessKeyId} AWS_SECRET_ACCESS_KEY=${endpoints.secretAccessKey} AWS_REGION=${endpoints.region} \\
    aws s3 cp lecture.mp4 s3://${endpoints.ingestBucket}/<course>/lecture.mp4 --endpoint-url ${endpoints.s3Endpoint}

Ctrl-C ends everything; what you made is kept.`
}
