import type { Asset, Chapter, Language } from '#contract/models/asset'
import { type CaptionProblem, parseCaptions } from '#core/captions/parse-captions'
import { dropCaptions, setCaptions } from '#core/media/captions'
import type { ChangeAssetDeps } from '#core/media/change-asset'
import { setChapters } from '#core/media/chapters'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { InvalidInput, notFound } from '../errors.ts'
import type { CourseRepository } from '../ports/courses.ts'
import { findOwnCourse } from './find-own-course.ts'

export interface CaptionDeps extends Pick<ChangeAssetDeps, 'assets' | 'files' | 'events'> {
  readonly courses: CourseRepository
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
): Promise<Asset & { readonly leftOut: CaptionProblem[] }> => {
  const asset = await findOwnAsset(deps, input)
  const parsed = parseCaptions(input.text)
  if (parsed.kind === 'bad')
    throw new InvalidInput(
      parsed.problems.map(({ line, message }) => ({
        path: 'body.text',
        message: `line ${line}: ${message}`,
      })),
      'The captions cannot be used as they are.',
    )
  const { language, label, revision } = input
  const { cues, leftOut } = parsed
  const changed = await setCaptions(change(deps), asset, { language, label, cues, seen: revision })
  return { ...changed, leftOut: [...leftOut] }
}

export const deleteCaptions = async (
  deps: CaptionDeps,
  input: OfAsset & { language: Language },
): Promise<Asset> => dropCaptions(change(deps), await findOwnAsset(deps, input), input.language)

export const putChapters = async (
  deps: CaptionDeps,
  input: OfAsset & { chapters: readonly Chapter[]; seen?: readonly Chapter[] | undefined },
): Promise<Asset> =>
  setChapters(change(deps), await findOwnAsset(deps, input), input.chapters, input.seen)

const change = ({ assets, files, events, clock }: CaptionDeps): ChangeAssetDeps => ({
  events,
  assets,
  files,
  now: () => clock.now(),
})

/** The asset of a course of the actor's; another course's asset does not exist below it. */
const findOwnAsset = async (deps: CaptionDeps, input: OfAsset): Promise<Asset> => {
  const course = await findOwnCourse(deps, input)
  const asset = await deps.assets.get(input.assetId)
  if (asset?.courseId !== course.id) throw notFound('video')
  return asset
}
