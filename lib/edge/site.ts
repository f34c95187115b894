import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  FunctionEventType,
  HttpVersion,
  type IKeyGroup,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { type Bucket, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { type ContentRoot, ENCODED_FILES, UPLOADED_FILES } from '#contract/courses/content-paths'
import { framesOf } from '#contract/lessons/rules/index'
import { cacheSeconds } from '#contract/platform/cache-seconds'
import { PrivateBucket } from '#lib/constructs/private-bucket'
import { Deployment } from '#lib/settings/deployment'
import { targets } from '#lib/settings/targets'
import { ApiRequest } from './api-request.ts'
import { ContentDoor } from './content-door.ts'
import { SecurityHeaders, UploadedHeaders } from './headers/security-headers.ts'
import { KeptByBrowsers } from './kept-by-browsers.ts'
import { PublicPages } from './pages/public-pages.ts'
import { proofOf } from './proof.ts'
import { SinglePage } from './single-page.ts'

export interface SiteProps {
  readonly contentBucket: IBucket
  /** Whose signatures open `/content/*`. */
  readonly keyGroup: IKeyGroup
  /** What addresses of videos are sealed with. */
  readonly sealSecret: string
  readonly apiHost: string
  /** What the API knows this edge by. */
  readonly apiSecret: string
  readonly connectTo: readonly string[]
  /** @default no firewall of its own */
  readonly webAclArn?: string
}

/** One origin for the browser: the web client, a course's content by signed cookie, and the API. */
export class Site extends Construct {
  readonly webBucket: Bucket
  readonly distribution: Distribution

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id)
    const { contentBucket } = props
    const { settings } = Deployment.of(this)
    const logs = new PrivateBucket(scope, 'AccessLogs', {
      // CloudFront's standard logs are written by ACL.
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
      lifecycleRules: [{ expiration: Duration.days(settings.logRetentionDays) }],
    })
    Validations.of(logs).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'It holds the access logs itself.',
    })
    this.webBucket = new PrivateBucket(scope, 'WebBucket', {
      // A deployment makes it again.
      removalPolicy: RemovalPolicy.DESTROY,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'web/',
    })
    const forGood = Duration.seconds(cacheSeconds.forGood)
    const kept = new CachePolicy(this, 'Kept', {
      comment: 'As long as the object says; a day where it says nothing',
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(targets.edgeCacheSeconds),
      maxTtl: forGood,
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    })
    const keptForGood = new CachePolicy(this, 'KeptForGood', {
      comment: 'What is never written again under its name',
      minTtl: Duration.seconds(0),
      defaultTtl: forGood,
      maxTtl: forGood,
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    })
    const behaviour = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: new SecurityHeaders(this, 'Headers', {
        connectTo: props.connectTo,
        frames: framesOf(settings.lessons),
      }),
      compress: true,
    }
    const content = {
      ...behaviour,
      origin: S3BucketOrigin.withOriginAccessControl(contentBucket),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
    }
    const keptByBrowsers = {
      function: new KeptByBrowsers(this, 'KeptByBrowsers'),
      eventType: FunctionEventType.VIEWER_RESPONSE,
    }
    const uploadedHeaders = new UploadedHeaders(this, 'UploadedHeaders')
    /** What teachers uploaded, what an encode wrote, and all else that lies there. */
    const behindDoor = (root: ContentRoot, access: Pick<BehaviorOptions, 'trustedKeyGroups'>) => {
      const door = {
        function: new ContentDoor(this, `DoorOf-${root}`, { root, sealSecret: props.sealSecret }),
        eventType: FunctionEventType.VIEWER_REQUEST,
      }
      return {
        // Before the pattern of encodes, which they match, too.
        [UPLOADED_FILES[root]]: {
          ...content,
          ...access,
          responseHeadersPolicy: uploadedHeaders,
          cachePolicy: keptForGood,
          functionAssociations: [door, keptByBrowsers],
        },
        [ENCODED_FILES[root]]: {
          ...content,
          ...access,
          cachePolicy: keptForGood,
          functionAssociations: [door, keptByBrowsers],
        },
        [`/${root}/*`]: { ...content, ...access, cachePolicy: kept, functionAssociations: [door] },
      }
    }
    const clientPages = {
      ...behaviour,
      origin: S3BucketOrigin.withOriginAccessControl(this.webBucket),
      cachePolicy: kept,
      functionAssociations: [
        {
          function: new SinglePage(this, 'SinglePage'),
          eventType: FunctionEventType.VIEWER_REQUEST,
        },
      ],
    }
    const { apiHost, apiSecret } = props
    const pages = new PublicPages(this, 'Pages', { behaviour, clientPages, apiHost, apiSecret })
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Lectern',
      ...(settings.domain && {
        domainNames: [settings.domain.name],
        certificate: Certificate.fromCertificateArn(
          this,
          'Certificate',
          settings.domain.certificateArn,
        ),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_ALL,
      enableLogging: true,
      logBucket: logs,
      logFilePrefix: 'edge/',
      webAclId: props.webAclArn,
      errorResponses: NO_ERRORS_KEPT,
      defaultBehavior: clientPages,
      additionalBehaviors: {
        ...pages.behaviours,
        ...behindDoor('content', { trustedKeyGroups: [props.keyGroup] }),
        ...behindDoor('previews', {}),
        '/api/*': {
          ...behaviour,
          origin: new HttpOrigin(apiHost, {
            customHeaders: proofOf(apiSecret),
          }),
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          functionAssociations: [
            {
              function: new ApiRequest(this, 'ApiRequest'),
              eventType: FunctionEventType.VIEWER_REQUEST,
            },
          ],
        },
      },
    })
    Validations.of(this.distribution).acknowledge(
      {
        id: 'Annotation::@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac',
        reason: 'The media stack has the content bucket’s policy for CloudFront.',
      },
      { id: 'AwsSolutions-CFR1', reason: 'Learners may be anywhere.' },
      {
        id: 'AwsSolutions-CFR2',
        reason: 'The API has its own firewall; `edgeWebAcl` adds one here, in us-east-1 alone.',
      },
      {
        id: 'AwsSolutions-CFR4',
        reason: 'CloudFront’s own domain name fixes the protocol; an own domain sets TLS 1.2.',
      },
    )
  }
}

/**
 * CloudFront keeps an error for ten seconds and, but for 404 and 501, heeds no `no-store`: one person's failed
 * answer would be given to the next who asks the same address. It knows this setting by code alone, not by path.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-expiration.html
 */
const NO_ERRORS_KEPT = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504].map((httpStatus) => ({
  httpStatus,
  ttl: Duration.seconds(0),
}))
