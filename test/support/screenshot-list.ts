// Which screens and states are taken, and how to get there.
import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { calendarListShots } from './calendar-list-shots.ts'
import { calendarShots } from './calendar-shots.ts'
import { captureShots } from './capture-shots.ts'
import { projectFolder } from './host-processes.ts'
import { moderationFiguresShots } from './moderation-figures-shots.ts'
import { moderationSetupShots } from './moderation-setup-shots.ts'
import { postShots } from './post-shots.ts'
import { privacyShots } from './privacy-shots.ts'
import { TOLD } from './told-conversations.ts'
import { resultStates, type ResultStateName } from './result-states.ts'

export interface Shot {
  readonly name: string
  /**
   * filled: the four fixtures, rates, margin, a tool and a sale; empty: nothing yet; fresh: before the first start; sample: the
   * sample ledger; moderated: a moderation log that is set up, with something open; queued: a queue in the middle of a day; told: conversations in every state; crisis: a crisis
   * that is open and one that is over; measured: two months of conversations with what followed; protected: people who wrote,
   * one who was erased, texts that expire, a backup from before; marked: a week of October with all that
   * marks an entry, and a timer that runs; planned: a month of the calendar around today; else a small company in that state of the result.
   */
  readonly state:
    | 'filled'
    | 'empty'
    | 'fresh'
    | 'sample'
    | 'marked'
    | 'moderated'
    | 'queued'
    | 'told'
    | 'crisis'
    | 'measured'
    | 'protected'
    | 'planned'
    | ResultStateName
  readonly path: string
  /** What a person would do first. */
  readonly prepare?: (page: Page) => Promise<void>
}

const fixture = (name: string) => join(projectFolder, 'test', 'fixtures', name)
const fixtures = ['toggl-detailed.csv', 'meta-ads-de.csv', 'google-ads-de.csv', 'shopify-orders.csv'].map(fixture)

async function pickFiles(page: Page, files: string[]): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(files)
  await page
    .getByRole('button', { name: /^(4 )?.*(importieren|Import).*:/ })
    .first()
    .waitFor()
}

/** Keys work as soon as the part of the app behind them is loaded. */
async function openByKey(page: Page, key: string): Promise<void> {
  const dialog = page.getByRole('dialog').first()
  for (let attempt = 0; attempt < 20 && !(await dialog.isVisible()); attempt++) {
    await page.keyboard.press(key)
    await page.waitForTimeout(250)
  }
}

const inState =
  (state: Shot['state']) =>
  (name: string, path: string, prepare?: Shot['prepare']): Shot => ({ name, state, path, ...(prepare && { prepare }) })
const filled = inState('filled')
const sample = inState('sample')
const marked = inState('marked')
const queued = inState('queued')
const told = inState('told')
const empty = inState('empty')
const crisis = inState('crisis')

async function chooseRows(page: Page): Promise<void> {
  const rows = page.locator('tr[data-row-index]')
  await rows.nth(1).click()
  await rows.nth(4).click({ modifiers: ['Shift'] })
}

const PEOPLE = '/settings?tab=people'

/** Opens a dialog of the sample's mechanic; in the order of his menu. */
const personDialog = (name: string, place: number): Shot =>
  sample(name, PEOPLE, async (page) => {
    await page.getByRole('button', { name: /(Weiteres zu|More about) Jonas Brandt/ }).click()
    await page.getByRole('menuitem').nth(place).click()
    await page.getByRole('dialog').waitFor()
  })

/** Opens the calculator of the manager's rate. */
const calculator = (name: string, kind: RegExp): Shot =>
  sample(name, PEOPLE, async (page) => {
    await page
      .getByRole('region', { name: 'Svenja Petersen' })
      .getByRole('button', { name: /(ändern|Change)/ })
      .first()
      .click()
    await page.getByRole('dialog').getByText(kind).click()
  })

const personShots: readonly Shot[] = [
  sample('settings-people-menu', PEOPLE, (page) =>
    page.getByRole('button', { name: /(Weiteres zu|More about) Jonas Brandt/ }).click(),
  ),
  personDialog('settings-person', 0),
  personDialog('settings-opportunity', 1),
  personDialog('settings-hours-sheet', 2),
  personDialog('settings-estimate', 3),
  sample('settings-rate', PEOPLE, async (page) => {
    const manager = page.getByRole('region', { name: 'Svenja Petersen' })
    await manager.getByRole('button', { name: /(Satz ab einem Tag|Rate from a day on)/ }).click()
    await page
      .getByRole('dialog')
      .getByLabel(/(Kosten je Stunde|Cost per hour)/)
      .fill('60')
  }),
  calculator('settings-calculator', /^(Angestellt|Employed)$/),
  calculator('settings-calculator-freelancer', /^(Selbstständig|Freelance)$/),
]

