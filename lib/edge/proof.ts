import { EDGE_HEADERS } from '#contract/http/edge-headers'

/** By which the API knows this edge, with a firewall or without: both, so that the setting may change under people. */
export const proofOf = (secret: string): Record<string, string> => ({
  [EDGE_HEADERS.secret]: secret,
  [EDGE_HEADERS.key]: secret,
})
