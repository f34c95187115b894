import { levels, propertyLimits } from '#contract/courses/properties/limits'
import { languageChoices } from '#web/captions/languages.ts'
import { words as facts } from '#web/courses/words/facts/en.ts'
import { ChoiceField } from '#web/ui/fields/choice-field.tsx'
import { TextField } from '#web/ui/fields/text-field.tsx'
import layout from '#web/ui/layout.module.css'
import { fieldOf, oneOf, type SectionProps } from './section.ts'
import styles from './settings.module.css'
import { TopicsField } from './topics-field.tsx'
import { words } from './words/en.ts'

const trim = (text: string) => text.trim()

/** What learners read of a course before they enrol; it shows when the course is published. */
export function AboutSection(props: SectionProps) {
  const unsaid = { value: '', label: words.unsaid }
  return (
    <section className={`${layout.panel} ${styles.section}`} aria-labelledby="about">
      <h2 id="about">{words.about}</h2>
      <p className="quiet">{words.aboutHint}</p>
      <TextField
        label={words.description}
        maxLength={propertyLimits.description}
        keepAs={`${props.course.id}.description`}
        clean={trim}
        {...fieldOf(props, 'description', (description) => ({ description }))}
      />
      <ChoiceField
        label={facts.language}
        choices={[unsaid, ...languageChoices()]}
        {...fieldOf(props, 'language', (language) => ({ language: language || null }))}
      />
      <ChoiceField
        label={facts.level}
        choices={[unsaid, ...levels.map((value) => ({ value, label: facts.levels[value] }))]}
        {...fieldOf(props, 'level', (level) => ({ level: oneOf(levels, level) }))}
      />
      <TopicsField {...props} />
    </section>
  )
}
