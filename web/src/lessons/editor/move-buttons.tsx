import { Button } from '@mantine/core'
import { words } from './words/en.ts'

interface MoveProps {
  readonly what: string
  readonly at: number
  readonly length: number
  readonly move: (to: number) => void
}

/** Moves one of a list by a place. */
export function MoveButtons({ what, at, length, move }: MoveProps) {
  const button = (label: string, text: string, to: number) => (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      aria-label={label}
      disabled={to < 0 || to >= length}
      onClick={() => move(to)}
    >
      {text}
    </Button>
  )
  return (
    <>
      {button(words.moveUp(what), '↑', at - 1)}
      {button(words.moveDown(what), '↓', at + 1)}
    </>
  )
}
