import type { Language } from '#contract/videos/asset'

/** One captions track as a DASH manifest lists it. */
export interface TextTrack {
  readonly language: Language
  readonly label: string
  /** In the language that is spoken, for who cannot hear; otherwise a translation. */
  readonly isSpoken: boolean
  /** The WebVTT file, as seen from the lasting manifest. */
  readonly uri: string
}

/**
 * The lasting DASH manifest of an asset: what the encoder wrote for a version, with that version's folder
 * as the base of its addresses, and the captions of now. The encode has one period, for one input.
 */
export function composeDashManifest(
  encoded: string,
  version: number,
  texts: readonly TextTrack[] = [],
): string {
  const based = encoded.replace(/<Period\b/, `<BaseURL>v${version}/</BaseURL>\n  $&`)
  const end = based.indexOf('</Period>')
  if (texts.length === 0 || end < 0) return based
  return based.slice(0, end) + texts.map(adaptationSetOf).join('') + based.slice(end)
}

/** Its base leads out of the version's folder again. */
const adaptationSetOf = ({ language, label, isSpoken, uri }: TextTrack) => `
    <AdaptationSet contentType="text" mimeType="text/vtt" lang="${escapeXml(language)}">
      <Label>${escapeXml(label)}</Label>
      <Role schemeIdUri="urn:mpeg:dash:role:2011" value="${isSpoken ? 'caption' : 'subtitle'}"/>
      <Representation id="captions-${escapeXml(language)}" bandwidth="1000">
        <BaseURL>../${escapeXml(uri)}</BaseURL>
      </Representation>
    </AdaptationSet>
  `

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Control characters have no place in XML at all. */
const escapeXml = (text: string) =>
  text
    .replace(/[\p{Cc}\ufffe\uffff]+/gu, ' ')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
