import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { FOR_GOOD } from '#contract/platform/cache-seconds'

/**
 * Tells browsers to keep what is never written again under its name, of which MediaConvert says nothing when it
 * writes. By a function ($0.10 a million, November 2026), since a policy for headers would say it of errors
 * too; CloudFront calls none for an answer of 400 and above.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html
 */
export class KeptByBrowsers extends EdgeFunction {
  constructor(scope: Construct, id: string) {
    super(scope, id, { runtime: FunctionRuntime.JS_2_0, code: FunctionCode.fromInline(source) })
  }
}

const source = `function handler(event) {
  var response = event.response
  response.headers['cache-control'] = { value: '${FOR_GOOD}' }
  return response
}
`
