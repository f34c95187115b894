import { Link } from '@tanstack/react-router'
import type { CourseDraft } from '#contract/courses/course'
import { courseLimits } from '#contract/courses/limits'
import type { BodyInput } from '#contract/http/route'
import type { routes as declared } from '#contract/routes'
import { call, routes } from '#web/api/client.ts'
import type { Editing } from '#web/courses/use-draft.ts'
import { draftField } from '#web/ui/fields/draft-field.ts'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { TitleField } from '#web/ui/fields/title-field.tsx'
import { PublishBox } from './publish-box.tsx'
import { words } from './words/en.ts'

interface Props {
  readonly course: CourseDraft
  readonly problems: readonly string[]
  readonly save: Editing['save']
}

/** What an author edits of a course itself, and the way to learners. */
export function CoursePane({ course, problems, save }: Props) {
  const params = { courseId: course.id }
  const update = (body: BodyInput<(typeof declared)['updateCourse']>) =>
    save(() => call(routes.updateCourse, { params, body }))
  return (
    <>
      <p>
        <Link to="/teach/$courseId/settings" params={params} className="quiet">
          {words.settings}
        </Link>
        {' · '}
        <Link to="/teach/$courseId/preview/{-$lessonId}" params={params} className="quiet">
          {words.preview}
        </Link>
      </p>
      <TitleField
        heading
        label={words.courseTitle}
        maxLength={courseLimits.title}
        {...draftField(course, 'title', (title, revision) => update({ title, revision }))}
      />
      <TextField
        label={words.summary}
        maxLength={courseLimits.summary}
        keepAs={`${course.id}.summary`}
        clean={trim}
        {...draftField(course, 'summary', (summary, revision) => update({ summary, revision }))}
      />
      <PublishBox course={course} problems={problems} />
    </>
  )
}

const trim = (text: string) => text.trim()
