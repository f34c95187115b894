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
  if (issues.length > 0) throw new InvalidInput(issues, 'Some chapters are not where they can be.')
  const whole = fromTheStart(chapters)
  if (whole.length > MOST_CHAPTERS)
    throw new InvalidInput([
      {
        path: 'body.chapters',
        message: `A video has at most ${MOST_CHAPTERS} chapters, and with its start these are ${whole.length}.`,
      },
    ])
  return changeExtras(deps, asset.id, (stored) => {
    if (isSame(stored.chapters, whole)) return null
    if (seen && !isSame(stored.chapters, seen)) throw new Overtaken({ chapters: stored.chapters })
    return { chapters: whole }
  })
}

function issuesOf(chapters: readonly Chapter[], durationSeconds: number | null): InputIssue[] {
  return chapters.flatMap(({ startSeconds, title }, at) => {
    const path = `body.chapters.${at}.startSeconds`
    const before = chapters[at - 1]
    if (title.trim() === '')
      return [{ path, message: `The chapter at ${clock(startSeconds)} has no title.` }]
    if (before && startSeconds <= before.startSeconds)
      return [
        {
          path,
          message: `“${title}” at ${clock(startSeconds)} must begin after “${before.title}”, which begins at ${clock(before.startSeconds)}.`,
        },
      ]
    if (durationSeconds !== null && startSeconds >= durationSeconds)
      return [
        {
          path,
          message: `“${title}” begins at ${clock(startSeconds)}, but the video ends at ${clock(durationSeconds)}.`,
        },
      ]
    return []
  })
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

/** As a player shows it: `1:02:05`, `4:09`. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  const parts = [Math.floor(whole / 60) % 60, whole % 60]
  const hours = Math.floor(whole / 3600)
  if (hours > 0) parts.unshift(hours)
  return parts.map((part, at) => String(part).padStart(at === 0 ? 1 : 2, '0')).join(':')
}
