import { z } from 'zod'
import { hasUnseen, MOST_KEY_BYTES, utf8Bytes } from '#contract/platform/key-rules'

const fitsKey = [(text: string) => utf8Bytes(text) <= MOST_KEY_BYTES, 'too_long_for_key'] as const

/** A file's name, or folders below each other: a part of a key. */
export const ObjectName = z
  .string()
  .trim()
  .max(MOST_KEY_BYTES)
  .refine(...fitsKey)
  .refine((text) => !hasUnseen(text), 'unseen_characters')

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
  .regex(/^[A-Za-z0-9!#$&^_.+-]+\/[A-Za-z0-9!#$&^_.+-]+( *;[ -~]*)?$/, 'unlike_a_media_type')
