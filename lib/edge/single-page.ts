import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { PAGE_LANGUAGE } from './pages/page-language.ts'

/**
 * Answers every address that names no file with the web client, which routes by itself, in the reader's language.
 * The page's own address is what the edge keeps it by, so nothing of the headers is in a key.
 */
export class SinglePage extends EdgeFunction {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(SINGLE_PAGE),
    })
  }
}

/** The code of the function. */
export const SINGLE_PAGE = `${PAGE_LANGUAGE}
function handler(event) {
  var request = event.request
  if (!request.uri.includes('.')) request.uri = '/' + pageFor(request)
  return request
}
`
