import { byName, type Identities } from '#local/assembly/identifiers'
import { awsApi } from '#local/aws-api/index'
import { lambda } from '#local/lambda/index'
import { s3 } from '#local/s3/index'
import { defineService } from '#local/service/service'
import { deployBuckets } from './bucket-deployment.ts'
import { openResponseUrls } from './response-urls.ts'
import { runCustomResources } from './run.ts'

/** Those that functions of ours serve. */
const ours: Identities = {
  'Custom::LecternFirstAdmin': byName,
  'Custom::LecternSigningKey': byName,
}

/** What a deployment does once: our own custom resources, and the files that CDK puts into buckets. */
export const customResources = defineService({
  name: 'custom-resources',
  types: { ...ours, 'Custom::CDKBucketDeployment': byName },
  async start(context) {
    const { cloud } = context
    await runCustomResources({
      cloud,
      runner: lambda.in(context).runner,
      awaitResponse: openResponseUrls(awsApi.in(context)).awaitResponse,
      types: Object.keys(ours),
    })
    await deployBuckets(cloud, s3.in(context).client)
    return undefined
  },
})
