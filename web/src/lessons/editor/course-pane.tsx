import { Link } from '@tanstack/react-router'
import type { CourseDraft } from '#contract/courses/course'
import { courseLimits } from '#contract/courses/limits'
import type { BodyInput } from '#contract/http/route'
import type { Standing } from '#contract/memberships/team'
import type { routes as declared } from '#contract/routes'
import { call, routes } from '#web/api/client.ts'
import type { Editing } from '#web/courses/use-draft.ts'
import { OnlyWith } from '#web/memberships/only-with.tsx'
import { draftField } from '#web/ui/fields/draft-field.ts'
import { TextField } from '#web/ui/fields/text-field.tsx'
import { TitleField } from '#web/ui/fields/title-field.tsx'
import { PublishBox } from './publish-box.tsx'
import { words } from './words/en.ts'

interface Props {
  readonly course: CourseDraft
  readonly me: Standing
  readonly problems: readonly string[]
  readonly save: Editing['save']
}

/** What an author edits of a course itself, and the way to learners. */
export function CoursePane({ course, me, problems, save }: Props) {
  const params = { courseId: course.id }
  const update = (body: BodyInput<(typeof declared)['updateCourse']>) =>
    save(() => call(routes.updateCourse, { params, body }))
  return (
    <>
      <p className="quiet">
        <Link to="/teach/$courseId/settings" params={params}>
          {words.settings}
        </Link>
        {' · '}
        <Link to="/teach/$courseId/preview/{-$lessonId}" params={params}>
          {words.preview}
        </Link>
        {' · '}
        <Link to="/teach/$courseId/team" params={params}>
          {words.team}
        </Link>
        {' · '}
        <Link to="/teach/$courseId/announcements" params={params}>
          {words.announcements}
        </Link>
      </p>
      <OnlyWith me={me} right="settings">
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
      </OnlyWith>
      <PublishBox course={course} me={me} problems={problems} />
    </>
  )
}

const trim = (text: string) => text.trim()
