import { z } from 'zod'
import { utf8Bytes } from '#contract/platform/key-rules'

/** A text that is answered with 413, and with what this code says, where it has more bytes in UTF-8. */
export const sizedText = (mostBytes: number, tooLarge: string) =>
  z
    .string()
    .min(1)
    .refine((text) => utf8Bytes(text) <= mostBytes, { error: tooLarge, params: TOO_LARGE })

const TOO_LARGE = { code: 'too_large' }

/** The text that is too large, among what else is wrong. */
export const tooLargeOf = (issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined =>
  issues.find((issue) => issue.code === 'custom' && issue.params === TOO_LARGE)
