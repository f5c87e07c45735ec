/** What was typed: a command, its options, files. Wrong calls are told apart from things that did not work. */
import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { isDay, type Day } from '../../shared/domain/day.ts'
import type { CliTexts } from './texts.ts'

export class UsageError extends Error {}

export interface Call {
  readonly command: string
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly files: readonly string[]
}

export function parseCall(argv: readonly string[], texts: CliTexts): Call {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ledger: text,
        name: text,
        currency: text,
        'time-zone': text,
        language: text,
        margin: text,
        freelancer: flag,
        from: text,
        to: text,
        'per-hour': text,
        person: text,
        'date-order': text,
        'number-format': text,
        'accept-guesses': flag,
        by: text,
        model: text,
        window: text,
        costing: text,
        compare: text,
        month: text,
        'with-earlier': flag,
        as: text,
        out: text,
        'by-day': flag,
        'with-texts': flag,
        json: flag,
        help: flag,
      },
    })
    const [command = '', ...files] = positionals
    return { command: values.help ? 'help' : command, options: values, files }
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n${texts.say('usage')}`,
    )
  }
}

/** Paths are meant as seen from where the command was typed; npm moves to the project's folder first and keeps that place. */
export function fromCaller(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path)
}

export class Options {
  readonly #call: Call
  readonly #texts: CliTexts

  constructor(call: Call, texts: CliTexts) {
    this.#call = call
    this.#texts = texts
  }

  text(name: string): string | undefined {
    const value = this.#call.options[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }

  required(name: string): string {
    const value = this.text(name)
    if (value === undefined) throw new UsageError(this.#texts.say('missingOption', { name }))
    return value
  }

  flag(name: string): boolean {
    return this.#call.options[name] === true
  }

  day(name: string): Day | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    if (!isDay(value)) throw this.refuse(name, value, this.#texts.say('expectedDay'))
    return value
  }

  /** Two days, FROM..TO. */
  days(name: string): { from: Day; to: Day } | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const [from = '', to = '', ...more] = value.split('..')
    if (!isDay(from) || !isDay(to) || from > to || more.length > 0)
      throw this.refuse(name, value, this.#texts.say('expectedDays'))
    return { from, to }
  }

  /** A whole number within bounds. */
  whole(name: string, least: number, most: number): number | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
    if (!(number >= least && number <= most))
      throw this.refuse(name, value, this.#texts.say('expectedWhole', { least, most }))
    return number
  }

  requiredDay(name: string): Day {
    this.required(name)
    return this.day(name) as Day
  }

  requiredMonth(name: string): string {
    const value = this.required(name)
    if (!isDay(`${value}-01`)) throw this.refuse(name, value, this.#texts.say('expectedMonth'))
    return value
  }

  /** A number with up to two decimals, in hundredths. */
  hundredths(name: string, expectation: 'expectedAmount' | 'expectedPercent', most: number): number | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(value)
    const hundredths = match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : Number.NaN
    if (!(hundredths <= most)) throw this.refuse(name, value, this.#texts.say(expectation))
    return hundredths
  }

  /** One of the choices, or nothing when the option is not there. */
  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    return this.text(name) === undefined ? undefined : this.oneOf(name, choices, choices[0] as Choice)
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[], otherwise: Choice): Choice {
    const value = this.text(name)
    if (value === undefined) return otherwise
    const choice = choices.find((candidate) => candidate === value)
    if (choice === undefined) throw this.refuse(name, value, choices.join(', '))
    return choice
  }

  refuse(name: string, value: string, expected: string): UsageError {
    return new UsageError(this.#texts.say('badOption', { name, value, expected }))
  }
}
