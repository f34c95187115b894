import { Button, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { teamLimits } from '#contract/memberships/limits'
import type { MembershipTerms } from '#contract/memberships/team'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import styles from './team.module.css'
import { TermsFields } from './terms-fields.tsx'
import type { TeamChanges } from './use-team.ts'
import { words } from './words/en.ts'

const BEGINNER: MembershipTerms = { role: 'assistant', rights: [] }

/** Somebody is found by the address that they sign in with; what became of it stands below. */
export function AddMember({ add }: Pick<TeamChanges, 'add'>) {
  const [email, setEmail] = useState('')
  const [terms, setTerms] = useState(BEGINNER)
  const field = useRef<HTMLInputElement>(null)
  const isThere = add.data?.outcome === 'added' || add.data?.outcome === 'there_already'
  return (
    <form
      className={`${layout.panel} ${styles.form}`}
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate(
          { email: email.trim(), ...terms },
          {
            onSuccess: ({ outcome }) => {
              if (outcome === 'added') {
                setEmail('')
                setTerms(BEGINNER)
              }
              field.current?.focus()
            },
          },
        )
      }}
    >
      <h2>{words.add}</h2>
      <TextInput
        ref={field}
        type="email"
        label={words.email}
        description={words.emailHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        dir="ltr"
        autoComplete="off"
        maxLength={teamLimits.email}
        value={email}
        onChange={(event) => {
          if (!add.isPending) add.reset()
          setEmail(event.currentTarget.value)
        }}
        error={
          add.isError
            ? messageOf(add.error)
            : add.data && !isThere && saidOf(add.data, add.variables?.email ?? '')
        }
      />
      <TermsFields terms={terms} change={setTerms} />
      <p className="quiet">{words.everybodyLooks}</p>
      <p role="status">{add.data && isThere && saidOf(add.data, add.variables?.email ?? '')}</p>
      <div>
        <Button type="submit" loading={add.isPending}>
          {words.addThem}
        </Button>
      </div>
    </form>
  )
}

function saidOf({ outcome, member }: NonNullable<TeamChanges['add']['data']>, email: string) {
  const name = member?.name || words.nameless
  return {
    added: words.added(name),
    there_already: words.thereAlready(name),
    owner: words.isOwner,
    no_account: words.noAccount(email),
  }[outcome]
}
