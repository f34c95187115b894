import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { EDGE_HEADERS } from '#contract/http/edge-headers'

/**
 * Tells the API for which host a browser asked, which no stack before this one can know: the distribution's
 * name is made by AWS, and a domain may be added. CloudFront answers for its own names alone. And tells it the
 * browser's address, of which `X-Forwarded-For` says first what the browser itself wrote there.
 */
export class ApiRequest extends EdgeFunction {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(API_REQUEST),
    })
  }
}

/** Sets what the API is told of a request, whatever the viewer wrote under these names: `tellViewer(event)`. */
export const TELL_VIEWER = `function tellViewer(event) {
  var request = event.request
  request.headers['${EDGE_HEADERS.host}'] = { value: request.headers.host.value.toLowerCase() }
  request.headers['${EDGE_HEADERS.viewer}'] = { value: networkOf(event.viewer.ip) }
}

// Of IPv6 a home has 64 bits to itself, and would otherwise be as many viewers as it likes.
function networkOf(ip) {
  if (!ip.includes(':')) return ip
  if (ip.includes('.')) return ip.slice(ip.lastIndexOf(':') + 1)
  var halves = ip.split('::')
  var first = halves[0] ? halves[0].split(':') : []
  var last = halves[1] ? halves[1].split(':') : []
  while (halves.length > 1 && first.length + last.length < 8) first.push('0')
  var groups = first.concat(last).slice(0, 4)
  return groups.map(function (group) { return parseInt(group, 16).toString(16) }).join(':') + '::/64'
}
`

const API_REQUEST = `${TELL_VIEWER}
function handler(event) {
  tellViewer(event)
  return event.request
}
`
