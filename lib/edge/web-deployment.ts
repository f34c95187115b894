import { dirname } from 'node:path/posix'
import { Stack, Validations } from 'aws-cdk-lib'
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct } from 'constructs'
import { contentKeys } from '#contract/courses/content'
import { FOR_GOOD } from '#contract/platform/cache-seconds'
import type { SiteConfig } from '#contract/platform/site-config'
import { FALLBACK, type Language, languages, pageOf } from '#contract/words/languages'
import { Logs } from '#lib/constructs/logs'
import { Deployment } from '#lib/settings/deployment'

export interface WebDeploymentProps {
  readonly bucket: IBucket
  /** Where whoever makes pages sees which client is deployed. */
  readonly contentBucket: IBucket
  readonly distribution: Distribution
  readonly config: SiteConfig
}

/** Where Vite puts what has a hash in its name; all else is asked for anew each time. */
const HASHED = 'assets/*'

/** A page of the client, and all that were made of it. */
const pagesOf = (language: Language) => `/${pageOf(language)}*`

/** Puts the web client and what it must be told into its bucket, new files before the new page. */
export class WebDeployment extends Construct {
  constructor(scope: Construct, id: string, props: WebDeploymentProps) {
    super(scope, id)
    const { bucket: destinationBucket, contentBucket, distribution, config } = props
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
    const known = new BucketDeployment(this, 'Known', {
      sources: [client],
      destinationBucket: contentBucket,
      destinationKeyPrefix: dirname(contentKeys.emptyPage(FALLBACK)),
      exclude: ['*'],
      include: languages.map(pageOf),
      cacheControl: [CacheControl.noCache()],
      prune: false,
      memoryLimit: 512,
      logGroup,
    })
    known.node.addDependency(files)
    const pages = new BucketDeployment(this, 'Pages', {
      sources: [client, Source.jsonData('config.json', config)],
      destinationBucket,
      exclude: [HASHED],
      cacheControl: [CacheControl.noCache()],
      prune: false,
      memoryLimit: 512,
      logGroup,
      distribution,
      // With the pages that were made of the client before, and by whatever address they were asked for.
      distributionPaths: ['/', '/courses/*', '/config.json', ...languages.map(pagesOf)],
    })
    // Pages that are made from now on are of this client: the old ones are forgotten after that.
    pages.node.addDependency(known)
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
