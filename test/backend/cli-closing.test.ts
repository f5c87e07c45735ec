// Closing and verifying from a script: exact commands, exit codes, sentences.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'

const projectFolder = join(import.meta.dirname, '../..')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gegenwert-cli-'))
  for (const name of ['toggl-detailed.csv', 'shopify-orders.csv'])
    copyFileSync(join(projectFolder, 'test/fixtures', name), join(folder, name))
  run('init', '--ledger', 'L.gegenwert', '--name', 'Nordlicht', '--language', 'de', '--margin', '55')
  run('rate', '--ledger', 'L.gegenwert', '--from', '2026-01-01', '--per-hour', '42.81')
  const { stderr } = run(
    'import',
    '--ledger',
    'L.gegenwert',
    '--accept-guesses',
    'toggl-detailed.csv',
    'shopify-orders.csv',
  )
  if (stderr !== '') throw new Error(stderr)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

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

const close = (...words: string[]) => run('close', '--ledger', 'L.gegenwert', ...words)

test('months are closed in order, listed with their seals, and verified', { timeout: 120_000 }, () => {
  expect(close()).toMatchObject({ status: 2, stderr: expect.stringContaining('--month fehlt') })
  expect(close('--month', '2026-13')).toMatchObject({ status: 2, stderr: expect.stringContaining('ein Monat wie') })
  expect(close('--month', '2026-03')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/Schließen Sie zuerst 20\d\d-\d\d ab/),
  })
  const closed = close('--month', '2026-03', '--with-earlier')
  expect(closed).toMatchObject({ status: 0, stderr: '' })
  const hash = /2026-03 ist abgeschlossen\. Siegel: ([0-9a-f]{64})/.exec(closed.stdout)?.[1]
  expect(hash).toBeDefined()
  expect(close('--month', '2026-03')).toMatchObject({ status: 1, stderr: expect.stringContaining('ist abgeschlossen') })
  const months = JSON.parse(run('months', '--ledger', 'L.gegenwert', '--json').stdout) as { month: string }[]
  expect(months.find(({ month }) => month === '2026-03')).toMatchObject({ status: 'closed', hash })
  expect(months.find(({ month }) => month === '2026-04')).toMatchObject({ status: 'open', hash: null })
  expect(run('months', '--ledger', 'L.gegenwert').stdout).toContain(hash)
  expect(run('verify', '--ledger', 'L.gegenwert')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('in Ordnung  Die Siegel der abgeschlossenen Monate sind unversehrt'),
  })
})

test('what was changed past the guards is said in words', { timeout: 120_000 }, () => {
  const database = new SqliteDatabase(join(folder, 'L.gegenwert'))
  database.exec("DROP TRIGGER sealed_line_changed; UPDATE ledger_line SET person_id = NULL WHERE day LIKE '2026-02%'")
  database.close()
  const { status, stdout } = run('verify', '--ledger', 'L.gegenwert')
  expect(status).toBe(3)
  expect(stdout).toContain('2026-02: Buchungen wurden nach dem Abschluss verändert')
  expect(stdout).toContain('Ein Schutz der abgeschlossenen Monate fehlt (sealed_line_changed)')
})
