import temml from 'temml'
import 'temml/dist/Temml-Local.css'

/** Puts a formula into an element, or where it is none TeX's words with what is wrong with them. It can lead nowhere. */
export default function setFormula(value: string, into: HTMLElement, displayMode: boolean): void {
  temml.render(value, into, {
    ...{ displayMode, throwOnError: false, trust: false, strict: false },
    ...{ maxExpand: 1000, maxSize: [20, 20], annotate: true },
  })
}
