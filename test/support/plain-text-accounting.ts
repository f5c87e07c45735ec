/** The real hledger and Ledger, reading a journal: what they find is compared with what the app says. */
import { spawnSync } from 'node:child_process'
import Papa from 'papaparse'

/** In continuous integration nothing may be left out. */
const isRequired = process.env['CI'] !== undefined && process.env['CI'] !== 'false'

function isThere(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0
}

/** True where both are installed; where they are not, tests are skipped, but never in continuous integration. */
export const canReadJournals = isRequired || (isThere('hledger') && isThere('ledger'))

function run(program: string, words: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, LC_ALL: 'C.UTF-8', LEDGER_FILE: '', HOME: '/nonexistent' },
  })
  if (error) throw error
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr}${stdout}`)
  return stdout
}

/** "12.30 EUR", "12.3" or "0" in cents, without a detour through fractions. */
function toCents(text: string): number {
  const match = /^(-?)(\d*)(?:\.(\d{1,2}))?(?: [A-Z]{3})?$/.exec(text)
  if (!match) throw new Error(`not an amount: ${text}`)
  const cents = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] === '-' ? 0 - cents : cents
}

/** Fails where hledger's strict checks do: undeclared accounts or commodities, transactions that do not balance, broken text. */
export function checkStrictly(path: string): void {
  run('hledger', ['-f', path, 'check', '--strict'])
}

export type MonthlyBalances = Readonly<Record<string, number>>

/** Cents by "account month", as hledger adds them up; nothing is left out. */
export function hledgerMonths(path: string): MonthlyBalances {
  const csv = run('hledger', ['-f', path, 'balance', '--monthly', '--flat', '--no-total', '--output-format', 'csv'])
  const [head = [], ...rows] = Papa.parse<string[]>(csv, { skipEmptyLines: true }).data
  const months = head.slice(1)
  const balances: Record<string, number> = {}
  for (const [account = '', ...amounts] of rows) {
    for (const [index, amount] of amounts.entries()) {
      const cents = toCents(amount)
      if (cents !== 0) balances[`${account} ${months[index] ?? ''}`] = cents
    }
  }
  return balances
}

/** The same, as Ledger adds them up. */
export function ledgerMonths(path: string): MonthlyBalances {
  const format = String.raw`%(format_date(date, "%Y-%m"))\t%(account)\t%(quantity(display_amount))\n`
  const balances: Record<string, number> = {}
  for (const line of run('ledger', ['-f', path, 'register', '--monthly', '--format', format]).split('\n')) {
    if (line === '') continue
    const [month = '', account = '', amount = ''] = line.split('\t')
    const cents = toCents(amount)
    if (cents !== 0) balances[`${account} ${month}`] = cents
  }
  return balances
}
