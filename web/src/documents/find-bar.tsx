import { ActionIcon, CloseButton, Progress, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import type { RefObject } from 'react'
import type { Find } from './use-find.ts'
import styles from './viewer.module.css'
import { words } from './words/en.ts'

interface Props {
  readonly field: RefObject<HTMLInputElement | null>
  readonly find: Find
  readonly pageCount: number
  readonly close: () => void
}

/** Finds a text on every page: Enter goes on, with Shift back, Escape ends it. */
export function FindBar({ field, find, pageCount, close }: Props) {
  const { text, searched, count } = find
  const isSearching = text.trim() !== '' && searched < pageCount
  return (
    <search className={styles.find}>
      <TextInput
        ref={field}
        type="search"
        className={styles.findField}
        aria-label={words.findText}
        placeholder={words.findText}
        autoComplete="off"
        dir="auto"
        value={text}
        onChange={(event) => find.setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1)
          if (event.key === 'Escape') close()
        }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={40}
        aria-label={words.matchBefore}
        disabled={count === 0}
        onClick={() => find.step(-1)}
      >
        <IconChevronUp size={20} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={40}
        aria-label={words.matchAfter}
        disabled={count === 0}
        onClick={() => find.step(1)}
      >
        <IconChevronDown size={20} />
      </ActionIcon>
      <CloseButton size={40} aria-label={words.endFinding} onClick={close} />
      <span className={styles.findSaid} role="status">
        {said(find, pageCount)}
      </span>
      {isSearching && (
        <Progress
          className={styles.findProgress}
          size={2}
          value={(searched / pageCount) * 100}
          aria-label={words.findProgress}
        />
      )}
    </search>
  )
}

function said({ text, count, place, page, searched, hasText }: Find, pageCount: number): string {
  if (text.trim() === '') return ''
  if (count > 0 && page !== undefined) return words.match(place, count, page)
  if (searched < pageCount) return words.searching
  return hasText ? words.noMatch : words.noText
}
