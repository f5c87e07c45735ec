import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationFilter, ConversationRow } from '../../../shared/contract/records.ts'
import { useFormat } from '../../lib/use-format.ts'
import { useSearchFilters } from '../../lib/use-search-filters.ts'
import { ChannelName } from '../../ui/dot.tsx'
import { ChannelFilter } from '../../ui/filter-selects.tsx'
import type { Column } from '../../ui/table-sort.ts'
import { TextFilter } from '../../ui/text-filter.tsx'
import { idOf } from './filter-values.ts'
import { useRecordForms } from './form-store.ts'
import { RecordList } from './record-list.tsx'
import { useRecordColumns } from './record-columns.tsx'
import own from './records.module.css'
import { useConversations } from './use-record-pages.ts'

export function ConversationsTab() {
  const { t } = useTranslation('records')
  const filters = useSearchFilters()
  const filter = useMemo(
    (): ConversationFilter => ({
      text: filters.get('text')?.slice(0, 200) ?? '',
      channelId: idOf(filters.get('channel')),
    }),
    [filters],
  )
  const pages = useConversations(filter)
  const columns = useColumns()
  const show = useRecordForms((state) => state.show)
  return (
    <RecordList
      kind="conversation"
      isFiltered={filters.get('text') !== null || filters.get('channel') !== null}
      filters={
        <>
          <ChannelFilter filters={filters} />
          <TextFilter filters={filters} label={t('search.label')} placeholder={t('search.conversation')} />
        </>
      }
      {...pages}
      columns={columns}
      onOpen={(row) => show({ kind: 'conversation', row })}
      onNearEnd={pages.readMore}
    />
  )
}

function useColumns(): readonly Column<ConversationRow>[] {
  const { t } = useTranslation('records')
  const format = useFormat()
  const show = useRecordForms((state) => state.show)
  const onEdit = useMemo(() => (row: ConversationRow) => show({ kind: 'conversation', row }), [show])
  const nameOf = useMemo(
    () => (row: ConversationRow) => row.label || t('choose.unnamed', { day: format.day(row.day) }),
    [t, format],
  )
  const figures = useRecordColumns({ kind: 'conversation', nameOf, onEdit })
  return useMemo(
    () => [
      {
        id: 'label',
        header: t('columns.label'),
        isRowHeader: true,
        cell: (row) => (
          <span className={own.title} title={nameOf(row)}>
            {nameOf(row)}
          </span>
        ),
      },
      {
        id: 'channel',
        header: t('columns.channel'),
        cell: (row) =>
          row.channel ? (
            <ChannelName network={row.network}>{row.channel}</ChannelName>
          ) : (
            <span className={own.quiet}>–</span>
          ),
      },
      {
        id: 'post',
        header: t('columns.post'),
        cell: (row) => (
          <span className={own.brief} title={row.post ?? ''}>
            {row.post ?? '–'}
          </span>
        ),
      },
      {
        id: 'day',
        header: t('columns.day'),
        align: 'end',
        cell: (row) => <span className={own.quiet}>{format.day(row.day)}</span>,
      },
      ...figures,
    ],
    [t, format, nameOf, figures],
  )
}
