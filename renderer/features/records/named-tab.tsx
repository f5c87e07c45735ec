import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamedList, NamedRow } from '../../../shared/contract/records.ts'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useSearchFilters } from '../../lib/use-search-filters.ts'
import { Shortened } from '../../ui/shortened.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { TextFilter } from '../../ui/text-filter.tsx'
import { useRecordForms } from './form-store.ts'
import { RecordList } from './record-list.tsx'
import { useRecordColumns } from './record-columns.tsx'
import own from './records.module.css'

/** Campaigns, pillars, clients or departments. */
export function NamedTab({ list }: { readonly list: NamedList }) {
  const { t } = useTranslation('records')
  const filters = useSearchFilters()
  const query = useQuery(api.records.named.queryOptions({ input: { list } }))
  const text = (filters.get('text') ?? '').trim().toLowerCase()
  const rows = useMemo(() => query.data?.filter((row) => isAbout(row, text)) ?? [], [query.data, text])
  const columns = useColumns(list)
  const show = useRecordForms((state) => state.show)
  return (
    <RecordList
      kind={list}
      isFiltered={text !== ''}
      filters={<TextFilter filters={filters} label={t('search.label')} placeholder={t('search.named')} />}
      count={query.data ? rows.length : null}
      rows={rows}
      columns={columns}
      isLoading={query.isPending}
      error={query.data ? null : query.error}
      onOpen={(row) => show({ kind: list, row })}
    />
  )
}

function isAbout({ name, slug, aliases }: NamedRow, text: string): boolean {
  return text === '' || [name, slug ?? '', ...aliases].some((word) => word.toLowerCase().includes(text))
}

const nameOf = (row: NamedRow) => row.name

function useColumns(list: NamedList): readonly Column<NamedRow>[] {
  const { t } = useTranslation('records')
  const format = useFormat()
  const show = useRecordForms((state) => state.show)
  const onEdit = useMemo(() => (row: NamedRow) => show({ kind: list, row }), [show, list])
  const figures = useRecordColumns({ kind: list, nameOf, onEdit }, true)
  return useMemo(() => {
    const name: Column<NamedRow> = {
      id: 'name',
      header: t('columns.name'),
      isRowHeader: true,
      sortValue: nameOf,
      cell: (row) => <Shortened text={row.name} />,
    }
    const slug: Column<NamedRow> = {
      id: 'slug',
      header: t('columns.slug'),
      headerDescription: t('columns.slugHelp'),
      cell: (row) => (
        <span className={own.quiet}>
          <Shortened text={[row.slug, ...row.aliases].join(', ')} />
        </span>
      ),
    }
    const uses: Column<NamedRow> = {
      id: 'uses',
      header: t('columns.uses'),
      align: 'end',
      sortValue: (row) => row.useCount,
      cell: (row) => <span className={own.quiet}>{row.useCount === 0 ? '–' : format.number(row.useCount)}</span>,
    }
    return [name, ...(list === 'campaign' ? [slug] : []), uses, ...figures]
  }, [t, format, list, figures])
}
