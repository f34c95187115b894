import { useMantineColorScheme } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import type { PublishedOutline } from '#contract/content'
import type { CourseSession } from '#contract/models/learning'
import { call, routes } from '../api/client.ts'
import { signIn, signOut } from '../auth/session.ts'
import { useSession } from '../auth/use-session.ts'
import { useMyCourses } from '../learning/use-my-courses.ts'
import type { Command } from './match-commands.ts'

/** All that the palette can do for who is here, where they are. */
export function useCommands(opened: boolean): readonly Command[] {
  return [...useLessons(), ...useCourses(opened), ...useActions()]
}

/** Lessons of the course that is open: its outline is known already. */
function useLessons(): Command[] {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const courseId = /^\/learn\/(crs_\w+)/.exec(path)?.[1]
  if (!courseId) return []
  const session = queries.getQueryData<CourseSession>(['session', courseId])
  const outline = queries.getQueryData<PublishedOutline>(['outline', session?.outlineUrl])
  return (outline?.modules ?? []).flatMap((module) =>
    module.lessons.map((lesson) => ({
      id: lesson.id,
      group: 'Lessons of this course',
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
    queryKey: ['courses', 'newest'],
    queryFn: () => call(routes.listCourses, { query: { limit: 100 } }),
    enabled: opened,
  })
  const known = new Set<string>(mine.data?.items.map(({ course }) => course.id))
  return [
    ...(mine.data?.items ?? []).map(({ course }) => ({
      id: course.id,
      group: 'My courses',
      label: course.title,
      hint: course.teacherName,
      run: () =>
        void navigate({ to: '/learn/$courseId/{-$lessonId}', params: { courseId: course.id } }),
    })),
    ...(newest.data?.items ?? [])
      .filter(({ id }) => !known.has(id))
      .map(({ id, slug, title, teacherName }) => ({
        id,
        group: 'Courses',
        label: title,
        hint: teacherName,
        run: () => void navigate({ to: '/courses/$slug', params: { slug } }),
      })),
  ]
}

function useActions(): Command[] {
  const navigate = useNavigate()
  const session = useSession()
  const { toggleColorScheme } = useMantineColorScheme()
  const action = (label: string, run: () => void, hint?: string): Command => ({
    id: label,
    group: 'Actions',
    label,
    run,
    ...(hint && { hint }),
  })
  const signedIn = session.state === 'signed-in'
  return [
    action('All courses', () => void navigate({ to: '/' })),
    ...(signedIn ? [action('My courses', () => void navigate({ to: '/my' }))] : []),
    ...(signedIn && session.person.isAuthor
      ? [
          action('Teach', () => void navigate({ to: '/teach' }), 'The courses you teach'),
          action('New course', () => void navigate({ to: '/teach', hash: 'new' }), 'Teach'),
        ]
      : []),
    action('Switch between light and dark', toggleColorScheme),
    signedIn ? action('Sign out', () => void signOut()) : action('Sign in', () => void signIn()),
  ]
}
