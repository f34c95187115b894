import { useLayoutEffect, useRef } from 'react'
import { partOf } from '#web/ui/moments/part.ts'
import styles from './article.module.css'

/** What sets TeX as MathML. Articles without formulas never load it. */
export const formulas = partOf(() => import('#web/articles/parts/set-formula.ts'))

/** TeX as MathML; as it was written until what sets it is there. */
export function Formula({ value, display = false }: { value: string; display?: boolean }) {
  const box = useRef<HTMLElement>(null)
  const set = formulas.code()
  useLayoutEffect(() => {
    if (box.current && set) set(value, box.current, display)
  }, [set, value, display])
  return (
    <span ref={box} className={display ? styles.formula : undefined} dir="ltr">
      {set ? null : value}
    </span>
  )
}
