// Lines in plain words against a ledger: names, posts, people, working hours.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Understanding } from '../../shared/contract/time-entries.ts'
import { TEST_NOW, newCommandId, openDirectHost, type DirectHost } from '../support/direct-host.ts'

let host: DirectHost
const ids: Record<string, number> = {}

/** Monday, 2 November 2026, 12:00 in Berlin. */
beforeAll(async () => {
  host = await openDirectHost({ timeZone: 'Europe/Berlin' })
  const { client } = host
  const command = () => ({ commandId: newCommandId() })
  const keep = async (name: string, receipt: Promise<{ recordId: number | null }>) => {
    ids[name] = (await receipt).recordId!
  }
  await keep('Lena Kern', client.settings.addPerson({ ...command(), name: 'Lena Kern' }))
  await keep('Chefin', client.settings.addPerson({ ...command(), name: 'Chefin' }))
  await client.settings.update({ ...command(), patch: { selfPersonId: ids['Lena Kern']! } })
  for (const [name, network] of [
    ['Instagram', 'instagram'],
    ['LinkedIn Firma', 'linkedin'],
    ['LinkedIn Chefin', 'linkedin'],
  ] as const)
    await keep(name, client.settings.addChannel({ ...command(), name, network }))
  await keep('Café Ahoi', client.records.addNamed({ ...command(), list: 'client', name: 'Café Ahoi' }))
  await keep('Vertrieb', client.records.addNamed({ ...command(), list: 'department', name: 'Vertrieb' }))
  for (const name of ['Herbst', 'Herbst Lookalike'])
    await keep(name, client.records.addNamed({ ...command(), list: 'campaign', name }))
  const project = { clientId: ids['Café Ahoi']!, isBillable: true, plannedMinutes: null }
  await keep('Relaunch', client.time.addProject({ ...command(), name: 'Relaunch', ...project }))
  const posts = [
    ['Reel: Äthiopien, die Ernte', 'Instagram'],
    ['Röstung erklärt', 'Instagram'],
    ['Röstung im Video', 'LinkedIn Firma'],
    ['Unser Team', null],
  ] as const
  for (const [title, channel] of posts) {
    const post = { title, format: null, pillarId: null, campaignId: null, publishedOn: null }
    const channelId = channel === null ? null : ids[channel]!
    await keep(title, client.records.addPost({ ...command(), post: { ...post, channelId } }))
  }
  const conversation = { label: 'Frage zur Lieferzeit', channelId: null, postId: null, day: '2026-10-30' }
  await keep('Lieferzeit', client.records.addConversation({ ...command(), conversation }))
})

afterAll(() => host.close())

const understand = (text: string, choices: Record<string, string> = {}, personId: number | null = null) =>
  host.client.time.understand({ text, choices, personId })
const shown = ({ parts }: Understanding) => parts.map(({ text }) => text.replace('\u00a0', ' '))
const at = (local: string) => Date.parse(`${local}+01:00`)

test('the line of the mockup is ready to be added, for oneself', async () => {
  const answer = await understand('1:20 dialog instagram gestern 14 Uhr')
  expect(answer.questions).toEqual([])
  expect(answer.missing).toBeNull()
  expect(shown(answer)).toEqual(['Dialog', 'Instagram', 'Gestern', '14:00 – 15:20', '1:20 h'])
  expect(answer.entry).toMatchObject({
    personId: ids['Lena Kern'],
    activity: 'dialogue',
    channelId: ids['Instagram'],
    startedAt: at('2026-11-01T14:00'),
    endedAt: at('2026-11-01T15:20'),
    note: '',
  })
})

test('what was understood can be added as it is', async () => {
  const { entry } = await understand('2.10. 9–10:30 content !ahoi mit Fotos')
  const receipt = await host.client.time.add({ commandId: newCommandId(), entries: [entry!] })
  const added = await host.client.time.entry({ id: receipt.recordId! })
  expect(added).toMatchObject({ client: 'Café Ahoi', activity: 'content', note: 'mit Fotos', seconds: 5400 })
})

test('work past midnight ends on another day: nothing is offered after it', async () => {
  const night = await understand('30.10. 22–1 planung')
  const { recordId } = await host.client.time.add({ commandId: newCommandId(), entries: [night.entry!] })
  const { questions } = await understand('45m reporting 30.10.')
  expect(questions[0]?.options.map(({ text }) => text)).toEqual(['09:00 – 09:45 · Beginn der Arbeitszeit'])
  await host.client.time.remove({ commandId: newCommandId(), ids: [recordId!] })
})

