// The command line as a script uses it: exact commands, exit codes, the documented JSON, sentences on standard error.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FIXTURES } from '../support/direct-host.ts'

const projectFolder = join(import.meta.dirname, '../..')
const expected = JSON.parse(readFileSync(join(projectFolder, 'test/fixtures/expected.json'), 'utf8'))
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gegenwert-cli-'))
  for (const name of FIXTURES) copyFileSync(join(projectFolder, 'test/fixtures', name), join(folder, name))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As npm runs it: in the project's folder, with the caller's folder in INIT_CWD. Node keeps what it compiled for the next call. */
function run(...words: string[]) {
  const compiled = { NODE_COMPILE_CACHE: join(folder, 'compiled') }
  const env = { ...process.env, ...compiled, INIT_CWD: folder, LC_ALL: 'de_DE.UTF-8' }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['electron/cli/main.ts', ...words], {
    cwd: projectFolder,
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function result(...words: string[]) {
  const { status, stdout, stderr } = run(
    'result',
    '--ledger',
    'L.gegenwert',
    '--from',
    '2026-01-01',
    '--to',
    '2026-10-31',
    ...words,
    '--json',
  )
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return JSON.parse(stdout)
}

test('the whole job, from a folder of its own', () => {
  const steps = [
    [
      'init',
      '--ledger',
      'L.gegenwert',
      '--name',
      'Rösterei Nordlicht',
      '--currency',
      'EUR',
      '--time-zone',
      'Europe/Berlin',
      '--language',
      'de',
      '--margin',
      '55',
    ],
    ['rate', '--ledger', 'L.gegenwert', '--from', '2026-01-01', '--per-hour', '42.81'],
    ['rate', '--ledger', 'L.gegenwert', '--from', '2026-07-01', '--per-hour', '44.50'],
    ['rate', '--ledger', 'L.gegenwert', '--from', '2026-01-01', '--per-hour', '96.00', '--person', 'Geschäftsführung'],
    ['import', '--ledger', 'L.gegenwert', '--accept-guesses', ...FIXTURES],
    ['verify', '--ledger', 'L.gegenwert'],
  ]
  for (const step of steps) expect(run(...step), step.join(' ')).toMatchObject({ status: 0, stderr: '' })

  const byChannel = result('--by', 'channel')
  expect(Object.keys(byChannel)).toEqual(
    expect.arrayContaining(['currency', 'from', 'to', 'model', 'totals', 'rows', 'other', 'coverage']),
  )
  expect(byChannel).toMatchObject({ currency: 'EUR', from: '2026-01-01', to: '2026-10-31', model: 'last' })
  expect(byChannel.coverage).toEqual({
    netCents: expected.orders.netCents,
    touchedNetCents: expected.orders.coverageNetCents,
    socialNetCents: expected.orders.socialNetCents,
  })
  expect(byChannel.other).toMatchObject({ orders: 718, adsCents: expected.adSpend.google.cents })
  const instagram = byChannel.rows.find((row: { key: string }) => row.key === 'Instagram')
  expect(instagram).toEqual({
    key: 'Instagram',
    seconds: 654_685,
    labourCents: 878_582,
    adsCents: 661_569,
    otherCostCents: 0,
    orders: 357,
    grossCents: 2_349_365,
    netCents: 2_195_663,
    contributionCents: 1_207_626,
    resultCents: -332_525,
  })
  expect(byChannel.rows.at(-1)).toMatchObject({ key: null, seconds: 951_898, labourCents: 1_151_340 })

  const activities = result('--by', 'activity').rows.map((row: { key: string | null }) => row.key)
  expect(activities).toEqual(
    expect.arrayContaining(['Dialog', 'Content', 'Planung', 'Abstimmung', 'Anzeigen', 'Reporting', null]),
  )
  expect(result('--by', 'month').rows).toHaveLength(10)
  expect(
    result('--by', 'channel', '--model', 'timeDecay').rows.find((row: { key: string }) => row.key === 'LinkedIn')
      .netCents,
  ).toBe(expected.orders.netCentsByModel.timeDecay.LinkedIn)
})

test('the result at another window, with full costing, beside another period', () => {
  const keyOf = (row: { key: string | null }) => row.key
  const direct = result('--by', 'channel')
  const full = result('--costing', 'hours', '--window', '7', '--compare', '2026-01-01..2026-03-31')
  expect([direct.windowDays, direct.costing]).toEqual([30, 'direct'])
  expect([full.windowDays, full.costing]).toEqual([7, 'hours'])
  expect(full.totals).toEqual(direct.totals)
  expect(full.rows.map(keyOf)).not.toContain(null)
  expect(full.compared).toMatchObject({ from: '2026-01-01', to: '2026-03-31', windowDays: 7, costing: 'hours' })
  expect(full.compared.totals.resultCents).toBeGreaterThan(full.totals.resultCents)

  const { status, stdout } = run('result', '--ledger', 'L.gegenwert', '--compare', '2026-01-01..2026-03-31')
  expect(status).toBe(0)
  const [head = '', ...lines] = stdout.split('\n')
  expect(head).toMatch(/Ergebnis +Vergleich +Änderung$/)
  const cents = (cell: string | undefined) => Math.round(Number(cell?.replaceAll('.', '').replace(',', '.')) * 100)
  const total = lines.find((line) => line.startsWith('Gesamt'))?.split(/ {2,}/) ?? []
  const [now, before, change] = total.slice(-3).map(cents)
  expect(before).toBe(full.compared.totals.resultCents)
  expect(change).toBe((now ?? 0) - (before ?? 0))
  expect(stdout).toContain('Verglichen mit 2026-01-01 – 2026-03-31.')
})

describe('what a script can rely on', () => {
  test.each([
    [['result', '--ledger', 'L.gegenwert', '--by', 'foo'], 2, '--by'],
    [['result', '--ledger', 'L.gegenwert', '--from', '2026-02-30'], 2, '2026-02-30'],
    [['result', '--ledger', 'L.gegenwert', '--window', '400'], 2, '365'],
    [['result', '--ledger', 'L.gegenwert', '--costing', 'fair'], 2, '--costing'],
    [['result', '--ledger', 'L.gegenwert', '--by', 'month', '--costing', 'hours'], 2, '--by'],
    [['result', '--ledger', 'L.gegenwert', '--compare', '2026-02-01'], 2, '--compare'],
    [['result', '--ledger', 'L.gegenwert', '--compare', '2026-02-02..2026-02-01'], 2, '--compare'],
    [['result'], 2, '--ledger'],
    [['rate', '--ledger', 'L.gegenwert', '--from', '2026-01-01', '--per-hour', 'viel'], 2, 'viel'],
    [['init', '--ledger', 'N.gegenwert', '--name', 'X', '--margin', '101'], 2, '101'],
    [['init', '--ledger', 'N.gegenwert', '--name', 'X', '--time-zone', 'Mars/Olympus'], 2, 'Mars/Olympus'],
    [['tanzen'], 2, 'tanzen'],
    [['import', '--ledger', 'L.gegenwert', '--accept-guesses', 'fehlt.csv'], 1, 'fehlt.csv'],
    [['result', '--ledger', 'toggl-detailed.csv'], 1, 'toggl-detailed.csv'],
    [['verify', '--ledger', 'nirgends.gegenwert'], 1, 'nirgends.gegenwert'],
    [['init', '--ledger', 'L.gegenwert', '--name', 'X'], 1, 'L.gegenwert'],
  ])('%j ends with %i and names what is wrong', (words, status, named) => {
    const answer = run(...words)
    expect(answer).toMatchObject({ status, stdout: '' })
    expect(answer.stderr).toContain(named)
    expect(answer.stderr).not.toContain('    at ')
    expect(existsSync(join(folder, 'N.gegenwert'))).toBe(false)
  })

  test('a file that cannot be read stops the whole import', () => {
    writeFileSync(join(folder, 'leer.csv'), '')
    run('init', '--ledger', 'M.gegenwert', '--name', 'M')
    const answer = run('import', '--ledger', 'M.gegenwert', '--accept-guesses', 'toggl-detailed.csv', 'leer.csv')
    expect(answer.status).toBe(1)
    expect(answer.stdout).toContain('leer.csv')
    expect(run('result', '--ledger', 'M.gegenwert').status).toBe(1)
  })

  test('--help shows every command with examples', () => {
    const { status, stdout } = run('--help')
    expect(status).toBe(0)
    for (const command of ['init', 'rate', 'import', 'result', 'verify'])
      expect(stdout).toContain(`gegenwert ${command}`)
  })
})

describe('what a file leaves open', () => {
  const header = readFileSync(join(projectFolder, 'test/fixtures/toggl-detailed.csv'), 'utf8').split('\n')[0]
  const day = (text: string) =>
    `"Anna","","","Instagram","","Dialog","No","${text}","08:00:00","${text}","09:00:00","01:00:00","",""`

  test('is asked, never guessed: hours would land in wrong months', () => {
    writeFileSync(join(folder, 'mehrdeutig.csv'), [header, day('03/04/2026'), day('05/04/2026'), ''].join('\n'))
    run('init', '--ledger', 'D.gegenwert', '--name', 'D')
    const refused = run('import', '--ledger', 'D.gegenwert', '--accept-guesses', 'mehrdeutig.csv')
    expect(refused.status).toBe(1)
    expect(refused.stdout).toContain('--date-order')
    expect(refused.stdout).toContain('03/04/2026')
    expect(
      run('import', '--ledger', 'D.gegenwert', '--accept-guesses', '--date-order', 'day-first', 'mehrdeutig.csv')
        .status,
    ).toBe(0)
    const { rows } = JSON.parse(run('result', '--ledger', 'D.gegenwert', '--by', 'month', '--json').stdout)
    expect(rows).toMatchObject([{ key: '2026-04', seconds: 7200 }])
    const again = run(
      'import',
      '--ledger',
      'D.gegenwert',
      '--accept-guesses',
      '--date-order',
      'day-first',
      'mehrdeutig.csv',
    )
    expect(again).toMatchObject({ status: 0 })
    expect(again.stdout).toContain('Nichts Neues')
  })
})

describe('reports and data as files', () => {
  test('the report of a month, in the language asked for, on standard output or in a file', () => {
    const ledger = ['--ledger', 'L.gegenwert']
    const json = run('report', ...ledger, '--month', '2026-10', '--as', 'json')
    expect(json.status).toBe(0)
    const summary = JSON.parse(
      run('result', ...ledger, '--from', '2026-10-01', '--to', '2026-10-31', '--json').stdout,
    ) as { totals: object }
    expect(JSON.parse(json.stdout)).toMatchObject({ format: 'gegenwert-report', version: 1, totals: summary.totals })

    const html = run('report', ...ledger, '--month', '2026-10', '--language', 'en', '--out', 'report.html')
    expect(html).toMatchObject({ status: 0, stderr: '' })
    expect(html.stdout).toContain('report.html geschrieben.')
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('Monthly report, October 2026')
    expect(existsSync(join(folder, 'report.html.part'))).toBe(false)
    const csv = run('report', ...ledger, '--month', '2026-10', '--as', 'csv', '--number-format', 'dot')
    expect(csv.stdout.split('\r\n')[1]).toMatch(/^Gesamt,Gesamt,2026-10-01,2026-10-31,\d+,\d+\.\d{4},/)
  })

  test('an option that goes with another file is refused, and says with which', () => {
    const ledger = ['--ledger', 'L.gegenwert']
    const hours = run('export', ...ledger, '--as', 'hours', '--with-texts')
    expect(hours.status).toBe(2)
    expect(hours.stderr).toContain('--with-texts gibt es nur mit --as conversations.')
    expect(run('export', ...ledger, '--as', 'lines', '--by-day').status).toBe(2)
  })

  test('the ledger as a journal and as tables', () => {
    const ledger = ['--ledger', 'L.gegenwert']
    expect(run('export', ...ledger, '--as', 'journal', '--out', 'L.journal').status).toBe(0)
    const journal = readFileSync(join(folder, 'L.journal'), 'utf8')
    expect(journal).toContain('keine Buchführung')
    expect(journal).toMatch(/^2026-01-01 \* \(\d+\) /m)
    const days = run('export', ...ledger, '--as', 'journal', '--by-day', '--month', '2026-10').stdout
    expect(days.match(/^2026-10-\d\d \*/gm)).toHaveLength(31)
    const lines =
      run('export', ...ledger, '--as', 'lines')
        .stdout.trimEnd()
        .split('\r\n').length - 1
    expect(journal.match(/^\d{4}-\d\d-\d\d \*/gm)).toHaveLength(lines)
  })

  test('tracked time as a table, as data and as a calendar', () => {
    const october = ['export', '--ledger', 'L.gegenwert', '--month', '2026-10']
    const csv = run(...october, '--as', 'hours', '--language', 'en', '--number-format', 'dot')
    expect(csv).toMatchObject({ status: 0, stderr: '' })
    const rows = csv.stdout.trimEnd().split('\r\n').slice(1)
    expect(rows.length).toBeGreaterThan(10)
    const data = JSON.parse(run(...october, '--as', 'hours-json').stdout) as { entries: { day: string }[] }
    expect(data.entries).toHaveLength(rows.length)
    expect(data.entries.every(({ day }) => day.startsWith('2026-10-'))).toBe(true)
    expect(run(...october, '--as', 'hours-ics', '--out', 'L.ics').status).toBe(0)
    expect(readFileSync(join(folder, 'L.ics'), 'utf8').match(/^BEGIN:VEVENT/gm)).toHaveLength(rows.length)
  })

  test('the moderation log as a table, with texts only where they are asked for', () => {
    const log = ['export', '--ledger', 'L.gegenwert', '--as', 'conversations', '--language', 'en']
    const plain = run(...log)
    expect(plain).toMatchObject({ status: 0, stderr: '' })
    expect(plain.stdout).toMatch(/^\uFEFF?Number,Day,Time,Kind,Status/)
    expect(plain.stdout).not.toContain('Name on the network')
    expect(run(...log, '--with-texts').stdout.split('\r\n')[0]).toMatch(/,Name on the network,Text,Address$/)
  })

  test.each([
    [['report', '--month', '2026-13'], '2026-13'],
    [['report', '--month', 'Oktober'], 'Oktober'],
    [['report', '--as', 'pdf'], 'pdf'],
    [['report', '--from', '2026-10-01'], '--to'],
    [['export'], '--as'],
    [['export', '--as', 'xlsx'], 'xlsx'],
  ])('%j is refused with what was expected', (words, told) => {
    const [command = '', ...rest] = words
    const refused = run(command, '--ledger', 'L.gegenwert', ...rest)
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain(told)
    expect(refused.stdout).toBe('')
  })
})
