import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Client } from '../../shared/contract/contract.ts'
import type { FilePreview, MappingItem, MappingTarget } from '../../shared/contract/imports.ts'
import { activityNames } from '../../shared/i18n/activity-names.ts'
import { fromCaller, UsageError } from './arguments.ts'
import { openNamedLedger } from './backend-for-cli.ts'
import type { CommandRun } from './command-run.ts'
import type { CliTexts } from './texts.ts'

/** Bytes handed over at a time. */
const PIECE_BYTES = 512 * 1024
/** Rows of a kind that are printed one by one; the rest is counted. */
const MAX_PRINTED = 10

/** Imports files, taking guesses for what nobody has answered yet. One file that cannot be read stops all: nothing is written. */
export async function importCommand(run: CommandRun): Promise<number> {
  const { call, options, texts, print } = run
  if (call.files.length === 0) throw new UsageError(texts.say('noFiles'))
  const client = await openNamedLedger(run)
  const handles = new Map<string, string>()
  for (const file of call.files) handles.set(await stage(client, file, texts), file)
  const answers = answersOf(run)
  const choices = [...handles.keys()].map((handle) => ({ handle, answers }))
  const { files, mappings } = await client.imports.inspect({ files: choices })
  const { currency } = await client.settings.ledger()
  for (const file of files) printFile(file, currency, run)
  if (files.some((file) => file.state === 'unreadable' || file.questions.length > 0))
    throw new Error(texts.say('nothingImported'))
  const channels = new Map((await client.settings.channels()).map((channel) => [channel.id, channel.name]))
  for (const item of mappings) if (item.certainty !== 'remembered') print(describeMapping(item, channels, texts))
  if (!options.flag('accept-guesses')) throw new UsageError(texts.say('acceptGuesses'))
  const stream = await client.imports.commit({ commandId: crypto.randomUUID(), files: choices, mappings: [] })
  for await (const event of stream) if (event.kind === 'done') print(doneText(event.batchIds.length, texts))
  return 0
}

/** How dates and numbers are written, where a file does not decide it. Never guessed: hours would land in wrong months. */
function answersOf({ options }: CommandRun) {
  const dateOrder = options.choice('date-order', ['day-first', 'month-first'])
  const numberFormat = options.choice('number-format', ['comma', 'dot'])
  return { ...(dateOrder && { dateOrder }), ...(numberFormat && { numberFormat }) }
}

function doneText(count: number, texts: CliTexts): string {
  if (count === 0) return texts.say('nothingNew')
  return count === 1 ? texts.say('importedOne') : texts.say('imported', { count })
}

async function stage(client: Client, file: string, texts: CliTexts): Promise<string> {
  const path = fromCaller(file)
  const bytes = statSync(path, { throwIfNoEntry: false })?.isFile() ? statSync(path).size : null
  if (bytes === null) throw new Error(texts.say('fileMissing', { file }))
  const { handle } = await client.imports.stage({ name: basename(path), bytes })
  const content = readFileSync(path)
  for (let start = 0; start < content.length; start += PIECE_BYTES) {
    await client.imports.append({ handle, base64: content.subarray(start, start + PIECE_BYTES).toString('base64') })
  }
  return handle
}

function printFile(file: FilePreview, currency: string, { texts, print }: CommandRun): void {
  if (file.state === 'unreadable') {
    const details = file.details.join(', ')
    print(
      texts.say('unreadable', {
        file: file.fileName,
        reason: texts.shared(`imports.reasons.failures.${file.reason}`, { details, columns: details }),
      }),
    )
    return
  }
  const sum =
    file.recordKind === 'time' ? `${texts.number(file.seconds / 3600, 1)} h` : texts.money(file.cents, currency)
  const period = file.period ? `${file.period.from} – ${file.period.to}` : '–'
  print(
    texts.say('recognised', {
      file: file.fileName,
      format: texts.shared(`imports.formats.${file.format}`),
      rows: file.rows,
      period,
      sum,
    }),
  )
  print(texts.say('compared', file.comparison))
  if (file.uncounted > 0) print(texts.say('uncounted', { count: file.uncounted }))
  printSome(file.leftOut, file.leftOutCount, texts, print, ({ line, reason, text }) =>
    texts.say('leftOut', { line, text, reason: texts.shared(`imports.reasons.leftOut.${reason}`) }),
  )
  printSome(file.problems, file.problemCount, texts, print, ({ line, column, value, reason }) =>
    texts.say('rowProblem', { line, column, value, reason: texts.shared(`imports.reasons.problems.${reason}`) }),
  )
  for (const { kind, samples } of file.questions)
    print(texts.say(kind === 'date-order' ? 'askDateOrder' : 'askNumberFormat', { samples: samples.join(', ') }))
}

function printSome<Row>(
  rows: readonly Row[],
  count: number,
  texts: CliTexts,
  print: (line: string) => void,
  show: (row: Row) => string,
): void {
  for (const row of rows.slice(0, MAX_PRINTED)) print(show(row))
  if (count > MAX_PRINTED) print(texts.say('more', { count: count - MAX_PRINTED }))
}

type ChannelNames = ReadonlyMap<number, string>

function describeMapping(item: MappingItem, channels: ChannelNames, texts: CliTexts): string {
  const mark =
    item.certainty === 'guess' ? texts.say('guessMark') : item.certainty === 'open' ? texts.say('openMark') : ''
  const source = texts.shared(`imports.mappingSources.${item.source}`)
  return texts.say('mapped', { source, value: item.value, target: describeTarget(item, channels, texts), mark })
}

function describeTarget({ source, value, target }: MappingItem, channels: ChannelNames, texts: CliTexts): string {
  switch (target.kind) {
    case 'newChannel':
    case 'newClient':
      return target.name
    case 'client':
      // Only what is not remembered is printed: it was found by its name.
      return value
    case 'channel':
      return channels.get(target.channelId) ?? texts.say('noChannel')
    case 'activity':
      return target.activity === null ? texts.say('noKey') : activityNames(texts.language)[target.activity]
    case 'ads':
      return `${adChannel(target.channel, channels, texts)}, ${texts.say(target.scope === 'social' ? 'social' : 'notSocial')}`
    case 'none':
      return texts.say(source === 'client' ? 'noClient' : 'noChannel')
    case 'other':
      return texts.say('notSocial')
    case 'noTouch':
      return texts.shared('imports.targets.noTouch')
  }
}

type AdChannel = Extract<MappingTarget, { kind: 'ads' }>['channel']

function adChannel(channel: AdChannel, channels: ChannelNames, texts: CliTexts): string {
  if (channel === null) return texts.say('noChannel')
  return 'name' in channel ? channel.name : (channels.get(channel.channelId) ?? texts.say('noChannel'))
}
