import styles from './reports.module.css'

interface Props {
  readonly figures: readonly { readonly name: string; readonly value: string }[]
}

/** The few numbers that say most. */
export const Figures = ({ figures }: Props) => (
  <dl className={styles.figures}>
    {figures.map(({ name, value }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          <bdi>{value}</bdi>
        </dd>
      </div>
    ))}
  </dl>
)
