/**
 * The lasting DASH manifest of an asset: what the encoder wrote for a version, with that version's folder
 * as the base of its addresses.
 */
export const composeDashManifest = (encoded: string, version: number): string =>
  encoded.replace(/<Period\b/, `<BaseURL>v${version}/</BaseURL>\n  $&`)
