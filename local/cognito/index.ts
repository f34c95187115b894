import { join } from 'node:path'
import { arn, byName, REGION } from '#local/assembly/identifiers'
import { urlOf } from '#local/http/listen'
import { defineService } from '#local/service/service'
import { startIdentity } from './start-identity.ts'

/** Cognito: the user pool, its managed login and the demo's people. */
export const cognito = defineService({
  name: 'cognito',
  types: {
    'AWS::Cognito::UserPool': ({ id }) => {
      const pool = `${REGION}_${id(9)}`
      const provider = `cognito-idp.${REGION}.amazonaws.com/${pool}`
      return {
        ref: pool,
        attributes: {
          UserPoolId: pool,
          Arn: arn('cognito-idp', `userpool/${pool}`),
          ProviderName: provider,
          ProviderURL: `https://${provider}`,
        },
      }
    },
    'AWS::Cognito::UserPoolClient': ({ id }) => ({ ref: id(26), attributes: { ClientId: id(26) } }),
    'AWS::Cognito::UserPoolDomain': ({ property }) => ({
      ref: property('Domain'),
      attributes: { CloudFrontDistribution: 'login.local' },
    }),
    'AWS::Cognito::UserPoolGroup': byName,
  },
  start: ({ cloud, ports, dataDir }) =>
    startIdentity({
      cloud,
      port: ports.cognito,
      dataDir: join(dataDir, 'cognito'),
      siteUrl: urlOf(ports.site),
    }),
})
