import { Stack, Validations } from 'aws-cdk-lib'
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct } from 'constructs'
import { FOR_GOOD } from '#contract/platform/cache-seconds'
import type { SiteConfig } from '#contract/platform/site-config'
import { languages, pageOf } from '#contract/words/languages'
import { Logs } from '#lib/constructs/logs'
import { Deployment } from '#lib/settings/deployment'

export interface WebDeploymentProps {
  readonly bucket: IBucket
  readonly distribution: Distribution
  readonly config: SiteConfig
}

/** Where Vite puts what has a hash in its name; all else is asked for anew each time. */
const HASHED = 'assets/*'
const PAGES = [...languages.map(pageOf), 'config.json']

/** Puts the web client and what it must be told into its bucket, new files before the new page. */
export class WebDeployment extends Construct {
  constructor(scope: Construct, id: string, props: WebDeploymentProps) {
    super(scope, id)
    const { bucket: destinationBucket, distribution, config } = props
    const client = Source.asset(Deployment.of(this).webDist)
    const logGroup = new Logs(this, 'Logs')
    const files = new BucketDeployment(this, 'Files', {
      sources: [client],
      destinationBucket,
      exclude: ['*'],
      include: [HASHED],
      cacheControl: [CacheControl.fromString(FOR_GOOD)],
      // Open pages still ask for the files of the deployment before. Nor may their age delete them: a deployment
      // does not write again what is there already, so the page of today needs files of any age.
      prune: false,
      memoryLimit: 512,
      logGroup,
    })
    const pages = new BucketDeployment(this, 'Pages', {
      sources: [client, Source.jsonData('config.json', config)],
      destinationBucket,
      exclude: [HASHED],
      cacheControl: [CacheControl.noCache()],
      prune: false,
      memoryLimit: 512,
      logGroup,
      distribution,
      distributionPaths: ['/', ...PAGES.map((page) => `/${page}`)],
    })
    pages.node.addDependency(files)
    acknowledgeDeployer(Stack.of(this))
  }
}

function acknowledgeDeployer(stack: Stack): void {
  const deployer = stack.node.children.find(({ node }) =>
    node.id.startsWith('Custom::CDKBucketDeployment'),
  )
  if (!deployer) throw new Error('CDK no longer names its deployer as expected here.')
  Validations.of(deployer).acknowledge(
    { id: 'AwsSolutions-IAM4', reason: 'CDK’s own deployer, which runs at deployments alone.' },
    { id: 'AwsSolutions-IAM5', reason: 'CDK’s own deployer, which runs at deployments alone.' },
    { id: 'AwsSolutions-L1', reason: 'CDK chooses the runtime of its own deployer.' },
  )
}
