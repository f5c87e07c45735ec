// Work on one conversation: its timer, minutes noted afterwards, what they cost, and a month that is closed.
import { newCommandId } from '../support/direct-host.ts'
import {
  aside,
  choose,
  expectUndoable,
  happened,
  openOne,
  typeParts,
  withOneConversation,
} from '../support/one-conversation.ts'
import { expect, type Prepare, test } from '../support/prepared-ledger.ts'

const prepare: Prepare = (client) => withOneConversation(client)
const command = () => ({ commandId: newCommandId() })
const JANUARY = Date.parse('2026-01-14T10:00:00+01:00')

/** It came in in January, which is closed. */
const inClosedMonth: Prepare = async (client) => {
  await withOneConversation(client, { receivedAt: JANUARY })
  await client.moderation.addWork({ ...command(), id: 1, day: '2026-01-14', seconds: 600 })
  await client.ledger.closeMonth({ ...command(), month: '2026-01' })
}

test('the timer runs for the conversation, on every screen, until it is stopped there', async ({ openPrepared }) => {
  const app = await openPrepared(prepare)
  const page = await openOne(app)
  const time = aside(page, 'Zeit')
  await time.getByRole('button', { name: 'Uhr starten' }).press('Enter')
  await expect(time.getByText('läuft').first()).toBeVisible()
  // What it costs so far stands beside it.
  await expect(time).toContainText(/läuft \d:\d\d.*€/)
  await page.goto(app.addressOf('/time'))
  await openOne(app)
  await time.getByRole('button', { name: 'Anhalten' }).press('Enter')
  await expect(time.getByRole('button', { name: 'Uhr starten' })).toBeVisible()
  const entries = time.getByRole('list', { name: 'Zeiteinträge' }).getByRole('listitem')
  await expectUndoable(
    page,
    async () => {
      await expect(entries).toHaveCount(1)
      await expect(entries).not.toContainText('läuft')
    },
    () => expect(time.getByRole('button', { name: 'Anhalten' })).toBeVisible(),
  )
})

test('minutes by hand are work with its cost, and can be taken back', async ({ openPrepared }) => {
  const page = await openOne(await openPrepared(prepare))
  const time = aside(page, 'Zeit')
  await time.getByRole('button', { name: '+10 min' }).press('Enter')
  await expectUndoable(
    page,
    () => expect(aside(page, 'Dieses Gespräch')).toContainText(/10:00\smin · 10,00\s€/),
    () => expect(aside(page, 'Dieses Gespräch')).toContainText('noch nicht erfasst'),
  )
  await time.getByRole('button', { name: 'Andere Dauer' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Andere Dauer' })
  await form.getByRole('button', { name: 'Eintragen' }).press('Enter')
  await expect(form).toContainText('Zwischen 1 und 1.440 Minuten.')
  await form.getByLabel('Minuten').fill('80')
  await form.getByRole('button', { name: 'Eintragen' }).press('Enter')
  await expect(form).toBeHidden()
  await expect(aside(page, 'Dieses Gespräch')).toContainText(/1:30\sh · 90,00\s€/)
  await expect(time.getByRole('list', { name: 'Zeiteinträge' })).toContainText(/1:20\sh · 80,00\s€/)
})

test('minutes in a closed month are refused where they are entered, and stay there', async ({ openPrepared }) => {
  const page = await openOne(await openPrepared(inClosedMonth))
  await aside(page, 'Zeit').getByRole('button', { name: 'Andere Dauer' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Andere Dauer' })
  await form.getByLabel('Minuten').fill('20')
  await typeParts(form.getByRole('group', { name: 'Tag' }), ['14', '01', '2026'])
  await form.getByRole('button', { name: 'Eintragen' }).press('Enter')
  await expect(form).toContainText(/Januar 2026.*abgeschlossen|abgeschlossen.*Januar 2026/)
  await expect(form.getByLabel('Minuten')).toHaveValue('20')
  await expect(aside(page, 'Dieses Gespräch')).toContainText(/10:00\smin · 10,00\s€/)
})

test('an answer given in a month that is closed is noted there: it is no cost', async ({ openPrepared }) => {
  const app = await openPrepared(inClosedMonth)
  const page = await openOne(app)
  await page.getByRole('textbox', { name: 'Antwort' }).fill('Ist unterwegs')
  await page.getByRole('button', { name: /^Zeit der Antwort/ }).press('Enter')
  const form = page.getByRole('dialog', { name: 'Zeit der Antwort' })
  const time = form.getByRole('group', { name: 'Zeit der Antwort' })
  await typeParts(time, ['14', '01', '2026', '09', '00'])
  await form.getByRole('button', { name: 'Übernehmen' }).press('Enter')
  await expect(form).toContainText('Da war das Gespräch noch nicht eingegangen.')
  await typeParts(time, ['14', '01', '2026', '11', '30'])
  await form.getByRole('button', { name: 'Übernehmen' }).press('Enter')
  await expect(form).toBeHidden()
  await choose(page, 'Ohne Kopieren beantwortet')
  await openOne(app, 'done')
  await expect(happened(page)).toContainText(/11:30 beantwortet und erledigt.*Ist unterwegs/)
  await expect(aside(page, 'Dieses Gespräch')).toContainText(/1:30\sh \(Ziel 4\sh\)/)
})
