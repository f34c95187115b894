import { IconLanguage } from '@tabler/icons-react'
import { LANGUAGES, languages } from '#contract/words/languages'
import { words } from '#web/ui/words/en.ts'
import { chooseLanguage, language } from '#web/words/language.ts'
import styles from './language-choice.module.css'

/** The browser's own list over an icon, for a visitor; who is signed in finds the languages in the account menu. */
export function LanguageChoice() {
  return (
    <label className={styles.choice} title={words.language}>
      <IconLanguage size={20} stroke={1.6} aria-hidden="true" />
      <select
        aria-label={words.language}
        value={language}
        onChange={(event) => {
          const chosen = languages.find((tag) => tag === event.currentTarget.value)
          if (chosen) chooseLanguage(chosen)
        }}
      >
        {languages.map((tag) => (
          <option key={tag} value={tag} lang={tag} dir="auto">
            {LANGUAGES[tag].name}
          </option>
        ))}
      </select>
    </label>
  )
}
