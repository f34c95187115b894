import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Learner } from '#contract/enrolments/roster'
import { DeleteButton } from '#web/ui/delete-button.tsx'
import layout from '#web/ui/layout.module.css'
import { messageOf } from '#web/ui/notices.tsx'
import type { LearnerChanges } from './use-learner-changes.ts'
import { words } from './words/manage/en.ts'

interface Props extends LearnerChanges {
  readonly learner: Learner
  readonly close: () => void
}

/** What a teacher may do about one learner, in one place. */
export default function LearnerDialog({ learner, changeAccess, remove, close }: Props) {
  const { userId, access, endsOn } = learner
  const name = learner.name || words.nameless
  const [day, setDay] = useState(endsOn ?? '')
  const failed = changeAccess.error ?? remove.error
  return (
    <Modal opened onClose={close} title={words.manage(name)}>
      <section className={layout.panel}>
        <h3>{words.access}</h3>
        <p role="status">{words.accessIs[access]}</p>
        {access === 'suspended' ? (
          <Button
            loading={changeAccess.isPending}
            onClick={() => changeAccess.mutate({ userId, suspended: false })}
          >
            {words.takeBack}
          </Button>
        ) : (
          <DeleteButton
            label={words.suspendThem(name)}
            question={words.suspendAsked}
            texts={{ remove: words.suspend, removeSurely: words.suspendSurely }}
            onDelete={() => changeAccess.mutate({ userId, suspended: true })}
          />
        )}
      </section>
      <form
        className={layout.panel}
        onSubmit={(event) => {
          event.preventDefault()
          changeAccess.mutate({ userId, endsOn: day || null })
        }}
      >
        <TextInput
          type="date"
          label={words.lastDay}
          description={words.lastDayHint}
          inputWrapperOrder={['label', 'input', 'description']}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <div className={layout.actions}>
          <Button type="submit" disabled={day === (endsOn ?? '')} loading={changeAccess.isPending}>
            {words.saveDay}
          </Button>
          {day !== '' && (
            <Button variant="default" onClick={() => setDay('')}>
              {words.noDay}
            </Button>
          )}
        </div>
      </form>
      <section className={layout.panel}>
        <h3>{words.remove}</h3>
        <p className="quiet">{words.removeHint}</p>
        <DeleteButton
          label={words.removeThem(name)}
          question={words.removeAsked(name)}
          texts={{ remove: words.remove, removeSurely: words.removeSurely }}
          onDelete={() => remove.mutate(learner, { onSuccess: close })}
        />
      </section>
      {failed && (
        <p role="alert" className="problem">
          {messageOf(failed)}
        </p>
      )}
    </Modal>
  )
}
