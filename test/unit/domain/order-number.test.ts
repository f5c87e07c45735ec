import { expect, test } from 'vitest'
import { orderNumberIn } from '../../../shared/domain/order-number.ts'

test.each([
  ['Meine Bestellung #2107 ist nicht da', '2107'],
  ['Bestellung 2107 fehlt', '2107'],
  ['Bestellnummer: AB-20771, bitte prüfen', 'AB-20771'],
  ['Bestell-Nr. 4711 und #9999', '4711'],
  ['My order no. 55512 is late', '55512'],
  ['Order number A12345?', 'A12345'],
  ['zu meinem Auftrag 30211', '30211'],
  ['Was ist mit #2107?', '2107'],
])('%s', (text, number) => expect(orderNumberIn(text)).toBe(number))

test.each([
  ['ein bloßer Betrag: 2107 Euro'],
  ['Bestellung von 2026-10-28'],
  ['Preorder im Jahr 2107'],
  ['Nr#2107x'],
  ['#12'],
  ['Bestellung 1234567890123456'],
  [''],
])('%s names none', (text) => expect(orderNumberIn(text)).toBeNull())

test('a long text without one is read in no time', () => {
  expect(orderNumberIn('Bestellung '.repeat(4_500))).toBeNull()
  expect(orderNumberIn('#'.repeat(50_000))).toBeNull()
})