/** Hours of other trackers, with rows that cannot be read. */
const trackers = ['clockify-detailed.csv', 'harvest-detailed.csv', 'kimai-de.csv'].map(fixture)

/** One conversation in its states. */
const conversationShots: readonly Shot[] = [
  ...(Object.entries(TOLD) as [keyof typeof TOLD, number][]).map(([name, id]) =>
    told(
      `conversation-${name}`,
      `/moderation?list=${name === 'erased' || name === 'batch' ? 'done' : 'open'}&id=${id}`,
    ),
  ),
  told('conversation-menu', `/moderation?id=${TOLD.answered}`, (page) =>
    page.getByRole('button', { name: /(Alles, was sich mit|Everything that can be done)/ }).click(),
  ),
  told('conversation-snippets', `/moderation?id=${TOLD.answered}`, (page) =>
    page.getByRole('button', { name: /^(Baustein|Snippet)$/ }).click(),
  ),
  told('conversation-hand-over', `/moderation?id=${TOLD.answered}`, (page) =>
    page.getByRole('button', { name: /^(Weitergeben|Hand over)$/ }).click(),
  ),
  told('conversation-edit', `/moderation?id=${TOLD.answered}`, (page) => page.keyboard.press('F2')),
]

/** The queue in its states. */
const moderationShots: readonly Shot[] = [
  queued('moderation', '/moderation'),
  queued('today-answers', '/'),
  queued('moderation-waiting', '/moderation?list=waiting'),
  queued('moderation-done', '/moderation?list=done'),
  queued('moderation-filters', '/moderation?topics=1&mood=angry', (page) =>
    page.getByRole('button', { name: /^Filters? \(/ }).click(),
  ),
  queued('moderation-nothing-found', '/moderation?text=lastenrad'),
  queued('moderation-chosen', '/moderation', async (page) => {
    const rows = page.getByRole('grid').getByRole('row')
    await rows.nth(1).click({ modifiers: ['ControlOrMeta'] })
    await rows.nth(3).click({ modifiers: ['Shift'] })
  }),
  queued('moderation-snooze', '/moderation', async (page) => {
    await page
      .getByRole('grid')
      .getByRole('row')
      .nth(1)
      .click({ modifiers: ['ControlOrMeta'] })
    await page.keyboard.press('z')
    await page.getByRole('dialog').waitFor()
  }),
  empty('moderation-empty', '/moderation'),
]

export const shots: readonly Shot[] = [
  ...captureShots,
  ...calendarShots,
  filled('today', '/'),
  ...conversationShots,
  ...moderationShots,
  sample('time-week', '/time?view=week'),
  sample('time-day', '/time?view=day'),
  filled('time-clock-change', '/time?view=week&day=2026-10-25'),
  marked('time-marked-week', '/time?view=week&day=2026-10-26'),
  marked('time-marked-day', '/time?view=day&day=2026-10-29'),
  marked('time-running', '/time?view=week'),
  marked('time-marked-list', '/time?view=list', chooseRows),
  marked('time-marked-report', '/time?view=report&by=day'),
  sample('time-list', '/time?view=list'),
  sample('time-report', '/time?view=report'),
  empty('time-empty', '/time'),
  sample('time-billing', '/time/billing'),
  sample('time-billing-client', '/time/billing?client=1'),
  sample('time-billing-results', '/time/billing?view=results'),
  sample('time-billing-invoices', '/time/billing?view=invoices'),
  sample('time-sheet', '/timesheet?client=1'),
  empty('time-billing-empty', '/time/billing'),
  sample('settings-people-sample', '/settings?tab=people'),
  ...personShots,
  sample('settings-work', '/settings?tab=work'),
  filled('result', '/result'),
  filled('result-bottom', '/result', (page) =>
    page.evaluate(() => document.querySelector('#content')?.scrollTo(0, 10_000)),
  ),
  filled('result-activity', '/result?by=activity'),
  filled('result-campaign', '/result?by=campaign'),
  filled('result-comparison', '/result?period=lastQuarter&vs=previous'),
  filled('result-full-costing', '/result?costing=hours'),
  filled('result-window', '/result?window=90'),
  filled('result-findings', '/result', (page) =>
    page.getByRole('heading', { name: /Verhältniszahlen|Ratios/ }).evaluate((heading) => heading.scrollIntoView()),
  ),
  { name: 'result-sample', state: 'sample', path: '/result' },
  ...(Object.keys(resultStates) as ResultStateName[]).map((state): Shot => ({
    name: `result-${state}`,
    state,
    path: '/result',
  })),
  filled('result-drill', '/result', async (page) => {
    await page
      .getByRole('row', { name: /Instagram/ })
      .getByRole('button')
      .nth(2)
      .click()
    await page.getByRole('dialog').getByRole('row').nth(3).waitFor()
  }),
  filled('ledger', '/ledger'),
  filled('expense-dialog', '/ledger', (page) => openByKey(page, 'a')),
  filled('sale-dialog', '/ledger', (page) => openByKey(page, 'v')),
  filled('revenue', '/ledger/revenue'),
  filled('revenue-purchase', '/ledger/revenue?only=social&model=linear', async (page) => {
    await page.getByRole('row').nth(3).click()
    await page.getByRole('dialog').getByRole('listitem').first().waitFor()
  }),
  filled('revenue-origins', '/ledger/revenue?view=origins'),
  filled('revenue-subscriptions', '/ledger/revenue?view=subscriptions'),
  filled('revenue-margins', '/ledger/revenue?view=margins'),
  filled('revenue-rules', '/ledger/revenue?view=rules'),
  filled('leads', '/ledger/leads'),
  empty('crisis-empty', '/moderation/crises'),
  empty('crisis-standing-empty', '/moderation/crises?view=lists'),
  crisis('crisis-list', '/moderation/crises'),
  crisis('crisis-standing', '/moderation/crises?view=lists'),
  crisis('crisis-situation', '/moderation/crises?id=2'),
  crisis('crisis-statements', '/moderation/crises?id=2&view=statements'),
  crisis('crisis-evidence', '/moderation/crises?id=2&view=evidence'),
  crisis('crisis-after', '/moderation/crises?id=2&view=after'),
  crisis('crisis-paper', '/moderation/crises?id=2&view=paper'),
  crisis('crisis-banner', '/'),
  crisis('crisis-open-dialog', '/moderation/crises', async (page) => {
    await page.getByRole('button', { name: /^(Krise eröffnen|Open a crisis)/ }).click()
    await page.getByRole('dialog').waitFor()
  }),
  crisis('crisis-close-dialog', '/moderation/crises?id=2', async (page) => {
    await page.getByRole('button', { name: /^(Krise schließen|Close crisis)/ }).click()
    await page.getByRole('dialog').waitFor()
  }),
  crisis('crisis-contact-dialog', '/moderation/crises?view=lists', async (page) => {
    await page
      .getByRole('button', { name: /^(Person eintragen|Add person)/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
  }),
  crisis('crisis-picture', '/moderation/crises?id=2&view=evidence', async (page) => {
    await page
      .getByRole('button', { name: /(groß zeigen|large)$/ })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('img').waitFor()
  }),
  { name: 'costs', state: 'sample', path: '/ledger/costs' },
  empty('costs-empty', '/ledger/costs'),
  { name: 'budget', state: 'sample', path: '/budget' },
  { name: 'budget-campaigns', state: 'sample', path: '/budget?view=campaigns' },
  empty('budget-empty', '/budget'),
  filled('report', '/report'),
  filled('imports', '/imports'),
  filled('imports-history', '/imports?tab=history'),
  filled('imports-mappings', '/imports?tab=mappings'),
  filled('settings-company', '/settings?tab=company'),
  filled('settings-people', '/settings?tab=people'),
  filled('settings-channels', '/settings?tab=channels'),
  filled('settings-margin', '/settings?tab=margin'),
  filled('settings-view', '/settings?tab=view'),
  filled('settings-data', '/settings?tab=data'),
  ...calendarListShots,
  ...moderationFiguresShots,
  ...moderationSetupShots,
  ...postShots,
  ...privacyShots,
  filled('palette', '/result', (page) => openByKey(page, 'Control+k')),
  filled('keys', '/result', (page) => openByKey(page, '?')),
  empty('empty-today', '/'),
  empty('empty-result', '/result'),
  empty('empty-ledger', '/ledger'),
  empty('empty-imports', '/imports'),
  empty('imports-preview', '/imports', (page) => pickFiles(page, fixtures)),
  empty('imports-hours', '/imports', (page) => pickFiles(page, trackers)),
  { name: 'first-start', state: 'fresh', path: '/first-start' },
]
