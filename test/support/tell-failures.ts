import { afterEach } from 'vitest'
import { tellOpenPages } from './browser.ts'

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    console.error(`${task.name}: then the pages showed\n${await tellOpenPages()}`)
})
