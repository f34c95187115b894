import { Button } from '@mantine/core'
import { words } from './words/en.ts'

interface Props {
  readonly list: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => Promise<unknown>
  }
}

/** The way to the rest of a long list; nothing when all is shown. */
export function ShowMore({ list }: Props) {
  if (!list.hasNextPage) return null
  return (
    <Button
      variant="default"
      mt="xl"
      loading={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {words.showMore}
    </Button>
  )
}
