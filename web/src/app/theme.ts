import { createTheme, type MantineColorsTuple } from '@mantine/core'

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

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: teal },
  primaryShade: { light: 7, dark: 6 },
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  autoContrast: true,
})
