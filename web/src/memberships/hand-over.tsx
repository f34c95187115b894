import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Team } from '#contract/memberships/team'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import styles from './team.module.css'
import type { TeamChanges } from './use-team.ts'
import { words } from './words/en.ts'

interface Props extends Pick<Team, 'title' | 'members'> {
  readonly handOver: TeamChanges['handOver']
}

/** It cannot be taken back by whoever does it, so they type the course's title first. */
export function HandOver({ title, members, handOver }: Props) {
  const [userId, setUserId] = useState('')
  const [typed, setTyped] = useState('')
  const next = members.find((one) => one.userId === userId)
  const isSure = typed.trim() === title
  return (
    <form
      className={`${layout.panel} ${styles.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (next && isSure) handOver.mutate({ userId, name: next.name || words.nameless })
      }}
    >
      <h2>{words.handOver}</h2>
      <p className="quiet">{words.handOverHint}</p>
      <NativeSelect
        label={words.handOverTo}
        value={userId}
        data={[
          { value: '', label: words.choose },
          ...members.map((one) => ({ value: one.userId, label: one.name || words.nameless })),
        ]}
        onChange={(event) => setUserId(event.currentTarget.value)}
      />
      {next && (
        <TextInput
          label={words.typeTitle(title)}
          dir="auto"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={handOver.isError && messageOf(handOver.error)}
        />
      )}
      <div>
        <Button type="submit" color="red" disabled={!next || !isSure} loading={handOver.isPending}>
          {words.handOverNow}
        </Button>
      </div>
    </form>
  )
}
