import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { type ContentRoot, contentPaths, SEAL_LENGTH } from '#contract/courses/content-paths'

/**
 * What stands before the content bucket beside the signed cookies: it lets no path in that is not one of the contract's,
 * and takes a sealed address to the asset's files. So nobody makes an address below a prefix that they may open
 * out of an asset's id. $0.10 a million requests (November 2026).
 *
 * The secret comes by a dynamic reference, which CloudFormation resolves when it makes the function: who may read
 * the function's code in the account reads it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
 */
export class ContentDoor extends EdgeFunction {
  constructor(
    scope: Construct,
    id: string,
    { root, sealSecret }: { root: ContentRoot; sealSecret: string },
  ) {
    super(scope, id, {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(contentDoor(root, sealSecret)),
    })
  }
}

/** The code of the function. It may have 10 KB. */
export const contentDoor = (root: ContentRoot, sealSecret: string) => `
var crypto = require('crypto')
var secret = '${sealSecret}'
var plain = new RegExp(${JSON.stringify(contentPaths[root].plain)})
var sealed = new RegExp(${JSON.stringify(contentPaths[root].sealed)})

function handler(event) {
  var request = event.request
  if (plain.test(request.uri)) return request
  var found = sealed.exec(request.uri)
  if (!found || !isSealed('/' + found[1] + found[4], found[3]))
    return { statusCode: 403, statusDescription: 'Forbidden' }
  request.uri = '/content/' + found[2] + '/media/' + found[4] + '/' + found[5]
  return request
}

/** Compares all of it, so that the time says nothing of how much was right. */
function isSealed(text, seal) {
  var expected = crypto.createHmac('sha256', secret).update(text).digest('base64url')
  var difference = 0
  for (var at = 0; at < ${SEAL_LENGTH}; at++)
    difference |= expected.charCodeAt(at) ^ seal.charCodeAt(at)
  return difference === 0
}
`
