import { expect, test } from 'vitest'
import { rankCommands } from '../../../renderer/app/fuzzy.ts'
import type { AppCommand } from '../../../renderer/lib/commands.ts'

const command = (title: string, keywords: string[] = []): AppCommand => ({
  id: title,
  title,
  group: '',
  keywords,
  run: () => undefined,
})
const commands = [
  command('Rückgängig machen'),
  command('Hauptbuch', ['ledger']),
  command('Ausgabe eintragen', ['kosten']),
  command('Bilanz'),
  command('Zur Ausgabe des Hauptbuchs'),
]
const found = (text: string) => rankCommands(commands, text).map((one) => one.title)

test('the beginning of a title comes before a word within it', () => {
  expect(found('aus')).toEqual(['Ausgabe eintragen', 'Zur Ausgabe des Hauptbuchs'])
})

test('umlauts, case and skipped letters do not matter', () => {
  expect(found('RUCK')).toEqual(['Rückgängig machen'])
  expect(found('hptb')).toEqual(['Hauptbuch', 'Zur Ausgabe des Hauptbuchs'])
})

test('keywords find what the title does not say; nothing finds nothing', () => {
  expect(found('kosten')).toEqual(['Ausgabe eintragen'])
  expect(found('xyzq')).toEqual([])
  expect(found('')).toHaveLength(commands.length)
})
