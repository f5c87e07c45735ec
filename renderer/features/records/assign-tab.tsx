/** Works off what lacks a post, a client or a department: chosen in groups, assigned at once. */
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkFilter, WorkGroup } from '../../../shared/contract/records.ts'
import { WORK_DIMENSIONS, WORK_SOURCES } from '../../../shared/domain/work.ts'
import { api } from '../../lib/api.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { type SearchFilters, useSearchFilters } from '../../lib/use-search-filters.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { ImportLink } from '../../ui/import-link.tsx'
import styles from '../../ui/list-view.module.css'
import { Select } from '../../ui/select.tsx'
import { SumsBar } from '../../ui/sums-bar.tsx'
import { Table } from '../../ui/table.tsx'
import { TextFilter } from '../../ui/text-filter.tsx'
import { useAssignColumns } from './assign-columns.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import own from './records.module.css'
import { SelectionBar } from './selection-bar.tsx'
import { useSelection } from './use-selection.ts'

const ALL = 'all'

/** Without a word in the address the most usual question is asked: which work has no post yet. */
function readFilter(get: SearchFilters['get']): WorkFilter {
  const missing = get('missing')
  const dimension = WORK_DIMENSIONS.find((name) => name === missing) ?? (missing === ALL ? undefined : 'post')
  const source = WORK_SOURCES.find((name) => name === get('source'))
  return {
    ...(dimension && { missing: dimension }),
    ...(source && { source }),
    text: get('text')?.slice(0, 200) ?? '',
  }
}

export function groupKey({ source, text, activity, channelId, personId, scope }: WorkGroup): string {
  return JSON.stringify([source, text, activity, channelId, personId, scope])
}

export function AssignTab() {
  const { t } = useTranslation('records')
  const describe = useErrorTexts()
  const filters = useSearchFilters()
  const filter = useMemo(() => readFilter(filters.get), [filters])
  const query = useQuery(api.records.work.queryOptions({ input: { filter } }))
  if (!query.data && query.error) return <ErrorPanel error={describe(query.error)} />
  return (
    <div className={own.view}>
      <div className={own.bar} role="group" aria-label={t('filter.label')}>
        <MissingFilter filters={filters} filter={filter} />
        <SourceFilter filters={filters} />
        <TextFilter filters={filters} label={t('search.label')} placeholder={t('assign.search')} />
        <span className={styles.hint}>{t('assign.hint')}</span>
      </div>
      <WorkList key={JSON.stringify(filter)} filter={filter} work={query.data} />
    </div>
  )
}

interface Work {
  readonly groups: readonly WorkGroup[]
  readonly sums: {
    readonly groups: number
    readonly count: number
    readonly seconds: number
    readonly cents: number
  }
}

const NO_GROUPS: readonly WorkGroup[] = []

function WorkList({ filter, work }: { readonly filter: WorkFilter; readonly work: Work | undefined }) {
  const { t } = useTranslation('records')
  const groups = work?.groups ?? NO_GROUPS
  const selection = useSelection(groups, groupKey)
  const columns = useAssignColumns(selection.isChosen)
  const [isAssigning, setIsAssigning] = useState(false)
  const onKeyDown = (event: KeyboardEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('tr[data-row-index]')
    const group = row && row === event.target ? groups[Number(row.dataset['rowIndex'])] : undefined
    if (!group) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = groups[Number(row?.dataset['rowIndex']) + step]
    if (event.key === 'Enter') {
      event.preventDefault()
      event.stopPropagation()
      if (selection.chosen.length === 0) selection.add([group])
      setIsAssigning(true)
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      selection.add(groups)
    } else if (event.shiftKey && step !== 0) {
      selection.add(next ? [group, next] : [group])
    }
  }
  return (
    <Card isFlush className={styles.list}>
      <div className={styles.listInside} onKeyDownCapture={onKeyDown}>
        <WorkSums work={work} />
        <div className={styles.tableArea}>
          <Table
            label={t('assign.list')}
            columns={columns}
            rows={groups}
            rowKey={groupKey}
            onRowAction={selection.toggle}
            isSelected={selection.isChosen}
            isLoading={work === undefined}
            height="fill"
            empty={<NothingMissing filter={filter} />}
          />
        </div>
        {groups.length > 0 && (
          <SelectionBar selection={selection} groups={groups} onAssign={() => setIsAssigning(true)} />
        )}
      </div>
      {isAssigning && (
        <AssignDialog
          filter={filter}
          groups={selection.chosen}
          onDone={() => {
            selection.clear()
            setIsAssigning(false)
          }}
          onClose={() => setIsAssigning(false)}
        />
      )}
    </Card>
  )
}

function WorkSums({ work }: { readonly work: Work | undefined }) {
  const { t } = useTranslation('records')
  const format = useFormat()
  if (!work) return <SumsBar items={[]} />
  const { sums, groups } = work
  return (
    <>
      <SumsBar
        lead={t('assign.sums', { count: sums.groups, formatted: format.number(sums.groups) })}
        items={[
          { label: t('assign.sumEntries'), value: format.number(sums.count) },
          { label: t('columns.hours'), value: format.hours(sums.seconds) },
          { label: t('columns.cost'), value: format.money(sums.cents) },
          ...(sums.groups > groups.length
            ? [{ label: t('assign.more', { shown: format.number(groups.length) }), value: '' }]
            : []),
        ]}
      />
    </>
  )
}

interface FilterProps {
  readonly filters: SearchFilters
}

function MissingFilter({ filters, filter }: FilterProps & { readonly filter: WorkFilter }) {
  const { t } = useTranslation('records')
  const options = [...WORK_DIMENSIONS, ALL] as const
  return (
    <Select
      label={t('assign.missing')}
      isLabelHidden
      width="auto"
      value={filter.missing ?? ALL}
      options={options.map((value) => ({ value, label: t(`assign.missingOf.${value}`) }))}
      onChange={(value) => filters.set({ missing: value === 'post' ? undefined : value })}
    />
  )
}

function SourceFilter({ filters }: FilterProps) {
  const { t } = useTranslation('records')
  const options = [ALL, ...WORK_SOURCES] as const
  return (
    <Select
      label={t('assign.source')}
      isLabelHidden
      width="auto"
      value={options.find((value) => value === filters.get('source')) ?? ALL}
      options={options.map((value) => ({ value, label: t(`assign.sources.${value}`) }))}
      onChange={(value) => filters.set({ source: value === ALL ? undefined : value })}
    />
  )
}

/** Nothing lacks it – or there is nothing at all yet. */
function NothingMissing({ filter }: { readonly filter: WorkFilter }) {
  const { t } = useTranslation('records')
  const status = useQuery(api.app.status.queryOptions())
  if (status.data?.ledger?.isEmpty) {
    return (
      <EmptyState title={t('assign.nothingTitle')} primary={<ImportLink>{t('assign.toImport')}</ImportLink>}>
        {t('assign.nothingText')}
      </EmptyState>
    )
  }
  const isFiltered = filter.text !== '' || filter.source !== undefined || filter.missing === undefined
  if (isFiltered) return <EmptyState title={t('empty.filteredTitle')}>{t('empty.filtered')}</EmptyState>
  return <EmptyState title={t('assign.emptyTitle')}>{t('assign.empty')}</EmptyState>
}