test('a post is found by the words that remain; they stay in the note', async () => {
  const { entry, parts } = await understand('9–10:30 reel äthiopien schneiden')
  expect(entry?.targets).toEqual([{ postId: ids['Reel: Äthiopien, die Ernte'], conversationId: null, weight: 1 }])
  expect(entry?.note).toBe('reel äthiopien schneiden')
  expect(entry?.activity).toBe('content')
  expect(parts.find(({ kind }) => kind === 'post')?.text).toBe('Reel: Äthiopien, die Ernte')
  expect((await understand('9–10 AETHIOPIEN')).entry?.targets).toHaveLength(1)
})

test('a post that was only guessed can be taken back', async () => {
  const { parts, entry } = await understand('45m meeting team')
  const guessed = parts.find(({ kind }) => kind === 'post')
  expect(entry?.targets).toHaveLength(1)
  const without = await understand('45m meeting team', { [guessed!.dismissal!]: 'none' })
  expect(without.entry).toMatchObject({ targets: [], note: 'meeting team', activity: 'coordination' })
})

test('several posts are asked, unless the channel tells them apart', async () => {
  const { entry, questions } = await understand('9–10 röstung')
  expect(entry).toBeNull()
  expect(questions).toEqual([
    {
      kind: 'post',
      source: 'röstung',
      options: [
        { key: `post:${ids['Röstung im Video']}`, text: 'Röstung im Video · LinkedIn Firma' },
        { key: `post:${ids['Röstung erklärt']}`, text: 'Röstung erklärt · Instagram' },
        { key: 'none', text: 'Nur als Notiz' },
      ],
    },
  ])
  const chosen = await understand('9–10 röstung', { 'post röstung': `post:${ids['Röstung erklärt']}` })
  expect(chosen.entry?.targets[0]?.postId).toBe(ids['Röstung erklärt'])
  expect((await understand('9–10 röstung', { 'post röstung': 'none' })).entry?.targets).toEqual([])
  const onChannel = await understand('9–10 röstung instagram')
  expect(onChannel.entry?.targets[0]?.postId).toBe(ids['Röstung erklärt'])
})

test('a conversation is found by its label', async () => {
  const { entry, parts } = await understand('20m antwort lieferzeit')
  expect(entry?.targets).toEqual([{ postId: null, conversationId: ids['Lieferzeit'], weight: 1 }])
  expect(parts.find(({ kind }) => kind === 'conversation')?.text).toBe('Frage zur Lieferzeit')
})

test('a network with two channels is asked; the answer holds while one goes on typing', async () => {
  const { questions } = await understand('45m linkedin')
  expect(questions.map(({ kind, source }) => [kind, source])).toEqual([['channel', 'linkedin']])
  const texts = questions[0]!.options.map(({ text }) => text)
  expect(texts).toEqual(['LinkedIn Firma', 'LinkedIn Chefin', 'Nur als Notiz'])
  const choices = { 'channel linkedin': `channel:${ids['LinkedIn Chefin']}` }
  expect((await understand('45m linkedin kommentare', choices)).entry?.channelId).toBe(ids['LinkedIn Chefin'])
})

test('part of a name behind its sign that fits two is asked; exactly one of them is not', async () => {
  expect((await understand('45m #herb')).questions[0]?.options).toHaveLength(3)
  expect((await understand('45m #herbst')).entry?.campaignId).toBe(ids['Herbst'])
})

test('a name nobody has is said, and can be left in the note', async () => {
  const { entry, questions } = await understand('45m !gibtsnicht')
  expect(entry).toBeNull()
  expect(questions).toEqual([
    { kind: 'client', source: '!gibtsnicht', options: [{ key: 'none', text: 'Nur als Notiz' }] },
  ])
  expect((await understand('45m !gibtsnicht', { 'client !gibtsnicht': 'none' })).entry?.note).toBe('!gibtsnicht')
})

test('a project brings its client and is billable where it says so', async () => {
  expect((await understand('45m /relaunch')).entry).toMatchObject({
    projectId: ids['Relaunch'],
    clientId: ids['Café Ahoi'],
    isBillable: true,
  })
  expect((await understand('45m /relaunch nicht abrechenbar')).entry?.isBillable).toBe(false)
})

test('a person is somebody else only where @ says so', async () => {
  expect((await understand('45m meeting chefin')).entry?.personId).toBe(ids['Lena Kern'])
  expect((await understand('45m dreh @chefin')).entry?.personId).toBe(ids['Chefin'])
  expect((await understand('45m dreh', {}, ids['Chefin']!)).entry?.personId).toBe(ids['Chefin'])
})

