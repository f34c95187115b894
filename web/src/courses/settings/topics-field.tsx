import { TagsInput } from '@mantine/core'
import { propertyLimits } from '#contract/courses/properties/limits'
import { distinctTopics } from '#contract/courses/properties/topics'
import { words as facts } from '#web/courses/words/facts/en.ts'
import { draftField } from '#web/ui/fields/draft-field.ts'
import { FieldConflict } from '#web/ui/fields/field-conflict.tsx'
import { useField } from '#web/ui/fields/use-field.ts'
import { words as fields } from '#web/ui/fields/words/en.ts'
import type { SectionProps } from './section.ts'
import { words } from './words/en.ts'

/** As one text, a line each, since that is what a field holds. */
const toText = (value: unknown) => (Array.isArray(value) ? value.join('\n') : '')
const toTopics = (text: string) => distinctTopics(text.split('\n')).slice(0, propertyLimits.topics)
const clean = (text: string) => toText(toTopics(text))

/** What a course is about, in words that are looked for: saved with each that comes or goes. */
export function TopicsField({ course, update }: SectionProps) {
  const field = useField({
    ...draftField(
      course,
      'topics',
      (text, revision) => update({ topics: toTopics(text), revision }),
      toText,
    ),
    clean,
  })
  return (
    <>
      <TagsInput
        label={facts.topics}
        description={`${words.topicsHint} ${fields.state[field.word]}`}
        inputWrapperOrder={['label', 'input', 'description']}
        value={toTopics(field.text)}
        maxTags={propertyLimits.topics}
        onChange={(topics) => {
          field.type(toText(topics.map((one) => one.slice(0, propertyLimits.topic))))
          field.send()
        }}
      />
      <FieldConflict label={facts.topics} field={field} />
    </>
  )
}
