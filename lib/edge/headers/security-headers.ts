import { Duration } from 'aws-cdk-lib'
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { Deployment } from '#lib/settings/deployment'
import { inlineScripts } from './inline-scripts.ts'

export interface SecurityHeadersProps {
  /** Origins beside the site's own that its pages call: sign-in, and uploads. */
  readonly connectTo: readonly string[]
  /** Origins whose pages they show in a frame. */
  readonly frames: readonly string[]
}

/** What a page of the site may load and whom it may call; nobody may frame it. */
const contentSecurityPolicy = (
  { connectTo, frames }: SecurityHeadersProps,
  scripts: readonly string[],
) =>
  [
    `default-src 'self'`,
    ['script-src', `'self'`, ...scripts].join(' '),
    // Mantine sets styles on elements and in style tags.
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    // Players hand the browser segments as blobs, and parse in a worker made from one.
    `media-src 'self' blob:`,
    `worker-src 'self' blob:`,
    `connect-src 'self' ${connectTo.join(' ')}`,
    `frame-src ${frames.join(' ') || "'none'"}`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self' ${connectTo.join(' ')}`,
    `frame-ancestors 'none'`,
  ].join('; ')

/** The security headers of every answer of the site. */
export class SecurityHeaders extends ResponseHeadersPolicy {
  constructor(scope: Construct, id: string, props: SecurityHeadersProps) {
    super(scope, id, {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: contentSecurityPolicy(
            props,
            inlineScripts(Deployment.of(scope).webDist),
          ),
          override: true,
        },
        ...always,
      },
    })
  }
}

/** Of what somebody uploaded: opened by itself it is no page of this site, may load nothing, and runs nothing. */
export class UploadedHeaders extends ResponseHeadersPolicy {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'; sandbox",
          override: true,
        },
        ...always,
      },
    })
  }
}

const always = {
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  referrerPolicy: {
    referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
    override: true,
  },
  strictTransportSecurity: {
    accessControlMaxAge: Duration.days(365),
    includeSubdomains: true,
    override: true,
  },
} satisfies ResponseSecurityHeadersBehavior
