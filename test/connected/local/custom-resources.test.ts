import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cloud, createCloud } from '#local/assembly/cloud'
import { type AwsApi, startAwsApi } from '#local/aws-api/server'
import { identities } from '#local/cloud/open-cloud'
import { openResponseUrls, type ResponseUrls } from '#local/custom-resources/response-urls'
import { runCustomResources } from '#local/custom-resources/run'
import { portsFrom } from '#local/http/ports'
import { functionsOf } from '#local/lambda/function'
import { createLambdaRunner, type LambdaRunner } from '#local/lambda/runner'
import { openSecrets } from '#local/secrets/store'
import { makeSecrets } from '#local/secrets/template-secrets'

/** Answers by the ResponseURL, as CloudFormation wants it. */
const SOURCE = `
export const handler = async (event) => {
  const failed = event.ResourceProperties.Fail === 'yes'
  await fetch(event.ResponseURL, {
    method: 'PUT',
    body: JSON.stringify({
      Status: failed ? 'FAILED' : 'SUCCESS',
      Reason: 'it was told to',
      PhysicalResourceId: 'key-1',
      Data: { PublicKey: 'PEM of ' + process.env.SIGNING_SECRET_ARN },
    }),
  })
}`

const types = ['Custom::SigningKey']
const directory = mkdtempSync(join(tmpdir(), 'lectern-custom-'))
let cloud: Cloud
let api: AwsApi
let awaitResponse: ResponseUrls['awaitResponse']
let runner: LambdaRunner
let client: SecretsManagerClient

const makeCloud = (fail: string) =>
  createCloud(
    {
      assets: new Map([['signing-key.zip', directory]]),
      stacks: [
        {
          name: 'Test',
          template: {
            Resources: {
              Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'signing' } },
              Maker: {
                Type: 'AWS::Lambda::Function',
                Properties: {
                  Handler: 'index.handler',
                  Timeout: 10,
                  Code: { S3Key: 'signing-key.zip' },
                  Environment: { Variables: { SIGNING_SECRET_ARN: { Ref: 'Secret' } } },
                },
              },
              Key: {
                Type: 'Custom::SigningKey',
                Properties: { ServiceToken: { 'Fn::GetAtt': ['Maker', 'Arn'] }, Fail: fail },
              },
              PublicKey: {
                Type: 'AWS::CloudFront::PublicKey',
                Properties: {
                  PublicKeyConfig: { EncodedKey: { 'Fn::GetAtt': ['Key', 'PublicKey'] } },
                },
              },
            },
          },
        },
      ],
    },
    { ports: portsFrom(4200), identities },
  )

beforeAll(async () => {
  writeFileSync(join(directory, 'index.mjs'), SOURCE)
  cloud = makeCloud('no')
  const secrets = openSecrets(join(directory, 'secrets.json'))
  makeSecrets(cloud, secrets)
  api = await startAwsApi(0)
  api.onTarget('secretsmanager.', secrets.call)
  awaitResponse = openResponseUrls(api).awaitResponse
  runner = createLambdaRunner({ functions: functionsOf(cloud, (variables) => ({ ...variables })) })
  client = new SecretsManagerClient({
    endpoint: api.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
})
afterAll(async () => {
  await runner.close()
  await api.close()
  rmSync(directory, { recursive: true })
})

const SECRET = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:signing'

describe('a custom resource served by our own function', () => {
  it('answers to the response address, and what refers to it sees the answer', async () => {
    await runCustomResources({ cloud, runner, awaitResponse, types })
    expect(cloud.ofType('AWS::CloudFront::PublicKey')[0]?.properties).toEqual({
      PublicKeyConfig: { EncodedKey: `PEM of ${SECRET}` },
    })
  })

  it('fails the start with its own reason', async () => {
    const failing = runCustomResources({
      cloud: makeCloud('yes'),
      runner,
      awaitResponse,
      types,
    })
    await expect(failing).rejects.toThrow('Key failed: it was told to')
  })
})

describe('Secrets Manager', () => {
  it('has no value at first, then the one that was put, also after a restart', async () => {
    const get = new GetSecretValueCommand({ SecretId: SECRET })
    await expect(client.send(get)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
    await client.send(new PutSecretValueCommand({ SecretId: 'signing', SecretString: 'first' }))
    expect((await client.send(get)).SecretString).toBe('first')
    const again = openSecrets(join(directory, 'secrets.json'))
    makeSecrets(cloud, again)
    expect(again.call('GetSecretValue', { SecretId: SECRET }).SecretString).toBe('first')
  })

  it('refuses an operation it does not have by name', async () => {
    const response = await fetch(api.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'secretsmanager.RotateSecret' },
      body: '{}',
    })
    expect(await response.json()).toMatchObject({ __type: 'InvalidRequestException' })
  })
})
