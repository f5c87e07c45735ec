import { expect, test } from 'vitest'
import { nextInvoiceNumber } from '../../../shared/domain/invoice-number.ts'

test('the last digits grow by one and keep their zeros', () => {
  expect(nextInvoiceNumber('R-2026-009')).toBe('R-2026-010')
  expect(nextInvoiceNumber('2026-099')).toBe('2026-100')
  expect(nextInvoiceNumber('999')).toBe('1000')
  expect(nextInvoiceNumber('R19999999999999999')).toBe('R20000000000000000')
})

test('without digits at the end nothing follows', () => {
  expect(nextInvoiceNumber('Oktober')).toBeNull()
  expect(nextInvoiceNumber('')).toBeNull()
})
