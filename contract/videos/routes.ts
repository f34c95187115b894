import { z } from 'zod'
import { PageQuery, pageOf } from '#contract/http/paging'
import { defineRoutes } from '#contract/http/route'
import { LineProblem } from '#contract/http/said'
import { sizedText } from '#contract/http/sized-text'
import { AssetId, CourseId, Instant } from '#contract/platform/ids'
import {
  Asset,
  AssetCard,
  AssetUse,
  Chapters,
  EncodingEstimate,
  Language,
  SourceFacts,
} from './asset.ts'
import { videoLimits } from './limits.ts'

/** As an event of Lambda, which takes 6 MB, a text may need twice its bytes and more. */
const MOST_CAPTION_BYTES = 2_000_000

const OfCourse = z.object({ courseId: CourseId })
const OfAsset = OfCourse.extend({ assetId: AssetId })
const OfCaptions = OfAsset.extend({ language: Language })

/** A course's videos: what they are, what becomes of them, their captions and chapters. */
export const assets = defineRoutes(
  { service: 'teaching', access: 'user' },
  {
    listAssets: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/assets',
      right: 'read',
      summary:
        'The course’s uploaded videos, newest first; with `changedSince`, latest changed first',
      params: OfCourse,
      query: PageQuery.extend({
        limit: z.coerce.number().int().min(1).max(200).default(50),
        /** Only what changed at or after it, those being deleted included. */
        changedSince: Instant.optional(),
      }),
      response: pageOf(AssetCard),
      errors: ['not_found'],
    },
    getAsset: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/assets/{assetId}',
      right: 'read',
      summary: 'One asset, its history, and the lessons that show it',
      params: OfAsset,
      response: z.object({ asset: Asset, uses: z.array(AssetUse) }),
      errors: ['not_found'],
    },
    listRejectedUploads: {
      access: 'admin',
      method: 'GET',
      path: '/teaching/rejected-uploads',
      summary: 'Uploads that named no course that exists, newest first',
      query: PageQuery,
      response: pageOf(AssetCard),
    },
    retryAsset: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/assets/{assetId}/retry',
      right: 'media',
      summary: 'Try again what was rejected or failed, with the file that is there',
      params: OfAsset,
      response: Asset,
      errors: ['not_found', 'conflict'],
    },
    cancelAsset: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/assets/{assetId}/cancellation',
      right: 'media',
      summary: 'Stop encoding; a version that was live before stays live',
      params: OfAsset,
      response: Asset,
      errors: ['not_found', 'conflict'],
      idempotent: true,
    },
    releaseAsset: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/assets/{assetId}/release',
      right: 'media',
      summary: 'Encode what the month’s budget holds back, all the same',
      params: OfAsset,
      response: Asset,
      errors: ['not_found', 'forbidden', 'conflict'],
      idempotent: true,
    },
    deleteAsset: {
      method: 'DELETE',
      path: '/teaching/courses/{courseId}/assets/{assetId}',
      right: 'media',
      summary: 'Delete a video with all its files; refused while a lesson shows it',
      params: OfAsset,
      errors: ['not_found', 'conflict'],
    },
    putCaptions: {
      method: 'PUT',
      path: '/teaching/courses/{courseId}/assets/{assetId}/captions/{language}',
      right: 'media',
      summary: 'Set the captions of a language, as WebVTT or SubRip text',
      params: OfCaptions,
      body: z.object({
        text: sizedText(MOST_CAPTION_BYTES, 'captions_too_large'),
        /** @default the language’s own name */
        label: z.string().trim().min(1).max(videoLimits.captionsLabel).optional(),
        /** The newest revision that the writer has seen, 0 for none: a later one is not replaced. @default any */
        revision: z.number().int().min(0).optional(),
      }),
      response: Asset.extend({
        /** What the text has and the captions have not, since nobody would see it. */
        leftOut: z.array(LineProblem),
      }),
      errors: ['not_found', 'conflict', 'too_large'],
    },
    deleteCaptions: {
      method: 'DELETE',
      path: '/teaching/courses/{courseId}/assets/{assetId}/captions/{language}',
      right: 'media',
      summary: 'Take the captions of a language away',
      params: OfCaptions,
      response: Asset,
      errors: ['not_found', 'conflict'],
    },
    putChapters: {
      method: 'PUT',
      path: '/teaching/courses/{courseId}/assets/{assetId}/chapters',
      right: 'media',
      summary: 'Set the chapters; an empty list takes them away',
      params: OfAsset,
      body: z.object({
        chapters: Chapters,
        /** The chapters that the writer has seen: other ones are not replaced, but answered. @default any */
        seen: Chapters.optional(),
      }),
      response: Asset,
      errors: ['not_found', 'conflict'],
    },
    estimateEncoding: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/encoding-estimates',
      right: 'media',
      summary: 'What encoding such a video makes and costs, before it is uploaded',
      params: OfCourse,
      body: SourceFacts.pick({ durationSeconds: true, width: true, height: true }).extend({
        /** Where it is not known, as it mostly is. */
        frameRate: z.number().min(1).max(240).default(30),
        interlaced: z.boolean().default(false),
        webColour: z.boolean().default(true),
        audioTracks: z.number().int().min(0).max(16).default(1),
        sizeBytes: z.number().int().min(0).default(0),
      }),
      response: EncodingEstimate,
      errors: ['not_found'],
      idempotent: true,
    },
  },
)