test('a length on another day is asked with places that are free there', async () => {
  for (const text of ['29.10. 9-10', '29.10. 11:30-16']) {
    const { entry } = await understand(text)
    await host.client.time.add({ commandId: newCommandId(), entries: [entry!] })
  }
  const texts = async (text: string) => (await understand(text)).questions[0]?.options.map((option) => option.text)
  expect(await texts('30m 29.10.')).toEqual([
    '10:00 – 10:30 · in der ersten Lücke',
    '16:00 – 16:30 · nach dem letzten Eintrag',
    '09:00 – 09:30 · Beginn der Arbeitszeit',
  ])
  expect(await texts('3h 28.10.')).toEqual(['09:00 – 12:00 · Beginn der Arbeitszeit'])
  const { questions } = await understand('30m 29.10.')
  const { kind, source, options } = questions[0]!
  const settled = await understand('30m 29.10. anrufe', { [`${kind} ${source}`]: options[0]!.key })
  expect(settled.entry?.startedAt).toBe(at('2026-10-29T10:00'))
})

test('an hour that comes twice is asked by its place in the year', async () => {
  const { questions } = await understand('25.10. 2:30-4')
  expect(questions[0]?.options.map(({ text }) => text)).toEqual([
    'So 25. Okt., 02:30 – 04:00 (MESZ – MEZ)',
    'So 25. Okt., 02:30 – 04:00 (MEZ)',
  ])
})

test('what is missing is named by one key', async () => {
  const missing = async (text: string) => (await understand(text)).missing
  expect(await missing('')).toBe('nothing')
  expect(await missing('reporting')).toBe('no_time')
  expect(await missing('reporting 14 Uhr gestern')).toBe('no_duration')
  expect(await missing('22:00-23:00')).toBe('in_future')
  expect(await missing('29.3.2026 2:15-2:45')).toBe('clock_skipped')
  expect(await missing('10-9 content')).toBe('ends_before_start')
  expect(await missing('99h')).toBe('too_long')
  expect(await missing('x'.repeat(500))).toBe('no_time')
})

test('the language of the settings decides about halves of the day and the order of dates', async () => {
  const english = await openDirectHost({ timeZone: 'Europe/Berlin', language: 'en' })
  try {
    const ask = (text: string) => english.client.time.understand({ text })
    await english.client.settings.addPerson({ commandId: newCommandId(), name: 'Ann' })
    const { questions } = await ask('yesterday 9-10 comments')
    expect(questions[0]?.options.map(({ text }) => text)).toEqual([
      'Yesterday, 09:00 – 10:00',
      'Yesterday, 21:00 – 22:00',
    ])
    expect((await ask('3/10 9am-10am')).questions[0]?.options.map(({ text }) => text)).toEqual([
      'Sat 3 Oct',
      'Tue 10 Mar',
      'Only as a note',
    ])
    expect((await ask('yesterday 2pm-3pm comments')).entry?.activity).toBe('dialogue')
  } finally {
    english.close()
  }
})

test('where nobody is there yet, that is all that is missing; of several, oneself unknown, one is asked', async () => {
  const empty = await openDirectHost({ timeZone: 'Europe/Berlin', selfPersonId: null })
  try {
    expect((await empty.client.time.understand({ text: '45m reporting' })).missing).toBe('no_person')
    for (const name of ['Ann', 'Bea']) await empty.client.settings.addPerson({ commandId: newCommandId(), name })
    const { questions, entry } = await empty.client.time.understand({ text: '45m reporting' })
    expect(entry).toBeNull()
    expect(questions[0]?.options.map(({ text }) => text)).toEqual(['Ann', 'Bea'])
    const key = questions[0]!.options[1]!.key
    const chosen = await empty.client.time.understand({ text: '45m reporting', choices: { 'person ': key } })
    expect(chosen.entry?.personId).toBe(2)
  } finally {
    empty.close()
  }
})

test('a name that was just added is known', async () => {
  expect((await understand('45m #weihnachten')).entry).toBeNull()
  const added = await host.client.records.addNamed({ commandId: newCommandId(), list: 'campaign', name: 'Weihnachten' })
  expect((await understand('45m #weihnachten')).entry?.campaignId).toBe(added.recordId)
})

test('changes nothing', async () => {
  const before = await host.client.time.list({ filter: {} })
  await understand('45m reporting')
  expect(await host.client.time.list({ filter: {} })).toEqual(before)
  expect(TEST_NOW).toBe(host.backend.now())
})
