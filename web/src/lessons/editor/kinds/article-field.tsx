import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { call, routes } from '#web/api/client.ts'
import { routeKey } from '#web/api/route-query.ts'
import { words } from '#web/lessons/editor/words/en.ts'
import { partOf, usePart } from '#web/ui/moments/part.ts'
import { useMediaSession } from '#web/videos/use-media-session.ts'
import type { FormProps } from './kind.ts'
import { useFilms } from './use-films.ts'

const VideoDialog = lazy(() => import('./video-dialog.tsx'))

/** Editor, highlighting and Markdown come with the first article that is edited. */
const editor = partOf(() => import('#web/articles/editor/article-text-field.tsx'))

/** An article's text, which is fetched by itself where the outline has no room for it. */
export function ArticleField({ lesson, assets, save }: FormProps<'article'>) {
  const { courseId, id: lessonId, revision } = lesson
  const params = { courseId, lessonId }
  const ArticleTextField = usePart(editor)
  const { films, wanted, done } = useFilms(assets)
  const media = useMediaSession(courseId)
  const [isWanted, setWanted] = useState(false)
  const fetched = useQuery({
    queryKey: [...routeKey(routes.getLesson, { params }), revision],
    queryFn: () => call(routes.getLesson, { params }),
    enabled: isWanted && lesson.text === null,
    staleTime: Number.POSITIVE_INFINITY,
    // While a newer one is on its way, this one stays, with what is being typed.
    placeholderData: (before) => before,
  })
  const whole = lesson.text === null ? fetched.data : lesson
  const text = whole && 'text' in whole ? whole.text : null
  if (!whole || text === null)
    return (
      <Button
        variant="default"
        loading={fetched.isFetching}
        aria-label={fetched.isError ? undefined : words.showTextOf(lesson.title)}
        onClick={() => (isWanted ? fetched.refetch() : setWanted(true))}
      >
        {fetched.isError ? words.tryAgain : words.showText}
      </Button>
    )
  if (!ArticleTextField) return <Skeleton height={240} />
  return (
    <>
      <ArticleTextField
        courseId={courseId}
        films={films}
        label={words.textOf(lesson.title)}
        keepAs={`${lessonId}.article`}
        item={{ id: lessonId, courseId, revision: whole.revision, text }}
        save={(text, revision) => save({ text, revision })}
      />
      {wanted && (
        <Suspense>
          <VideoDialog
            opened
            label={words.chooseVideo}
            assets={assets}
            chosenId={wanted.chosenId}
            mediaReady={media.isSuccess}
            close={done}
            choose={wanted.take}
          />
        </Suspense>
      )}
    </>
  )
}
