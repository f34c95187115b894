import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { lessonLimits } from '#contract/lessons/kinds/limits'
import { call, routes } from '#web/api/client.ts'
import { routeKey } from '#web/api/route-query.ts'
import { words } from '#web/lessons/editor/words/en.ts'
import { draftField } from '#web/ui/fields/draft-field.ts'
import { TextField } from '#web/ui/fields/text-field.tsx'
import type { FormProps } from './kind.ts'

/** An article's text, which is fetched by itself where the outline has no room for it. */
export function ArticleField({ lesson, save }: FormProps<'article'>) {
  const { courseId, id: lessonId, revision } = lesson
  const params = { courseId, lessonId }
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
  if (!whole)
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
  return (
    <TextField
      label={words.textOf(lesson.title)}
      maxLength={lessonLimits.articleText}
      keepAs={`${lessonId}.text`}
      clean={asItIs}
      {...draftField(whole, 'text', (text, revision) => save({ text, revision }))}
    />
  )
}

const asItIs = (text: string) => text
