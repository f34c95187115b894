/**
 * What the site's own edge tells the API of a request. A CloudFront function sets them anew on each request, so
 * nothing of them comes from the viewer; names that begin with `x-edge-` or `x-amz-` are closed to such functions.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html
 */
export const EDGE_HEADERS = {
  /** The host that the browser asked: the distribution's own name or the site's domain. */
  host: 'x-lectern-host',
} as const
