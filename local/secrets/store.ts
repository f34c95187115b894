import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { arn as arnOf } from '#local/assembly/identifiers'
import { type JsonObject, textAt } from '#local/assembly/json'
import { AwsError } from '#local/aws-api/server'

interface Secret {
  readonly arn: string
  readonly name: string
  value: string | undefined
  versionId: string
  createdAt: number
}

export interface SecretsStore {
  /** Makes a template's secret unless it is there: with its text, or no value at all. */
  ensure(arn: string, value: string | undefined): void
  /** Answers one call of Secrets Manager's JSON 1.1 protocol. */
  call(operation: string, input: JsonObject): JsonObject
}

/** Secrets Manager over one file that only its owner may read. */
export function openSecrets(file: string): SecretsStore {
  const secrets = new Map<string, Secret>(readSecrets(file).map((secret) => [secret.arn, secret]))

  const save = () => {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify([...secrets.values()], null, 2), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  const find = (id: string): Secret => {
    for (const secret of secrets.values())
      if (secret.arn === id || secret.name === id) return secret
    throw new AwsError(
      'ResourceNotFoundException',
      "Secrets Manager can't find the specified secret.",
    )
  }
  const put = (secret: Secret, value: string) => {
    secret.value = value
    secret.versionId = randomUUID()
    save()
  }
  const make = (arn: string, value: string | undefined): Secret => {
    const name = arn.split(':secret:')[1] ?? arn
    const secret = { arn, name, value, versionId: randomUUID(), createdAt: Date.now() / 1000 }
    secrets.set(arn, secret)
    save()
    return secret
  }
  const describe = (secret: Secret): JsonObject => ({
    ARN: secret.arn,
    Name: secret.name,
    VersionId: secret.versionId,
    CreatedDate: secret.createdAt,
  })

  return {
    ensure(arn, value) {
      if (!secrets.has(arn)) make(arn, value)
    },
    call(operation, input) {
      const id = textAt(input, 'SecretId')
      switch (operation) {
        case 'CreateSecret': {
          const arn = arnOf('secretsmanager', `secret:${textAt(input, 'Name')}`)
          if (secrets.has(arn))
            throw new AwsError('ResourceExistsException', `${arn} already exists.`)
          return describe(make(arn, textAt(input, 'SecretString')))
        }
        case 'DescribeSecret':
          return describe(find(id))
        case 'GetSecretValue': {
          const secret = find(id)
          if (secret.value === undefined)
            throw new AwsError(
              'ResourceNotFoundException',
              "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
            )
          return { ...describe(secret), SecretString: secret.value, VersionStages: ['AWSCURRENT'] }
        }
        case 'PutSecretValue':
        case 'UpdateSecret': {
          const secret = find(id)
          put(secret, textAt(input, 'SecretString'))
          return { ...describe(secret), VersionStages: ['AWSCURRENT'] }
        }
        case 'DeleteSecret': {
          const secret = find(id)
          secrets.delete(secret.arn)
          save()
          return describe(secret)
        }
        default:
          throw new AwsError('InvalidRequestException', `${operation} is not there locally.`)
      }
    },
  }
}

function readSecrets(file: string): Secret[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return []
  }
}
