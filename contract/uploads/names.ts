import { z } from 'zod'
import { hasUnseen, MOST_KEY_BYTES, utf8Bytes } from '#contract/platform/key-rules'

const fitsKey = [
  (text: string) => utf8Bytes(text) <= MOST_KEY_BYTES,
  `At most ${MOST_KEY_BYTES} bytes are taken; letters beyond the English ones have two to four. Shorten it.`,
] as const

/** A file's name, or folders below each other: a part of a key. */
export const ObjectName = z
  .string()
  .trim()
  .max(MOST_KEY_BYTES)
  .refine(...fitsKey)
  .refine(
    (text) => !hasUnseen(text),
    'The name has characters that cannot be seen. Rename it, and type the name anew.',
  )

/** An object's whole key. */
export const ObjectKey = z
  .string()
  .min(1)
  .max(MOST_KEY_BYTES)
  .refine(...fitsKey)

/** As RFC 9110 writes it, on one line of ASCII: it becomes a header. */
export const MediaType = z
  .string()
  .max(100)
  .regex(
    /^[A-Za-z0-9!#$&^_.+-]+\/[A-Za-z0-9!#$&^_.+-]+( *;[ -~]*)?$/,
    'Use a media type such as video/mp4',
  )
