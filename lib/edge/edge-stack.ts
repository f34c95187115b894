import { Aws, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { ApiStack } from '#lib/api/api-stack'
import { Firewall } from '#lib/api/firewall'
import type { IdentityStack } from '#lib/identity/identity-stack'
import type { MediaStack } from '#lib/media/media-stack'
import { Deployment } from '#lib/settings/deployment'
import { EdgeInvalidation } from './edge-invalidation.ts'
import { Site } from './site.ts'
import { WebClient } from './web-client.ts'
import { WebDeployment } from './web-deployment.ts'

export interface EdgeStackProps extends StackProps {
  readonly identity: IdentityStack
  readonly media: MediaStack
  readonly api: ApiStack
}

/** What the browser sees: the distribution, the web client in it, and its sign-in registration. */
export class EdgeStack extends Stack {
  readonly site: Site
  readonly invalidation: EdgeInvalidation
  readonly client: WebClient
  /** Where people open it. */
  readonly siteUrl: string

  constructor(scope: Construct, id: string, props: EdgeStackProps) {
    super(scope, id, props)
    const { identity, media, api } = props
    const { settings } = Deployment.of(this)
    const { ingest, content } = media.buckets
    const firewall =
      settings.edgeWebAcl &&
      new Firewall(this, 'Firewall', { ...settings.api, scope: 'CLOUDFRONT' })
    // By its attributes: the policy for CloudFront is in the media stack, which comes before.
    const contentBucket = Bucket.fromBucketAttributes(this, 'ContentBucket', {
      bucketArn: content.bucketArn,
      bucketRegionalDomainName: content.bucketRegionalDomainName,
    })
    this.site = new Site(this, 'Site', {
      contentBucket,
      keyGroup: media.signingKey.keyGroup,
      sealSecret: media.sealSecret,
      apiHost: api.host,
      apiSecret: api.edgeSecret.sent,
      connectTo: [
        identity.loginUrl,
        `https://cognito-idp.${this.region}.amazonaws.com`,
        uploadOrigin(ingest),
      ],
      webAclArn: firewall ? firewall.attrArn : undefined,
    })
    this.invalidation = new EdgeInvalidation(this, 'Invalidation', {
      distribution: this.site.distribution,
    })
    const { distributionId, distributionDomainName } = this.site.distribution
    this.siteUrl = `https://${settings.domain?.name ?? distributionDomainName}`
    this.client = new WebClient(this, 'WebClient', {
      userPool: identity.userPool,
      siteUrl: this.siteUrl,
    })
    new WebDeployment(this, 'WebDeployment', {
      bucket: this.site.webBucket,
      contentBucket,
      distribution: this.site.distribution,
      config: {
        issuer: identity.issuer,
        clientId: this.client.userPoolClientId,
        loginUrl: identity.loginUrl,
        progress: settings.progress,
        lessons: settings.lessons,
      },
    })
    new CfnOutput(this, 'SiteUrl', { value: this.siteUrl })
    new CfnOutput(this, 'DistributionId', { value: distributionId })
    // What the DNS of a domain of one's own points to.
    new CfnOutput(this, 'DistributionDomain', { value: distributionDomainName })
    new CfnOutput(this, 'UserPoolClientId', { value: this.client.userPoolClientId })
  }
}

/**
 * Where presigned parts go, as the SDK composes the address in every region, us-east-1 among them.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
const uploadOrigin = ({ bucketName }: Pick<IBucket, 'bucketName'>): string =>
  `https://${bucketName}.s3.${Aws.REGION}.${Aws.URL_SUFFIX}`
