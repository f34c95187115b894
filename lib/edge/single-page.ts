import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'

/** Answers every address that names no file with the web client, which routes by itself. */
export class SinglePage extends EdgeFunction {
  constructor(scope: Construct, id: string) {
    super(scope, id, { runtime: FunctionRuntime.JS_2_0, code: FunctionCode.fromInline(source) })
  }
}

const source = `function handler(event) {
  var request = event.request
  if (!request.uri.includes('.')) request.uri = '/index.html'
  return request
}
`
