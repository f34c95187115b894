import { Duration } from 'aws-cdk-lib'
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  FunctionEventType,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, OriginGroup } from 'aws-cdk-lib/aws-cloudfront-origins'
import { Construct } from 'constructs'
import { PAGE_QUERY } from '#contract/courses/public-pages'
import { EDGE_HEADERS } from '#contract/http/edge-headers'
import { proofOf } from '#lib/edge/proof'
import { targets } from '#lib/settings/targets'
import { PublicPage } from './public-page.ts'

export interface PublicPagesProps {
  readonly apiHost: string
  readonly apiSecret: string
  /** What all behaviours of the site have in common. */
  readonly behaviour: Omit<BehaviorOptions, 'origin'>
  /** The behaviour of all other pages of the client. */
  readonly clientPages: BehaviorOptions
}

/** The catalogue and the courses' pages: made once a publication and language, and kept. */
export class PublicPages extends Construct {
  /** By path patterns, in their order. */
  readonly behaviours: Readonly<Record<string, BehaviorOptions>>

  constructor(scope: Construct, id: string, props: PublicPagesProps) {
    super(scope, id)
    const made: BehaviorOptions = {
      ...props.behaviour,
      origin: new OriginGroup({
        primaryOrigin: new HttpOrigin(props.apiHost, {
          originPath: '/api/pages',
          customHeaders: proofOf(props.apiSecret),
        }),
        // Where pages cannot be made, the client shows them by itself: the same address is its empty page there.
        // CloudFront knows no 429 here: whoever asks too often, or a stage that is asked too much, answers that.
        fallbackOrigin: props.clientPages.origin,
        fallbackStatusCodes: [403, 500, 502, 503, 504],
      }),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: new CachePolicy(this, 'Kept', {
        comment: 'Pages by language and by what they show, as long as they say',
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.seconds(targets.edgeCacheSeconds),
        headerBehavior: CacheHeaderBehavior.none(),
        queryStringBehavior: CacheQueryStringBehavior.allowList(...Object.values(PAGE_QUERY)),
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
      }),
      // Nothing that is a viewer's own, so that nothing of it can be in what others are given.
      originRequestPolicy: new OriginRequestPolicy(this, 'Asked', {
        comment: 'What the edge itself tells of a request',
        headerBehavior: OriginRequestHeaderBehavior.allowList(
          EDGE_HEADERS.host,
          EDGE_HEADERS.viewer,
        ),
        cookieBehavior: OriginRequestCookieBehavior.none(),
        queryStringBehavior: OriginRequestQueryStringBehavior.none(),
      }),
      functionAssociations: [
        {
          function: new PublicPage(this, 'PublicPage'),
          eventType: FunctionEventType.VIEWER_REQUEST,
        },
      ],
    }
    this.behaviours = {
      '/courses/*/*': props.clientPages,
      '/courses/*': made,
      '/': made,
      // What CloudFront may take `/` for, by the default root object.
      '/index.html': made,
    }
  }
}
