import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CourseId } from '#contract/platform/ids'
import { routes } from '#contract/routes'
import type { ApiClient } from '#local/demo/api-client'
import { launchBrowser, openSignedIn } from '#test/support/browser'
import {
  findFreePorts,
  makeDataDir,
  type RunningLectern,
  removeDataDirs,
  startLectern,
} from '#test/support/lectern'
import { photograph } from '#test/support/photograph'
import { apiAs } from '#test/support/taught-course'

const SCREENSHOTS = 'test-results/screens'
const PHONE = { width: 390, height: 844 }
const TITLE = 'Shared algebra'

let lectern: RunningLectern
let browser: Browser
let owner: Page
let helper: Page
let asOwner: ApiClient
let asHelper: ApiClient
let courseId: CourseId

const address = (path: string) => new URL(path, lectern.endpoints.webUrl).href

beforeAll(async () => {
  const dataDir = await makeDataDir()
  lectern = await startLectern({ port: await findFreePorts(), dataDir, args: ['--no-demo'] })
  const { webUrl, accounts } = lectern.endpoints
  asOwner = apiAs(lectern.endpoints, accounts.author)
  asHelper = apiAs(lectern.endpoints, accounts.learner)
  const body = { slug: 'shared-algebra', title: TITLE, summary: 'A test.' }
  courseId = (await asOwner(routes.createCourse, { body })).id
  browser = await launchBrowser()
  owner = await openSignedIn(browser, { webUrl, account: accounts.author })
  helper = await openSignedIn(browser, {
    webUrl,
    account: accounts.learner,
    device: { viewport: PHONE },
  })
})
afterAll(async () => {
  await browser?.close()
  await lectern?.stop()
  await removeDataDirs()
})

const params = () => ({ courseId })
const inRow = (name: string) => owner.getByRole('listitem').filter({ hasText: name })
const mayCall = (call: Promise<unknown>) =>
  call.then(
    () => 'may',
    (error: Error) => /answered (\d+)/.exec(error.message)?.[1],
  )

describe('a course that two teach', () => {
  it('takes nobody whose address has no account, and says so', async () => {
    await owner.goto(address(`/teach/${courseId}/team`))
    await owner.getByText('Nobody else teaches this course yet.').waitFor()
    await owner.getByLabel('E-mail address of their account').fill('nobody@lectern.local')
    await owner.getByRole('button', { name: 'Add to the team' }).click()
    await owner.getByText(/Nobody on this site has confirmed the address nobody@/).waitFor()
  })

  it('takes an assistant with one right, by an address in whatever case', async () => {
    const { username } = lectern.endpoints.accounts.learner
    await owner.getByLabel('E-mail address of their account').fill(username.toUpperCase())
    await owner.getByRole('switch', { name: 'Change modules and lessons' }).press('Space')
    await owner.keyboard.press('Tab')
    await owner.getByRole('button', { name: 'Add to the team' }).press('Enter')
    await owner.getByText(/Lin Learner is of the team now/).waitFor()
    await inRow('Lin Learner').getByText('Assistant', { exact: true }).first().waitFor()
    expect(await photograph(owner, SCREENSHOTS, 'team')).toEqual([])
  })

  it('is there for the assistant, with what is theirs to do', async () => {
    await helper.getByRole('button', { name: 'Account' }).click()
    await helper.getByRole('menuitem', { name: 'Teach' }).click()
    await helper.getByRole('listitem').filter({ hasText: TITLE }).getByText('Assistant').waitFor()
    await helper.getByRole('link', { name: TITLE }).click()
    await helper.getByText(/you may change modules and lessons/).waitFor()
    await helper.getByLabel('New module title').fill('By the assistant')
    await helper.keyboard.press('Enter')
    await helper.getByRole('row', { name: /^By the assistant/ }).waitFor()
    await expect
      .poll(async () => (await asOwner(routes.getDraft, { params: params() })).modules.length)
      .toBe(1)
  })

  it('lets them do nothing else, by screen or by call', async () => {
    await helper.goto(address(`/teach/${courseId}?show=course`))
    const publish = helper.getByRole('button', { name: 'Publish', exact: true })
    await publish.waitFor()
    expect(await publish.isDisabled()).toBe(true)
    expect(await mayCall(asHelper(routes.publishCourse, { params: params() }))).toBe('403')
    const change = { params: params(), body: { title: 'Mine now' } }
    expect(await mayCall(asHelper(routes.updateCourse, change))).toBe('403')
    await helper.goto(address(`/teach/${courseId}/team`))
    await helper.getByText(/May: change modules and lessons/).waitFor()
    expect(await helper.getByRole('switch').count()).toBe(0)
    await helper.goto(address(`/teach/${courseId}/reports`))
    await helper
      .getByText(/may not see its reports/)
      .first()
      .waitFor()
  })

  it('gives them another right by a switch, at once', async () => {
    const right = inRow('Lin Learner').getByRole('switch', { name: 'Change title' })
    await right.click()
    await expect.poll(() => mayCall(asHelper(routes.updateCourse, retitled()))).toBe('may')
  })
  const retitled = () => ({ params: params(), body: { summary: 'By the assistant.' } })

  it('is gone for who is removed', async () => {
    await inRow('Lin Learner')
      .getByRole('button', { name: /Remove Lin Learner/ })
      .click()
    await owner.getByRole('button', { name: 'Yes, remove' }).click()
    await owner.getByText(/Lin Learner was removed/).waitFor()
    expect(await mayCall(asHelper(routes.getDraft, { params: params() }))).toBe('404')
    await helper.goto(address(`/teach/${courseId}`))
    await helper.getByText(/There is no such course, or it is not yours to see/).waitFor()
    await helper.goto(address('/teach'))
    await helper.getByText('Your account cannot make courses yet').waitFor()
  })

  it('changes hands once its title is typed', async () => {
    const { username } = lectern.endpoints.accounts.learner
    const body = { email: username, role: 'teacher' } as const
    await asOwner(routes.addMember, { params: params(), body })
    await owner.reload()
    await owner.getByLabel('New owner').selectOption({ label: 'Lin Learner' })
    const handOver = owner.getByRole('button', { name: 'Hand over', exact: true })
    expect(await handOver.isDisabled()).toBe(true)
    await owner.getByLabel(/type the title of the course/).fill(TITLE)
    await handOver.click()
    await owner.getByText(/Lin Learner owns the course now/).waitFor()
    await inRow('Amal Author').getByText('Teacher', { exact: true }).first().waitFor()
    const { me } = await asHelper(routes.getTeam, { params: params() })
    expect(me.role).toBe('owner')
  })
})
