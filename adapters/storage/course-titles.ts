import { isGone } from '#adapters/storage/refusals'
import { contentKeys, PublishedOutline } from '#contract/courses/content'
import type { ContentStore } from '#core/courses/content-ports'
import type { CourseTitles } from '#core/reports/ports'

/** Titles as they were published: the table is not asked. */
export const createCourseTitles = (content: Pick<ContentStore, 'readJson'>): CourseTitles => ({
  of: async (courseId, version) => {
    if (version === null) return ''
    try {
      const outline = await content.readJson(contentKeys.outline(courseId, version))
      return PublishedOutline.pick({ title: true }).parse(outline).title
    } catch (error) {
      // Of a course that was removed.
      if (isGone(error)) return ''
      throw error
    }
  },
})
