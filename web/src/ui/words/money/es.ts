import type { Words } from './en.ts'

export const words: Words = {
  nothing: '0 US$',
  underACent: 'menos de un centavo',
}
