/**
 * What the site's own edge tells the API of a request. It sets them anew on each request, so nothing of them
 * comes from the viewer; names that begin with `x-edge-` or `x-amz-` are closed to CloudFront's functions.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html
 */
export const EDGE_HEADERS = {
  /** The host that the browser asked: the distribution's own name or the site's domain. */
  host: 'x-lectern-host',
  /** The browser's address: of IPv4 all of it, of IPv6 the network of 64 bits, of which one home has all. */
  viewer: 'x-lectern-viewer',
  /** The secret of edge and API, without which the API's firewall lets nothing in. */
  secret: 'x-lectern-edge',
  /** The same for a stage without a firewall: API Gateway looks for a key under this name. */
  key: 'x-api-key',
} as const
