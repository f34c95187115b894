import { Button, createTheme, type MantineColorsTuple } from '@mantine/core'
import { words } from '#web/ui/words/en.ts'
import styles from './theme.module.css'

/** The one accent: a deep teal that keeps 4.5:1 with white from shade 6 on, and 3:1 with both pages. */
const teal: MantineColorsTuple = [
  '#e9f7f5',
  '#d3ebe8',
  '#a5d7d1',
  '#74c2b9',
  '#4db0a5',
  '#32a497',
  '#16837a',
  '#0f6e66',
  '#0b5a54',
  '#054741',
]

/** White on its shades 6 and 7, which buttons have, keeps 4.5:1; of Mantine's own red it has 3.4:1. */
const red: MantineColorsTuple = [
  '#fff0f0',
  '#ffdede',
  '#ffbcbc',
  '#fb9696',
  '#f07575',
  '#e05757',
  '#c93a3a',
  '#b02a2a',
  '#941f1f',
  '#7a1616',
]

/** Those after the first stand in for it until it is there: they lie beside the other styles of all pages. */
const FONTS =
  '"Inter Variable", "Inter by Arial", "Inter by Roboto", "Inter by DejaVu", system-ui, sans-serif'

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: teal, red },
  primaryShade: { light: 7, dark: 6 },
  fontFamily: FONTS,
  headings: { fontFamily: FONTS, fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
  components: {
    Button: Button.extend({
      classNames: { root: styles.button, inner: styles.inner, label: styles.label },
    }),
    // By its name, since the component itself comes with what has one.
    CloseButton: { defaultProps: { 'aria-label': words.close } },
  },
})
