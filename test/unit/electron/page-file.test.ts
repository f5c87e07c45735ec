import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPageFile } from '../../../electron/pages/page-file.ts'

let folder: string
let pages: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gegenwert-pages-'))
  pages = join(folder, 'pages')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'index.html'), 'index')
  writeFileSync(join(pages, 'assets', 'a b.js'), 'script')
  writeFileSync(join(pages, 'ledger.gegenwert'), 'secret')
  writeFileSync(join(folder, 'outside.html'), 'outside')
  mkdirSync(join(folder, 'pages-of-others'))
  writeFileSync(join(folder, 'pages-of-others', 'x.html'), 'outside')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function textAt(path: string): Promise<string | undefined> {
  const file = await findPageFile(pages, path)
  return file === undefined ? undefined : Buffer.from(file.bytes).toString()
}

test('a place inside the app gets the page, whatever its depth', async () => {
  for (const path of ['/', '/result', '/ledger/lines', '/import/1%202']) expect(await textAt(path)).toBe('index')
})

test('a file gets its type', async () => {
  expect((await findPageFile(pages, '/assets/a%20b.js'))?.contentType).toBe('text/javascript; charset=utf-8')
  expect((await findPageFile(pages, '/index.html'))?.contentType).toBe('text/html; charset=utf-8')
})

test('what is missing is missing, not the page', async () => {
  expect(await textAt('/assets/none.js')).toBeUndefined()
})

test('a kind of file the app does not consist of is not served', async () => {
  expect(await textAt('/ledger.gegenwert')).toBeUndefined()
})

test.each([
  '/../outside.html',
  '/%2e%2e/outside.html',
  '/..%2foutside.html',
  '/assets/../../outside.html',
  '/..\\outside.html',
  '/%5c..%5coutside.html',
  '/../pages-of-others/x.html',
  '/index.html%00.js',
  '/%E0%A4%A',
])('%s leads nowhere', async (path) => {
  expect(await textAt(path)).toBeUndefined()
})
