import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startI18n } from '../../../renderer/app/i18n.ts'
import type { Column } from '../../../renderer/ui/table-sort.ts'
import { Table } from '../../../renderer/ui/table.tsx'

interface Row {
  name: string
  cents: number
}

const columns: Column<Row>[] = [
  { id: 'name', header: 'Kanal', isRowHeader: true, cell: (row) => row.name, sortValue: (row) => row.name },
  { id: 'cents', header: 'Ergebnis', align: 'end', cell: (row) => row.cents, sortValue: (row) => row.cents, footer: 6 },
]
const rows: Row[] = [
  { name: 'Instagram', cents: 3 },
  { name: 'Facebook', cents: 1 },
  { name: 'TikTok', cents: 2 },
]

beforeAll(startI18n)
afterEach(cleanup)

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent)

test('sorts by a click on the header and says so to screen readers', () => {
  render(<Table label="Kanäle" columns={columns} rows={rows} rowKey={(row) => row.name} />)
  expect(names()).toEqual(['Instagram', 'Facebook', 'TikTok'])
  const header = screen.getByRole('columnheader', { name: 'Ergebnis' })
  fireEvent.click(within(header).getByRole('button'))
  expect(names()).toEqual(['Instagram', 'TikTok', 'Facebook'])
  expect(header.getAttribute('aria-sort')).toBe('descending')
  fireEvent.click(within(header).getByRole('button'))
  expect(names()).toEqual(['Facebook', 'TikTok', 'Instagram'])
})

test('rows are one tab stop; arrows move and Enter acts on the row that has the focus', () => {
  const act = vi.fn<(row: Row) => void>()
  render(<Table label="Kanäle" columns={columns} rows={rows} rowKey={(row) => row.name} onRowAction={act} />)
  const body = screen.getAllByRole('row').filter((row) => row.dataset.rowIndex !== undefined)
  expect(body.map((row) => row.tabIndex)).toEqual([0, -1, -1])
  body[0]?.focus()
  fireEvent.keyDown(body[0]!, { key: 'End' })
  expect(document.activeElement).toBe(body[2])
  fireEvent.keyDown(body[2]!, { key: 'ArrowUp' })
  fireEvent.keyDown(body[1]!, { key: 'Enter' })
  expect(act).toHaveBeenCalledExactlyOnceWith(rows[1])
  expect(body.map((row) => row.tabIndex)).toEqual([-1, 0, -1])
})

test('a button within a row acts for itself', () => {
  const act = vi.fn<(row: Row) => void>()
  const press = vi.fn<() => void>()
  const withButton: Column<Row>[] = [
    ...columns,
    {
      id: 'more',
      header: '',
      headerDescription: 'Aktionen',
      cell: (row) => (
        <button type="button" onClick={press}>
          Mehr zu {row.name}
        </button>
      ),
    },
  ]
  render(<Table label="Kanäle" columns={withButton} rows={rows} rowKey={(row) => row.name} onRowAction={act} />)
  const button = screen.getByRole('button', { name: 'Mehr zu Facebook' })
  fireEvent.click(button)
  fireEvent.keyDown(button, { key: 'Enter' })
  expect(press).toHaveBeenCalledOnce()
  expect(act).not.toHaveBeenCalled()
  fireEvent.click(screen.getByText('TikTok'))
  expect(act).toHaveBeenCalledExactlyOnceWith(rows[2])
  expect(screen.getByRole('columnheader', { name: 'Aktionen' })).toBeTruthy()
})

test('thousands of rows put a few dozen into the document and tell their true number', () => {
  const many = Array.from({ length: 5_000 }, (_, index) => ({ name: `Zeile ${index}`, cents: index }))
  render(
    <Table label="Zeilen" columns={columns} rows={many} rowKey={(row) => row.name} onRowAction={() => undefined} />,
  )
  expect(screen.queryAllByRole('rowheader').length).toBeLessThan(120)
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('5002')
})

test('an empty table shows what belongs there, a loading one does not', () => {
  const empty = <p>Noch keine Zeilen</p>
  const { rerender } = render(
    <Table label="Zeilen" columns={columns} rows={[]} rowKey={String} empty={empty} isLoading />,
  )
  expect(screen.queryByText('Noch keine Zeilen')).toBeNull()
  rerender(<Table label="Zeilen" columns={columns} rows={[]} rowKey={String} empty={empty} />)
  expect(screen.getByText('Noch keine Zeilen')).toBeTruthy()
})
