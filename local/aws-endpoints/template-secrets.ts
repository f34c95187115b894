import { randomBytes } from 'node:crypto'
import type { Cloud } from '../assembly/cloud.ts'
import { isObject, objectAt, textAt } from '../assembly/json.ts'
import type { SecretsStore } from './secrets.ts'

/** Makes the templates' secrets as CloudFormation would; a secret that is there keeps its value. */
export function ensureSecrets(cloud: Cloud, secrets: SecretsStore): void {
  for (const { ref, properties } of cloud.ofType('AWS::SecretsManager::Secret')) {
    const given = textAt(properties, 'SecretString')
    const generate = properties.GenerateSecretString
    secrets.ensure(ref, given || (isObject(generate) ? generated(generate) : undefined))
  }
}

function generated(how: Parameters<typeof textAt>[0]): string {
  const random = randomBytes(24).toString('base64url')
  const template = textAt(how, 'SecretStringTemplate')
  if (!template) return random
  const key = textAt(how, 'GenerateStringKey')
  return JSON.stringify({ ...objectAt({ at: JSON.parse(template) }, 'at'), [key]: random })
}
