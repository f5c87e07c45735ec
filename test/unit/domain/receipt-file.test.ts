import { expect, test } from 'vitest'
import {
  evidenceProblem,
  isShownAsPicture,
  pictureOfPath,
  picturePath,
  promisedType,
  receiptProblem,
  shownType,
} from '../../../shared/domain/receipt-file.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const PDF = bytes('%PDF-1.7\n')
const JPEG = bytes('\u00ff\u00d8\u00ff\u00e0..JFIF')

test.each([
  ['application/pdf', PDF],
  ['application/pdf', bytes(`\u00ef\u00bb\u00bf%PDF-1.4`)],
  ['image/png', bytes('\u0089PNG\r\n\u001a\n')],
  ['image/jpeg', JPEG],
  ['image/webp', bytes('RIFF....WEBPVP8 ')],
  ['image/heic', bytes('\0\0\0\u0018ftypheic')],
  ['application/xml', bytes('<?xml version="1.0"?><Invoice/>')],
  [null, bytes('MZ\u0090')],
  [null, bytes('<html>')],
])('first bytes show %s', (type, content) => {
  expect(shownType(content)).toBe(type)
})

test.each([
  ['Rechnung.PDF', PDF, null],
  ['foto.jpeg', JPEG, null],
  ['foto.png', JPEG, 'not_what_it_says'],
  ['makro.docm', PDF, 'unknown_file_kind'],
  ['leer.pdf', bytes(''), 'empty_file'],
  [`${'x'.repeat(255)}.pdf`, PDF, 'file_name_too_long'],
])('%s', (name, content, problem) => {
  expect(receiptProblem(name, content)).toBe(problem)
})

test('a name promises its type by its extension', () => {
  expect(promisedType('a.b.pdf')).toBe('application/pdf')
  expect(promisedType('pdf')).toBeNull()
})

test.each([
  ['Bildschirmfoto.JPEG', JPEG, null],
  ['Seite.pdf', PDF, null],
  ['rechnung.xml', bytes('<?xml version="1.0"?><Invoice/>'), 'unknown_file_kind'],
  ['bild.svg', bytes('<svg/>'), 'unknown_file_kind'],
  ['foto.png', JPEG, 'not_what_it_says'],
])('as evidence, %s', (name, content, problem) => {
  expect(evidenceProblem(name, content)).toBe(problem)
})

test('a picture is asked for by the id of its attachment and by nothing else', () => {
  expect(pictureOfPath(picturePath(12))).toBe(12)
  for (const path of [
    '/attachments',
    '/attachments/0',
    '/attachments/1/',
    '/attachments/1.png',
    '/attachments/-1',
    '/attachments/ab12',
    '/x/attachments/1',
  ])
    expect(pictureOfPath(path), path).toBeNull()
  expect(['image/png', 'image/heic', 'image/svg+xml', 'application/pdf'].filter(isShownAsPicture)).toEqual([
    'image/png',
  ])
})
