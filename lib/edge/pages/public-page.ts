import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { PAGE_QUERY } from '#contract/courses/public-pages'
import { TELL_VIEWER } from '../api-request.ts'
import { PAGE_LANGUAGE } from './page-language.ts'

/**
 * Asks for a public page by the client's page in the reader's language, and by what it is to show, in a query of its own:
 * so the edge keeps it by these alone, whatever else a viewer writes behind an address. It is also a file of the
 * web bucket by this very name, which has no queries: that answers where nobody makes pages.
 */
export class PublicPage extends EdgeFunction {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(PUBLIC_PAGE),
    })
  }
}

/** The code of the function. What can name no course is asked for as `-`, which names none. */
export const PUBLIC_PAGE = `${PAGE_LANGUAGE}
${TELL_VIEWER}
function handler(event) {
  var request = event.request
  var course = /^\\/courses\\/([A-Za-z0-9_-]{2,60})$/.exec(request.uri)
  request.querystring = request.uri.startsWith('/courses/')
    ? { '${PAGE_QUERY.course}': { value: course ? course[1] : '-' } }
    : { '${PAGE_QUERY.list}': { value: 'courses' } }
  request.uri = '/' + pageFor(request)
  tellViewer(event)
  return request
}
`
