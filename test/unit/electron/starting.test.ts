import { spawnSync } from 'node:child_process'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readStartOptions } from '../../../electron/command-line.ts'
import { dataFolder, userFolder } from '../../../electron/data-folder.ts'
import { fillIn } from '../../../electron/host-texts.ts'
import { isExternalAddress, isOfOrigin } from '../../../electron/main/addresses.ts'
import { fileNameOf } from '../../../electron/main/file-name.ts'
import { pickLanguage, terminalLanguage } from '../../../electron/system-language.ts'

describe('the words of the command line', () => {
  const read = (...words: string[]) => readStartOptions(words, '/home/ada')

  test('name a ledger, relative to where one is', () => {
    expect(read('--ledger', 'a.gegenwert').ledgerPath).toBe(resolve('/home/ada/a.gegenwert'))
    expect(read('--ledger=/tmp/a b.db').ledgerPath).toBe(resolve('/tmp/a b.db'))
    expect(read('--no-sandbox', '.', '/tmp/b.gegenwert').ledgerPath).toBe(resolve('/tmp/b.gegenwert'))
  })

  test('name none', () => {
    expect(read('--no-sandbox', '.', '--user-data-dir=/x.gegenwert')).toEqual({ isBrowserWanted: false })
    expect(read('--ledger')).toEqual({ isBrowserWanted: false })
  })

  test('ask for the browser', () => {
    expect(read('--browser').isBrowserWanted).toBe(true)
  })
})

describe('the folder of a user', () => {
  test('is where each system keeps such things', () => {
    expect(userFolder({}, 'linux')).toBe(join(homedir(), '.config', 'Gegenwert'))
    expect(userFolder({ XDG_CONFIG_HOME: '/x' }, 'linux')).toBe(join('/x', 'Gegenwert'))
    expect(userFolder({}, 'darwin')).toBe(join(homedir(), 'Library', 'Application Support', 'Gegenwert'))
    expect(userFolder({ APPDATA: '/roaming' }, 'win32')).toBe(join('/roaming', 'Gegenwert'))
  })

  test('can be replaced', () => {
    expect(userFolder({ GEGENWERT_DATA_DIR: '/tmp/trial' }, 'darwin')).toBe(resolve('/tmp/trial'))
    expect(dataFolder('/tmp/trial')).toBe(join('/tmp/trial', 'data'))
  })
})

describe('the language', () => {
  test('is the first preferred one that the app speaks', () => {
    expect(pickLanguage(['fr-FR', 'de-AT', 'en-GB'])).toBe('de')
    expect(pickLanguage(['en-US', 'de-DE'])).toBe('en')
    expect(pickLanguage(['fr-FR'])).toBe('en')
  })

  test('of a terminal follows its locale', () => {
    expect(terminalLanguage({ LANG: 'de_CH.UTF-8' })).toBe('de')
    expect(terminalLanguage({ LANG: 'de_DE.UTF-8', LC_ALL: 'C' })).toBe('en')
    expect(terminalLanguage({})).toBe('en')
  })
})

test('an old Node is told what is needed, in one sentence', () => {
  const script = join(import.meta.dirname, '../../../electron/require-node.mjs')
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '20.20.2' }); await import(${JSON.stringify(script)})`
  const answer = (language: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', pretend], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: language },
    })
  expect(answer('C')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^Gegenwert needs Node.js 22.18 or newer.*\n$/),
  })
  expect(answer('de_DE')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^Gegenwert braucht Node.js 22.18.*\n$/),
  })
})

describe('addresses', () => {
  test('of the app are told from others', () => {
    expect(isOfOrigin('app://gegenwert/result?x=1', 'app://gegenwert')).toBe(true)
    for (const address of [
      'app://other/',
      'app://gegenwert.example/',
      'https://gegenwert/',
      'about:blank',
      'nonsense',
    ]) {
      expect(isOfOrigin(address, 'app://gegenwert')).toBe(false)
    }
  })

  test('that may be opened outside are https and mail', () => {
    expect(isExternalAddress('https://example.org/a')).toBe(true)
    expect(isExternalAddress('mailto:someone@example.org')).toBe(true)
    const refused = [
      'http://example.org',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://x',
      'https://u:p@example.org',
      'x',
    ]
    for (const address of [...refused, `https://example.org/${'a'.repeat(2_000)}`]) {
      expect(isExternalAddress(address)).toBe(false)
    }
  })
})

test('a title becomes a name every file system takes', () => {
  expect(fileNameOf('Bilanz 2026: Januar/Oktober')).toBe('Bilanz 2026 Januar Oktober')
  expect(fileNameOf('../../etc/passwd')).toBe('etc passwd')
  expect(fileNameOf('\u0000')).toBe('Gegenwert')
  expect(fileNameOf('a'.repeat(500))).toHaveLength(120)
})

test('values are put into texts, unknown places stay', () => {
  expect(fillIn('{{a}} and {{b}}', { a: '1' })).toBe('1 and {{b}}')
})
