import { useQuery } from '@tanstack/react-query'
import { Clock3, Plus } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryFilter, TimeEntry } from '../../../../shared/contract/time-entries.ts'
import { api, client } from '../../../lib/api.ts'
import { readEntryFilter } from '../../../lib/time-address.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { usePeriod } from '../../../lib/use-period.ts'
import { useSearchFilters } from '../../../lib/use-search-filters.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { hasFilters } from '../../../ui/filter-selects.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import list from '../../../ui/list-view.module.css'
import { SumsBar } from '../../../ui/sums-bar.tsx'
import { Table } from '../../../ui/table.tsx'
import { useEntryEditor } from '../../../lib/entry-editor.ts'
import { BulkBar } from './bulk-bar.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import { useEntryColumns } from './entry-columns.tsx'
import { EntryFilters } from './entry-filters.tsx'
import { ExportMenu } from './export-menu.tsx'
import { useRememberedFilters } from './remembered-filters.ts'
import { useEntrySelection } from './selection-store.ts'
import { ShiftDialog } from './shift-dialog.tsx'
import styles from './time-list.module.css'
import { type EntrySums, useEntries } from './use-entries.ts'
import { useListKeys } from './use-list-keys.ts'
import { useRemoval } from './use-removal.ts'

/** Entries with filters, selection and bulk changes. */
export function TimeList() {
  const { t } = useTranslation('timeList')
  const filters = useSearchFilters()
  useRememberedFilters('list', filters)
  const describe = useErrorTexts()
  const { chosen, error } = usePeriod({ reachesToday: true })
  const isOfPeriod = chosen !== undefined && chosen.preset !== 'all'
  const filter = useMemo(
    () => readEntryFilter(filters.get, isOfPeriod ? chosen.period : null),
    [filters, isOfPeriod, chosen],
  )
  return (
    <div className={styles.view}>
      <EntryFilters filters={filters} chosen={chosen} label={t('filters.label')} />
      {error && <ErrorPanel error={describe(error)} />}
      {chosen && <EntriesCard filter={filter} isFiltered={hasFilters(filters) || isOfPeriod} />}
    </div>
  )
}

type OpenDialog = 'change' | 'shift' | null

const open = (entry: TimeEntry) => useEntryEditor.getState().show({ kind: 'edit', entry })

function EntriesCard({ filter, isFiltered }: { readonly filter: EntryFilter; readonly isFiltered: boolean }) {
  const { t } = useTranslation('timeList')
  const describe = useErrorTexts()
  const entries = useEntries(filter)
  const { rows, sums, isLoading, error } = entries
  const selection = useEntrySelection(rows)
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const removal = useRemoval()
  const columns = useColumns(rows, selection.isChosen)
  const startsGroup = useGroups(rows)
  const goOn = useCommand(client.time.continue, { done: t('done.continued') })
  const remove = useCallback(
    async (some: readonly TimeEntry[]) => {
      if (await removal.run(some)) selection.clear()
    },
    [removal, selection],
  )
  const keys = useListKeys({
    rows,
    selection,
    readAll: entries.readAll,
    onOpen: open,
    onContinue: ({ id }) => void goOn.run({ id }),
    onRemove: (some) => void remove(some),
    onChange: () => setDialog('change'),
  })
  if (error && rows.length === 0) return <ErrorPanel error={describe(error)} />
  return (
    <Card isFlush className={list.list}>
      <div className={list.listInside} {...keys.handlers}>
        <ListSums sums={sums} filter={filter} />
        <div className={list.tableArea}>
          <Table
            label={t('label')}
            columns={columns}
            rows={rows}
            rowKey={(entry) => String(entry.id)}
            onRowAction={keys.onRowAction}
            isSelected={selection.isChosen}
            startsGroup={startsGroup}
            isLoading={isLoading}
            height="fill"
            onNearEnd={entries.readMore}
            empty={<NoEntries isFiltered={isFiltered} />}
          />
        </div>
        {rows.length > 0 && (
          <BulkBar
            selection={selection}
            count={sums?.count ?? rows.length}
            isRemoving={removal.isRunning}
            onAll={() => void entries.readAll().then(selection.add)}
            onChange={() => setDialog('change')}
            onShift={() => setDialog('shift')}
            onRemove={() => void remove(selection.chosen)}
          />
        )}
      </div>
      {dialog === 'change' && <BulkDialog entries={selection.chosen} onClose={() => setDialog(null)} />}
      {dialog === 'shift' && <ShiftDialog entries={selection.chosen} onClose={() => setDialog(null)} />}
    </Card>
  )
}

function useColumns(rows: readonly TimeEntry[], isChosen: (entry: TimeEntry) => boolean) {
  const settings = useQuery(api.settings.ledger.queryOptions()).data
  const people = useQuery(api.settings.people.queryOptions()).data?.people ?? []
  const isFirstOfDay = useFirstsOfDays(rows)
  return useEntryColumns({
    timeZone: settings?.timeZone ?? 'UTC',
    hasSeveralPeople: people.length > 1,
    isChosen,
    isFirstOfDay,
    onOpen: open,
  })
}

/** Which rows begin a day in the list. */
function useFirstsOfDays(rows: readonly TimeEntry[]): (entry: TimeEntry) => boolean {
  const ids = useMemo(
    () => new Set(rows.filter((entry, index) => rows[index - 1]?.day !== entry.day).map(({ id }) => id)),
    [rows],
  )
  return useCallback((entry: TimeEntry) => ids.has(entry.id), [ids])
}

/** A line between days, where they are more than a row each. */
function useGroups(rows: readonly TimeEntry[]): (entry: TimeEntry) => boolean {
  const ids = useMemo(() => {
    const dayAt = (index: number) => rows[index]?.day
    const begins = (index: number) =>
      index > 0 &&
      dayAt(index) !== dayAt(index - 1) &&
      (dayAt(index) === dayAt(index + 1) || dayAt(index - 1) === dayAt(index - 2))
    return new Set(rows.flatMap(({ id }, index) => (begins(index) ? [id] : [])))
  }, [rows])
  return useCallback((entry: TimeEntry) => ids.has(entry.id), [ids])
}

function ListSums({ sums, filter }: { readonly sums: EntrySums | null; readonly filter: EntryFilter }) {
  const { t } = useTranslation('timeList')
  const format = useFormat()
  const aside = <ExportMenu filter={filter} />
  if (!sums) return <SumsBar items={[]} aside={aside} />
  const hours = (label: string, seconds: number) => (seconds > 0 ? [{ label, value: format.hours(seconds) }] : [])
  return (
    <SumsBar
      aside={aside}
      lead={t('sums.count', { count: sums.count, formatted: format.number(sums.count) })}
      items={[
        { label: t('sums.hours'), value: format.hours(sums.seconds) },
        { label: t('sums.cost'), value: format.money(sums.cents) },
        ...hours(t('sums.billable'), sums.billableSeconds),
        ...hours(t('sums.unpriced'), sums.unpricedSeconds),
      ]}
    />
  )
}

function NoEntries({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useTranslation('timeList')
  if (isFiltered) return <EmptyState title={t('empty.filteredTitle')}>{t('empty.filtered')}</EmptyState>
  return (
    <EmptyState
      icon={Clock3}
      title={t('empty.title')}
      primary={
        <Button
          variant="primary"
          icon={Plus}
          onPress={() => useEntryEditor.getState().show({ kind: 'new', draft: {} })}
        >
          {t('empty.add')}
        </Button>
      }
      secondary={<LinkButton href="/imports">{t('empty.import')}</LinkButton>}
    >
      {t('empty.text')}
    </EmptyState>
  )
}
