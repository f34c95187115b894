import { NativeSelect, TextInput } from '@mantine/core'
import {
  embedPage,
  keptAddress,
  MOST_ADDRESS,
  providerName,
} from '#contract/lessons/kinds/embed-page'
import { useSiteConfig } from '#web/api/use-site-config.ts'
import { words } from '#web/lessons/editor/words/en.ts'
import { draftField } from '#web/ui/fields/draft-field.ts'
import { FieldConflict } from '#web/ui/fields/field-conflict.tsx'
import { type FieldOptions, useField } from '#web/ui/fields/use-field.ts'
import { locale } from '#web/words/language.ts'
import type { FormProps } from './kind.ts'

/** For how many minutes a page must be open, to choose from. */
const MINUTES = [0, 1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120]

export function EmbedForm({ lesson, change, save }: FormProps<'embed'>) {
  const { openMinutes, revision } = lesson
  const offered = [...new Set([...MINUTES, openMinutes])].sort((a, b) => a - b)
  return (
    <>
      <AddressField
        lesson={lesson.title}
        {...draftField(
          lesson,
          'address',
          (text, seen) => save({ address: text || null, revision: seen }),
          (address) => String(address ?? ''),
        )}
      />
      <NativeSelect
        aria-label={words.openFor(lesson.title)}
        value={openMinutes}
        data={offered.map((count) => ({
          value: String(count),
          label: count === 0 ? words.atOnce : words.afterMinutes(count),
        }))}
        onChange={({ currentTarget: { value } }) =>
          change({ openMinutes: Number(value), revision })
        }
      />
    </>
  )
}

interface AddressProps extends Pick<FieldOptions, 'saved' | 'save' | 'conflictOf'> {
  readonly lesson: string
}

/** The page's address: saved on leaving it or Enter if it is one of the allowed, given back on Escape. */
function AddressField({ lesson, ...options }: AddressProps) {
  const field = useField({ ...options, clean: keptAddress })
  const embeds = useSiteConfig().data?.lessons.embeds ?? []
  const providers = new Intl.ListFormat(locale).format(embeds.map(providerName))
  const isPage = field.text.trim() === '' || embedPage(field.text, embeds) !== null
  const label = words.pageAddress(lesson)
  return (
    <>
      <TextInput
        aria-label={label}
        type="url"
        inputMode="url"
        dir="ltr"
        maxLength={MOST_ADDRESS}
        placeholder={words.pageExample}
        description={embeds.length > 0 ? words.pagesOf(providers) : words.noPages}
        inputWrapperOrder={['input', 'description', 'error']}
        error={!isPage && words.pageRefused(providers)}
        value={field.text}
        onChange={(event) => field.type(event.currentTarget.value)}
        onBlur={() => isPage && field.leave()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') field.giveBack()
        }}
      />
      <FieldConflict label={label} field={field} />
    </>
  )
}
