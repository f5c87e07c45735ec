import { isTimeZone } from '../../shared/domain/instant.ts'
import { fromCaller } from './arguments.ts'
import type { CommandRun } from './command-run.ts'

/** Makes a new ledger file. Never overwrites one. */
export async function initCommand({ backend, options, texts, print }: CommandRun): Promise<number> {
  const path = fromCaller(options.required('ledger'))
  const name = options.required('name')
  const language = options.oneOf('language', ['de', 'en'], texts.language)
  const timeZone = options.text('time-zone') ?? 'Europe/Berlin'
  if (!isTimeZone(timeZone)) throw options.refuse('time-zone', timeZone, texts.say('expectedTimeZone'))
  const currency = options.text('currency') ?? 'EUR'
  if (!/^[A-Z]{3}$/.test(currency)) throw options.refuse('currency', currency, texts.say('expectedCurrency'))
  const marginBasisPoints = options.hundredths('margin', 'expectedPercent', 10_000) ?? null
  const businessKind = options.flag('freelancer') ? 'freelancer' : 'company'
  await backend.createLedger(path, {
    name,
    language,
    timeZone,
    currency,
    marginBasisPoints,
    businessKind,
    isFirstStartDone: true,
  })
  texts.language = language
  print(texts.say('created', { path }))
  return 0
}
