import { randomBytes } from 'node:crypto'
import type { Cloud } from '#local/assembly/cloud'
import { isObject, objectAt, textAt } from '#local/assembly/json'
import type { SecretsStore } from './store.ts'

/**
 * Makes the templates' secrets as CloudFormation would, and lets references to them resolve. A secret that is there
 * keeps its value.
 */
export function makeSecrets(cloud: Cloud, secrets: SecretsStore): void {
  cloud.resolveReferences((text) => resolveSecrets(text, secrets))
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

/**
 * A text with its references to secrets resolved, as CloudFormation does when it makes a resource:
 * `{{resolve:secretsmanager:arn:SecretString:key:stage:version}}`; without a key it is the whole text.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
 */
const resolveSecrets = (text: string, secrets: SecretsStore): string =>
  text.replace(
    /\{\{resolve:secretsmanager:(arn:(?:[^:}]*:){5}secret:[^:}]+):SecretString:([^:}]*)[^}]*\}\}/g,
    (_, SecretId: string, key: string) => {
      const value = textAt(secrets.call('GetSecretValue', { SecretId }), 'SecretString')
      return key ? textAt(JSON.parse(value), key) : value
    },
  )
