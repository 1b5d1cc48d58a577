import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { post, put, token } from './api.mjs'
import { launch, menu, onPage, signIn } from './browser.mjs'

/** A plant in an industry that the product has never heard of; one pack only may grade it, so each run has its own. */
const PLANT = '91130200700000077K001P'
const INDUSTRY = `X77-${Date.now()}`
/** Each run makes a pack of its own: nothing in service can be made again. */
const PACK = `my.tea${Date.now()}`
const approver = { user: `tea-approver-${Date.now()}`, password: 'Approver-of-the-tests-1' }

describe('the playground', () => {
  let browser
  before(async () => {
    browser = await launch()
    const bearer = await token()
    await put(`/enterprises/${PLANT}`, { name: '茶厂', division: '130203', industries: [{ code: INDUSTRY }] }, bearer)
    await post('/users', { ...approver, roles: ['rule-approver'], scope: '' }, bearer)
  })
  after(() => browser?.close())

  const editor = (page) => page.getByRole('textbox', { name: 'Editor' })
  const side = (page, name) => page.getByRole('article', { name })
  const grade = (page, name) => side(page, 'Edited').getByText(`Grade ${name}`, { exact: true }).waitFor()

  async function newPack(page, { id, kind, grades, industry }) {
    await signIn(page)
    await menu(page, 'Playground')
    await page.getByRole('button', { name: 'New pack' }).click()
    await page.getByLabel('Id', { exact: true }).fill(id)
    if (kind) {
      await page.getByRole('dialog').getByRole('combobox', { name: 'Kind' }).click({ force: true })
      await page.getByRole('option', { name: kind, exact: true }).click()
    }
    if (grades) await page.getByLabel('Grades, best first').fill(grades)
    if (industry) await page.getByLabel(/^Industry code/).fill(industry)
    await page.getByRole('button', { name: 'Make the pack' }).click()
    await editor(page).waitFor()
  }

  const file = (page, name) => page.getByRole('navigation', { name: 'Files' }).getByRole('button', { name, exact: true }).click()

  /** Types over a text of the file that is shown, as a person would who selects it. */
  async function change(page, old, next) {
    const text = await shown(page)
    assert.ok(text.includes(old), `${old} is not in ${text}`)
    await editor(page).fill(text.replace(old, next))
  }

  /** The whole text; the editor draws no lines that are out of sight, and these packs fit. */
  async function shown(page) {
    return editor(page).evaluate((content) =>
      [...content.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n'),
    )
  }

  /** Every grade of the plant is new, so somebody else must have looked at it. */
  const anotherPersonApproves = (address) =>
    onPage(browser, 'playground-approval', async (page) => {
      await signIn(page, approver)
      await page.getByRole('navigation').first().waitFor()
      await page.goto(address)
      await page.getByLabel('What the approver says').fill('看过')
      await page.getByRole('button', { name: 'Approve' }).click()
      await page.locator('[data-test=approval]').getByText(`Approved by user:${approver.user}`).waitFor()
    })

  it('takes a pack of an unknown industry from nothing into service, by the console only', () =>
    onPage(browser, 'playground-show', async (page) => {
      await newPack(page, { id: PACK, grades: '金, 银, 铜', industry: INDUSTRY })
      await grade(page, '金')
      await page.getByText('No version of this id is in service.').waitFor()

      await file(page, 'parameters.yaml')
      await change(page, 'value: 0.60', 'value: 0.70')
      await page.getByText(/六成/).first().waitFor()
      await page.locator('[data-test=trial]').getByRole('alert').getByText('case-failed').first().waitFor()

      await file(page, 'cases/grades.yaml')
      await change(page, '{"6": 60, "4": 40}', '{"6": 70, "4": 30}')
      await change(page, '{value: 0.6, grade: 银}', '{value: 0.7, grade: 银}')
      await change(page, '{"6": 59, "4": 41}', '{"6": 69, "4": 31}')
      await page.locator('[data-test=trial]').getByRole('alert').waitFor({ state: 'detached' })

      await page.getByRole('button', { name: 'Save as a case' }).click()
      await page.getByLabel('The case as a sentence').fill('九成国五及以上，得金级')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      assert.match(await shown(page), /九成国五及以上，得金级/)

      await page.getByRole('button', { name: 'Upload' }).click()
      await page.locator('[data-test=send]').getByText('tested', { exact: true }).waitFor()
      await page.getByRole('link', { name: 'Impact, approval, activation' }).click()

      await page.getByRole('button', { name: 'Start', exact: true }).click()
      await page.getByText('done', { exact: true }).waitFor()
      await page.locator('[data-test=graded]').getByText(PLANT).waitFor()

      await anotherPersonApproves(page.url())
      await page.getByRole('button', { name: 'Activate' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Activate' }).click()
      await page.getByText('active', { exact: true }).first().waitFor()

      await page.goto(new URL(`/console/enterprises/${PLANT}/grade`, page.url()).href)
      await page.getByText(/[金银铜]/).first().waitFor()
    }))

  it('shows what is wrong at its line while it is typed', () =>
    onPage(browser, 'playground-line', async (page) => {
      await newPack(page, { id: `${PACK}.gate`, kind: 'Gate' })
      await side(page, 'Edited').getByText('Denied').first().waitFor()
      await page.locator('.q-fired').first().waitFor()

      await change(page, 'heavy == true', 'heavy == yes')

      await page.locator('.cm-lint-marker-error').first().waitFor()
      await page.getByRole('button', { name: /rules\/gate\.drl:\d+/ }).first().click()
      await page.getByText('Nothing was decided').waitFor()

      await menu(page, 'Rule packs')
      await menu(page, 'Playground')
      await page.locator('.cm-lint-marker-error').first().waitFor()
      assert.match(await shown(page), /heavy == yes/, 'what was typed is there again')
    }))

  it('shows an edited version beside the one in service, and where they differ', () =>
    onPage(browser, 'playground-beside', async (page) => {
      await signIn(page)
      await page.getByRole('navigation').first().waitFor()
      await page.goto(new URL(`/console/playground/${PACK}/1.0.0`, page.url()).href)
      await side(page, 'In service').getByText('Grade 金', { exact: true }).waitFor()
      await page.getByText('Both say the same.').waitFor()

      await file(page, 'parameters.yaml')
      await change(page, 'value: 0.90', 'value: 0.95')

      await grade(page, '银')
      await page.getByText('/result/grade').first().waitFor()
      await page.getByRole('button', { name: 'Raise the version to 1.0.1' }).click()
      await page.locator('[data-test=send]').getByText(`${PACK} 1.0.1`).waitFor()
    }))

  it('leads to a page of the version with its differences, coverage, notices and shadow', () =>
    onPage(browser, 'playground-version', async (page) => {
      await signIn(page)
      await page.getByRole('navigation').first().waitFor()
      await page.goto(new URL(`/console/playground/${PACK}/1.0.0`, page.url()).href)
      await grade(page, '金')
      await page.getByRole('button', { name: 'Raise the version to 1.0.1' }).click()
      await page.getByRole('button', { name: 'Save as a case' }).click()
      await page.getByLabel('The case as a sentence').fill('又一个用例')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await page.getByRole('button', { name: 'Upload' }).click()
      await page.getByRole('link', { name: 'Impact, approval, activation' }).click()

      await page.getByRole('tab', { name: 'Differences' }).click()
      await page.getByText('又一个用例').waitFor()
      await page.getByRole('tab', { name: 'Coverage' }).click()
      await page.getByText('特种车辆除外').first().waitFor()
      await page.getByRole('tab', { name: /^Notices/ }).click()
      await page.getByRole('tab', { name: 'Shadow' }).click()
      await page.getByRole('button', { name: 'Start the shadow' }).click()
      await page.getByText('Runs.').waitFor()
      await page.getByRole('button', { name: 'Stop the shadow' }).click()
      await page.getByText('Ended.').waitFor()
    }))

  it('speaks Chinese', () =>
    onPage(browser, 'playground-zh', async (page) => {
      await signIn(page)
      await page.getByRole('navigation').first().waitFor()
      await page.goto(new URL(`/console/playground/${PACK}/1.0.0`, page.url()).href)
      await page.getByText('两者结果相同').waitFor()
    }, 'zh-CN'))
})
