import type { Membership } from '#contract/memberships/team'
import { DeleteButton } from '#web/ui/delete-button.tsx'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import { dateInWords } from '#web/ui/words.ts'
import { rightsInWords } from './rights-in-words.ts'
import { RoleBadge } from './role-badge.tsx'
import styles from './team.module.css'
import { TermsFields } from './terms-fields.tsx'
import type { TeamChanges } from './use-team.ts'
import { words } from './words/en.ts'

interface Props {
  readonly member: Membership
  readonly isMe: boolean
  /** Whether whoever looks may change it. */
  readonly manages: boolean
  readonly change: TeamChanges['change']
  readonly remove: (member: Membership) => void
}

/** One person of a team: with switches for whoever may change what they may do, else in words. */
export function MemberRow({ member, isMe, manages, change, remove }: Props) {
  const { userId, role, rights, addedAt } = member
  const name = member.name || words.nameless
  const isTheirs = change.variables?.userId === userId
  const shown = change.isPending && isTheirs ? change.variables.terms : { role, rights }
  return (
    <li>
      <span className={styles.name}>
        <bdi>{name}</bdi>
        {isMe && <span className="quiet">{words.you}</span>}
        <RoleBadge as={shown.role} />
        <time className="quiet" dateTime={addedAt}>
          {words.since(dateInWords(addedAt))}
        </time>
      </span>
      {manages ? (
        <TermsFields
          name={name}
          terms={shown}
          change={(terms) => change.mutate({ userId, terms })}
        />
      ) : (
        <p className="quiet">{inWords(member)}</p>
      )}
      {change.isError && isTheirs && (
        <p role="alert" className="problem">
          {messageOf(change.error)}
        </p>
      )}
      {(manages || isMe) && (
        <div className={layout.actions}>
          {isMe ? (
            <DeleteButton
              label={words.leave}
              question={words.leaveAsked}
              texts={{ remove: words.leave, removeSurely: words.leaveSurely }}
              onDelete={() => remove(member)}
            />
          ) : (
            <DeleteButton
              label={words.removeThem(name)}
              question={words.removeAsked(name)}
              texts={{ remove: words.remove, removeSurely: words.removeSurely }}
              onDelete={() => remove(member)}
            />
          )}
        </div>
      )}
    </li>
  )
}

function inWords({ role, rights }: Membership): string {
  if (role === 'teacher') return words.mayAll
  if (rights.length === 0) return words.mayNothing
  return words.mayList(rightsInWords(rights))
}
