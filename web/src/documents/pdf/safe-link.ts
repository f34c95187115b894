/**
 * Where a link of a PDF may lead: pages of the web alone. `javascript:`, `file:` and calls of programs are left out; so are
 * names and passwords before the host, by which an address looks like another.
 */
export function safeLink(address: unknown): string | null {
  if (typeof address !== 'string') return null
  const url = URL.parse(address)
  if (!url || !['https:', 'http:'].includes(url.protocol)) return null
  return url.username || url.password ? null : url.href
}
