import { z } from 'zod'

/** The setting `uploads`: what a lecture may be. Functions find it whole in their environment. */
export const UploadSettings = z.strictObject({
  maxBytes: z
    .number()
    .int()
    .min(1)
    .default(50 * 1024 ** 3),
  maxSeconds: z
    .number()
    .int()
    .min(1)
    .default(6 * 3_600),
  /** Which video codecs are accepted, as MediaConvert's probe names them: `AVC`, `HEVC`. @default all that it reads */
  codecs: z
    .array(z.string().regex(/^[A-Z0-9_]+$/, 'must be a name such as AVC or HEVC'))
    .min(1)
    .nullable()
    .default(null),
})
export type UploadSettings = z.infer<typeof UploadSettings>

/** The setting `files`: what teachers may upload besides videos. Functions find it whole in their environment. */
export const FileSettings = z.strictObject({
  /** A PUT takes 5 GB at most, and is sent again from its beginning where it breaks. */
  maxBytes: z
    .number()
    .int()
    .min(1)
    .max(2 * 1024 ** 3)
    .default(200 * 1024 ** 2),
  /** A picture is held in memory while it is made smaller. */
  maxImageBytes: z
    .number()
    .int()
    .min(1)
    .max(50 * 1024 ** 2)
    .default(20 * 1024 ** 2),
})
export type FileSettings = z.infer<typeof FileSettings>

/** The setting `encoding`. Functions find it whole in their environment. */
export const EncodingSettings = z.strictObject({
  /** US dollars by estimate; what goes beyond is held back until somebody releases it. @default no limit */
  monthlyBudgetUsd: z.number().min(0).optional(),
  /** Who may encode beyond the budget: administrators, or whoever teaches the course. */
  release: z.enum(['admins', 'authors']).default('admins'),
  /**
   * How many uploads, and how many commands, are worked on at once, whatever comes; the account's other
   * concurrency stays with those who learn. MediaConvert's queue bounds the encodes themselves.
   */
  workers: z.number().int().min(2).max(1_000).default(5),
  /** Brings the sound of every video to one loudness, for about $0.002 a minute of each sound track. */
  normaliseLoudness: z.boolean().default(false),
  /**
   * What a minute of SD at up to 30 frames a second costs in the Basic tier, in US dollars, by
   * https://aws.amazon.com/mediaconvert/pricing/: all estimates are made of it. @default what we know of the region
   */
  sdMinuteUsd: z.number().positive().optional(),
})
export type EncodingSettings = z.infer<typeof EncodingSettings>
