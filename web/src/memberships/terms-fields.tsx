import { NativeSelect } from '@mantine/core'
import type { MembershipTerms } from '#contract/memberships/team'
import { assistantRights, teamRoles } from '#contract/people/course-rights'
import styles from './team.module.css'
import { words } from './words/en.ts'
import { words as mine } from './words/mine/en.ts'

interface Props {
  readonly terms: MembershipTerms
  /** Of whom; empty where that is about to be said. */
  readonly name?: string
  readonly change: (terms: MembershipTerms) => void
}

/** What somebody is to be in a course, and of an assistant what they may do: a switch for each right. */
export function TermsFields({ terms, name, change }: Props) {
  const { role, rights } = terms
  return (
    <div className={styles.terms}>
      <NativeSelect
        label={name ? words.roleOf(name) : words.role}
        value={role}
        data={teamRoles.map((value) => ({ value, label: mine.roles[value] }))}
        onChange={(event) => {
          const next = teamRoles.find((one) => one === event.currentTarget.value)
          if (next) change({ role: next, rights })
        }}
      />
      {role === 'teacher' && <p className="quiet">{words.mayAll}</p>}
      {role === 'assistant' && (
        <fieldset className={styles.rights}>
          <legend>{name ? words.rightsOf(name) : words.rights}</legend>
          {assistantRights.map((right) => (
            <label key={right} className={styles.right}>
              <input
                type="checkbox"
                role="switch"
                checked={rights.includes(right)}
                aria-checked={rights.includes(right)}
                onChange={({ currentTarget: { checked } }) =>
                  change({
                    role,
                    rights: assistantRights.filter((one) =>
                      one === right ? checked : rights.includes(one),
                    ),
                  })
                }
              />
              {words.rightNames[right]}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}
