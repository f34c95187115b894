import styles from './switch-field.module.css'

interface Props {
  readonly label: string
  readonly checked: boolean
  readonly change: (checked: boolean) => void
}

/** Something that is on or off, at once. */
export const SwitchField = ({ label, checked, change }: Props) => (
  <label className={styles.switch}>
    <input
      type="checkbox"
      role="switch"
      checked={checked}
      aria-checked={checked}
      onChange={({ currentTarget }) => change(currentTarget.checked)}
    />
    {label}
  </label>
)
