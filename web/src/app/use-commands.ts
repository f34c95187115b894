import { useMantineColorScheme } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMatch, useNavigate, useParams } from '@tanstack/react-router'
import type { CourseId } from '#contract/platform/ids'
import { LANGUAGES, languages } from '#contract/words/languages'
import { routes } from '#web/api/client.ts'
import { routeQuery } from '#web/api/route-query.ts'
import { teacherOf } from '#web/courses/teacher-of.ts'
import { outlineQuery, sessionQuery } from '#web/enrolments/course-queries.ts'
import { useMyCourses } from '#web/enrolments/use-my-courses.ts'
import { signIn, signOut } from '#web/people/session.ts'
import { useSession } from '#web/people/use-session.ts'
import type { Command } from '#web/ui/match-commands.ts'
import { chooseLanguage, language } from '#web/words/language.ts'
import { words } from './words/en.ts'

/** All that the palette can do for who is here, where they are. Courses come late, so they stand last and move nothing. */
export function useCommands(opened: boolean): readonly Command[] {
  return [...useLessons(), ...useActions(), ...useCourses(opened)]
}

/** Lessons of the course that is open: its outline is known already. */
function useLessons(): Command[] {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const learning = useMatch({ from: '/learn/$courseId/{-$lessonId}', shouldThrow: false })
  if (!learning) return []
  const { courseId } = learning.params
  const session = queries.getQueryData(sessionQuery(courseId).queryKey)
  const outline = queries.getQueryData(outlineQuery(session?.outlineUrl).queryKey)
  return (outline?.modules ?? []).flatMap((module) =>
    module.lessons.map((lesson) => ({
      id: lesson.id,
      group: words.lessons,
      label: lesson.title,
      hint: module.title,
      run: () =>
        void navigate({
          to: '/learn/$courseId/{-$lessonId}',
          params: { courseId, lessonId: lesson.id },
        }),
    })),
  )
}

/** My courses lead to where I stopped; the newest hundred others to their pages. */
function useCourses(opened: boolean): Command[] {
  const navigate = useNavigate()
  const signedIn = useSession().state === 'signed-in'
  const mine = useMyCourses(opened && signedIn)
  const newest = useQuery({
    ...routeQuery(routes.listCourses, { query: { limit: 100 } }),
    enabled: opened,
  })
  const known = new Set<string>(mine.data?.items.map(({ course }) => course.id))
  return [
    ...(mine.data?.items ?? []).map(({ course }) => ({
      id: course.id,
      group: words.myCourses,
      label: course.title,
      hint: teacherOf(course),
      run: () =>
        void navigate({ to: '/learn/$courseId/{-$lessonId}', params: { courseId: course.id } }),
    })),
    ...(newest.data?.items ?? [])
      .filter(({ id }) => !known.has(id))
      .map((course) => ({
        id: course.id,
        group: words.courses,
        label: course.title,
        hint: teacherOf(course),
        run: () => void navigate({ to: '/courses/$slug', params: { slug: course.slug } }),
      })),
  ]
}

/** The course on whose pages its teacher is. */
function useTaughtCourse(): CourseId | undefined {
  const { courseId } = useParams({ strict: false })
  const learning = useMatch({ from: '/learn/$courseId/{-$lessonId}', shouldThrow: false })
  const told = useMatch({ from: '/learn/$courseId/announcements', shouldThrow: false })
  return learning || told ? undefined : courseId
}

function useActions(): Command[] {
  const navigate = useNavigate()
  const taught = useTaughtCourse()
  const session = useSession()
  const { toggleColorScheme } = useMantineColorScheme()
  const action = (label: string, run: () => void, hint?: string): Command => ({
    id: label,
    group: words.actions,
    label,
    run,
    ...(hint && { hint }),
  })
  const signedIn = session.state === 'signed-in'
  return [
    action(words.allCourses, () => void navigate({ to: '/' })),
    ...(signedIn
      ? [
          action(words.myCourses, () => void navigate({ to: '/my' })),
          action(words.notifications, () => void navigate({ to: '/notifications' })),
        ]
      : []),
    ...(signedIn
      ? [
          action(words.teach, () => void navigate({ to: '/teach' }), words.teachHint),
          ...(taught
            ? [
                action(
                  words.courseReports,
                  () =>
                    void navigate({ to: '/teach/$courseId/reports', params: { courseId: taught } }),
                ),
                action(
                  words.announcements,
                  () =>
                    void navigate({
                      to: '/teach/$courseId/announcements',
                      params: { courseId: taught },
                    }),
                ),
                action(
                  words.people,
                  () =>
                    void navigate({ to: '/teach/$courseId/people', params: { courseId: taught } }),
                ),
                action(
                  words.team,
                  () =>
                    void navigate({ to: '/teach/$courseId/team', params: { courseId: taught } }),
                ),
              ]
            : []),
        ]
      : []),
    ...(signedIn && session.person.isAuthor
      ? [action(words.newCourse, () => void navigate({ to: '/teach', hash: 'new' }), words.teach)]
      : []),
    ...(signedIn && session.person.isAdmin
      ? [
          action(
            words.siteReports,
            () => void navigate({ to: '/admin/reports' }),
            words.siteReportsHint,
          ),
        ]
      : []),
    action(words.scheme, toggleColorScheme),
    ...languages
      .filter((tag) => tag !== language)
      .map((tag) => action(LANGUAGES[tag].name, () => chooseLanguage(tag), words.language)),
    signedIn
      ? action(words.signOut, () => void signOut())
      : action(words.signIn, () => void signIn()),
  ]
}
