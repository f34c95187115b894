import { join } from 'node:path'
import { arn } from '#local/assembly/identifiers'
import { awsApi } from '#local/aws-api/index'
import { defineService } from '#local/service/service'
import { openSecrets } from './store.ts'
import { makeSecrets } from './template-secrets.ts'

/** Secrets Manager. */
export const secrets = defineService({
  name: 'secrets',
  types: {
    'AWS::SecretsManager::Secret': ({ name, property }) => {
      const secret = arn('secretsmanager', `secret:${property('Name') || name}`)
      return { ref: secret, attributes: { Id: secret } }
    },
  },
  start(context) {
    const store = openSecrets(join(context.dataDir, 'secrets.json'))
    makeSecrets(context.cloud, store)
    awsApi.in(context).onTarget('secretsmanager.', store.call)
    return undefined
  },
})
