/** Of a key in UTF-8: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
export const MOST_KEY_BYTES = 1024

export const utf8Bytes = (text: string): number => new TextEncoder().encode(text).length

/**
 * What nobody sees, or sees as something else: controls, marks of direction, byte order marks, halves of
 * characters. U+200C and U+200D are letters' joints: Persian and Hindi are not spelled without them.
 */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/u

export const hasUnseen = (text: string): boolean => UNSEEN.test(text)

export const withoutUnseen = (text: string): string =>
  text.replace(new RegExp(UNSEEN.source, 'gu'), '')
