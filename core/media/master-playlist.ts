/**
 * The lasting HLS multivariant playlist of an asset: what the encoder wrote for a version, with its
 * addresses leading into that version's folder.
 */
export function composeMasterPlaylist(encoded: string, version: number): string {
  const into = `v${version}/`
  return encoded
    .replace(/^(?!#)(\S.*)$/gm, `${into}$1`)
    .replace(/^(#EXT-X-[A-Z-]+:.*\bURI=")([^"]+)"/gm, `$1${into}$2"`)
}
