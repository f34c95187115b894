import { say } from '#contract/say'
import type { Asset, Chapter, Language } from '#contract/videos/asset'
import { findOwnAsset } from '#core/access/own-asset'
import type { MembershipReader } from '#core/access/ports'
import type { CourseRepository } from '#core/courses/ports'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { InvalidInput } from '#core/platform/errors'
import type { ChangeAssetDeps } from '#core/videos/life/change-asset'
import { type LineProblem, parseCaptions } from './format/parse-captions.ts'
import { dropCaptions, setCaptions } from './set-captions.ts'
import { setChapters } from './set-chapters.ts'

export interface CaptionDeps extends Pick<ChangeAssetDeps, 'assets' | 'files' | 'events'> {
  readonly courses: CourseRepository
  readonly memberships: MembershipReader
  readonly clock: Clock
}

interface OfAsset {
  readonly actor: Actor
  readonly courseId: string
  readonly assetId: string
}

export const putCaptions = async (
  deps: CaptionDeps,
  input: OfAsset & {
    language: Language
    text: string
    label?: string | undefined
    revision?: number | undefined
  },
): Promise<Asset & { readonly leftOut: LineProblem[] }> => {
  const asset = await findOwnAsset(deps, input, 'media')
  const parsed = parseCaptions(input.text)
  if (parsed.kind === 'bad')
    throw new InvalidInput(
      parsed.problems.map(({ line, ...reason }) => ({ path: 'body.text', line, reason })),
      say('captions_unusable'),
    )
  const { language, label, revision } = input
  const { cues, leftOut } = parsed
  const changed = await setCaptions(change(deps), asset, { language, label, cues, seen: revision })
  return { ...changed, leftOut: [...leftOut] }
}

export const deleteCaptions = async (
  deps: CaptionDeps,
  input: OfAsset & { language: Language },
): Promise<Asset> => {
  const asset = await findOwnAsset(deps, input, 'media')
  return dropCaptions(change(deps), asset, input.language)
}

export const putChapters = async (
  deps: CaptionDeps,
  input: OfAsset & { chapters: readonly Chapter[]; seen?: readonly Chapter[] | undefined },
): Promise<Asset> => {
  const asset = await findOwnAsset(deps, input, 'media')
  return setChapters(change(deps), asset, input.chapters, input.seen)
}

const change = ({ assets, files, events, clock }: CaptionDeps): ChangeAssetDeps => ({
  events,
  assets,
  files,
  clock,
})
