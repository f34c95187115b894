import { defineService } from '#local/service/service'
import { startAwsApi } from './server.ts'

/** Where functions' SDK clients call the services that have no port of their own; those tell it what they answer. */
export const awsApi = defineService({
  name: 'aws-api',
  types: {},
  start: ({ ports }) => startAwsApi(ports.aws),
})
