import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { EDGE_HEADERS } from '#contract/edge-headers'

/**
 * Tells the API for which host a browser asked, which no stack before this one can know: the distribution's
 * name is made by AWS, and a domain may be added. CloudFront answers for its own names alone.
 */
export class ApiRequest extends EdgeFunction {
  constructor(scope: Construct, id: string) {
    super(scope, id, { runtime: FunctionRuntime.JS_2_0, code: FunctionCode.fromInline(source) })
  }
}

const source = `function handler(event) {
  var request = event.request
  request.headers['${EDGE_HEADERS.host}'] = { value: request.headers.host.value.toLowerCase() }
  return request
}
`
