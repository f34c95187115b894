import { propertyLimits } from '#contract/courses/properties/limits'
import { LineField } from '#web/ui/fields/line-field.tsx'
import layout from '#web/ui/layout.module.css'
import { fieldOf, type SectionProps } from './section.ts'
import styles from './settings.module.css'
import { words } from './words/en.ts'

const ZONES = 'time-zones'
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Between which days a course runs, in a zone of its own. The first day that is said brings the browser's zone. */
export function DaysSection(props: SectionProps) {
  const { startsOn, endsOn } = props.course
  const zone = startsOn === null && endsOn === null ? { timeZone: ownZone() } : {}
  return (
    <section className={`${layout.panel} ${styles.section}`} aria-labelledby="days">
      <h2 id="days">{words.days}</h2>
      <p className="quiet">{words.daysHint}</p>
      <div className={styles.side}>
        <div>
          <LineField
            type="date"
            label={words.startsOn}
            {...fieldOf(props, 'startsOn', (day) => ({ startsOn: day || null, ...(day && zone) }))}
          />
        </div>
        <div>
          <LineField
            type="date"
            label={words.endsOn}
            {...fieldOf(props, 'endsOn', (day) => ({ endsOn: day || null, ...(day && zone) }))}
          />
        </div>
      </div>
      <LineField
        label={words.timeZone}
        hint={words.timeZoneHint}
        maxLength={propertyLimits.timeZone}
        list={ZONES}
        {...fieldOf(props, 'timeZone', (timeZone) => ({ timeZone }))}
      />
      <datalist id={ZONES}>
        {Intl.supportedValuesOf('timeZone').map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </section>
  )
}
