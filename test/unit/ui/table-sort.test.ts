import { expect, test } from 'vitest'
import { type Column, nextSort, sortRows } from '../../../renderer/ui/table-sort.ts'

interface Row {
  name: string
  cents: number | null
}

const name: Column<Row> = { id: 'name', header: '', cell: () => null, sortValue: (row) => row.name }
const cents: Column<Row> = { id: 'cents', header: '', cell: () => null, align: 'end', sortValue: (row) => row.cents }
const rows: Row[] = [
  { name: 'Zürich', cents: 5 },
  { name: 'Ärger', cents: null },
  { name: 'Bild 10', cents: -7 },
  { name: 'Bild 9', cents: 5 },
]
const names = (sorted: readonly Row[]) => sorted.map((row) => row.name)

test('names sort as in a German index, numbers within them by value', () => {
  const sorted = sortRows(rows, [name, cents], { columnId: 'name', direction: 'ascending' })
  expect(names(sorted)).toEqual(['Ärger', 'Bild 9', 'Bild 10', 'Zürich'])
})

test('rows without a value stay last both ways, equals keep their order', () => {
  const down = sortRows(rows, [name, cents], { columnId: 'cents', direction: 'descending' })
  expect(names(down)).toEqual(['Zürich', 'Bild 9', 'Bild 10', 'Ärger'])
  const up = sortRows(rows, [name, cents], { columnId: 'cents', direction: 'ascending' })
  expect(names(up)).toEqual(['Bild 10', 'Zürich', 'Bild 9', 'Ärger'])
})

test('figures start with the largest, a second click turns round', () => {
  const first = nextSort(cents, null)
  expect(first.direction).toBe('descending')
  expect(nextSort(cents, first).direction).toBe('ascending')
  expect(nextSort(name, first)).toEqual({ columnId: 'name', direction: 'ascending' })
})
