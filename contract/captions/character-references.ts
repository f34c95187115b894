import { decodeHTML } from 'entities/decode'

/**
 * Replaces HTML's character references, which WebVTT has too: `&eacute;`, `&#x41;`, with or without their
 * semicolon as HTML has it. The table of all names weighs 13 kB gzipped: nothing of the first page imports it.
 */
export const replaceReferences = (
  text: string,
  replacement: (characters: string, reference: string) => string,
): string =>
  text.replace(/&(?:#x?)?[\da-z]+;?/gi, (reference) =>
    replacement(decodeHTML(reference), reference),
  )
