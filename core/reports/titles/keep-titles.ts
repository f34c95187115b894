import type { CourseId } from '#contract/platform/ids'
import { factKeys, PublishedFacts } from '#core/reports/facts/facts'
import type { FactStore } from '#core/reports/facts/ports'
import type { CourseTitles } from '#core/reports/ports'
import { TitleFacts, titleKey } from './title-facts.ts'

interface Deps {
  readonly facts: FactStore
  readonly titles: CourseTitles
}

/** Of contents that are read at once. */
const AT_ONCE = 16

/** Writes titles of what was published since, so that a report reads one file and not a hundred. */
export async function keepTitles({ facts, titles }: Deps): Promise<void> {
  const [published, known] = await Promise.all([
    facts.read(factKeys.published, PublishedFacts),
    facts.read(titleKey, TitleFacts),
  ])
  const news = Object.entries(published ?? {}).filter(
    ([course, version]) => known?.[course as CourseId]?.[0] !== version,
  )
  for (let at = 0; at < news.length; at += AT_ONCE) {
    const those = await Promise.all(
      news.slice(at, at + AT_ONCE).map(async ([course, version]) => {
        const title = await titles.of(course as CourseId, version)
        return [course, [version, title]] as const
      }),
    )
    await facts.update(titleKey, TitleFacts, (before) => ({
      ...before,
      ...Object.fromEntries(those),
    }))
  }
}
