import { visibilities, waysToEnrol } from '#contract/courses/properties/limits'
import { ChoiceField } from '#web/ui/fields/choice-field.tsx'
import { LineField } from '#web/ui/fields/line-field.tsx'
import layout from '#web/ui/layout.module.css'
import { fieldOf, oneOf, type SectionProps } from './section.ts'
import styles from './settings.module.css'
import { words } from './words/en.ts'

/** Who sees a course and who may enrol: in force as soon as it is saved. */
export function DoorsSection(props: SectionProps) {
  const { enrolmentCount } = props.course
  return (
    <section className={`${layout.panel} ${styles.section}`} aria-labelledby="doors">
      <h2 id="doors">{words.doors}</h2>
      <p className="quiet">{words.doorsHint}</p>
      <ChoiceField
        label={words.visibility}
        hint={(value) => words.visibilityHints[oneOf(visibilities, value) ?? 'public']}
        choices={visibilities.map((value) => ({ value, label: words.visibilities[value] }))}
        {...fieldOf(props, 'visibility', (text) => ({
          visibility: oneOf(visibilities, text) ?? 'private',
        }))}
      />
      <ChoiceField
        label={words.enrolling}
        choices={waysToEnrol.map((value) => ({ value, label: words.waysToEnrol[value] }))}
        {...fieldOf(props, 'enrolling', (text) => ({
          enrolling: oneOf(waysToEnrol, text) ?? 'closed',
        }))}
      />
      <LineField
        label={words.capacity}
        hint={words.capacityHint(enrolmentCount)}
        inputMode="numeric"
        maxLength={7}
        {...fieldOf(props, 'capacity', (text) => ({ capacity: text === '' ? null : Number(text) }))}
      />
    </section>
  )
}
