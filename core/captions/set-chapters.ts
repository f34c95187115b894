import { type Saying, say } from '#contract/say'
import { type Asset, type Chapter, MOST_CHAPTERS } from '#contract/videos/asset'
import { type InputIssue, InvalidInput, Overtaken } from '#core/platform/errors'
import { type ChangeAssetDeps, changeExtras } from '#core/videos/life/change-asset'
import { lookedInto } from '#core/videos/source/known-source'

/** The title of what comes before the first chapter that somebody named. */
const BEGINNING = 'Start'

/**
 * Sets an asset's chapters; none takes them away. They must be in order and within the video, as far as its
 * length is known. What is before the first of them becomes a chapter too.
 *
 * @throws Overtaken when others stand there than those that were `seen`, if that is told
 */
export async function setChapters(
  deps: ChangeAssetDeps,
  asset: Asset,
  chapters: readonly Chapter[],
  seen?: readonly Chapter[],
): Promise<Asset> {
  const issues = issuesOf(chapters, lookedInto(asset)?.durationSeconds ?? null)
  if (issues.length > 0) throw new InvalidInput(issues, say('chapters_misplaced'))
  const whole = fromTheStart(chapters)
  if (whole.length > MOST_CHAPTERS)
    throw new InvalidInput([
      {
        path: 'body.chapters',
        reason: say('too_many_chapters', { count: whole.length, most: MOST_CHAPTERS }),
      },
    ])
  return changeExtras(deps, asset.id, (stored) => {
    if (isSame(stored.chapters, whole)) return null
    if (seen && !isSame(stored.chapters, seen)) throw new Overtaken({ chapters: stored.chapters })
    return { chapters: whole }
  })
}

function issuesOf(chapters: readonly Chapter[], durationSeconds: number | null): InputIssue[] {
  return chapters.flatMap((chapter, at) => {
    const reason = objectionTo(chapter, chapters[at - 1], durationSeconds)
    return reason ? [{ path: `body.chapters.${at}.startSeconds`, reason }] : []
  })
}

function objectionTo(
  { startSeconds: at, title }: Chapter,
  before: Chapter | undefined,
  endsAt: number | null,
): Saying | null {
  if (title.trim() === '') return say('chapter_untitled', { at })
  if (before && at <= before.startSeconds)
    return say('chapter_too_early', {
      title,
      at,
      before: before.title,
      beforeAt: before.startSeconds,
    })
  return endsAt !== null && at >= endsAt ? say('chapter_past_end', { title, at, endsAt }) : null
}

const isSame = (a: readonly Chapter[], b: readonly Chapter[]) =>
  a.length === b.length &&
  a.every(
    ({ startSeconds, title }, at) => b[at]?.startSeconds === startSeconds && b[at]?.title === title,
  )

function fromTheStart(chapters: readonly Chapter[]): Chapter[] {
  const [first] = chapters
  const missing = first && first.startSeconds > 0
  return [...(missing ? [{ startSeconds: 0, title: BEGINNING }] : []), ...chapters]
}
