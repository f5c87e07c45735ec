/** What words mean, as it was answered once; changing one changes every row imported under it. */
import { useQuery } from '@tanstack/react-query'
import { Search, Shuffle } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MappingTarget } from '../../../shared/contract/imports.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useErrorTexts } from '../../lib/use-error-texts.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { MappingOptionsProvider } from './mapping-options.tsx'
import { type MappedItem, MappingTable } from './mapping-table.tsx'
import styles from './remembered-mappings.module.css'

export function RememberedMappings() {
  const { t } = useTranslation('imports')
  const describe = useErrorTexts()
  const [text, setText] = useState('')
  const query = useQuery(api.imports.mappings.queryOptions())
  const remap = useRemap()
  const items = useMemo(
    () => (query.data ?? []).map((item): MappedItem => ({ ...item, chosen: item.target, isAnswered: false })),
    [query.data],
  )
  const targets = useMemo(() => items.map((item) => item.chosen), [items])
  const wanted = text.trim().toLowerCase()
  const shown = items.filter((item) => item.value.toLowerCase().includes(wanted))
  if (query.isError) return <ErrorPanel error={describe(query.error)} />
  if (query.isPending) return <Skeleton lines={6} />
  if (items.length === 0) {
    return (
      <Card>
        <EmptyState icon={Shuffle} title={t('remembered.empty')} isCompact>
          {t('remembered.emptyText')}
        </EmptyState>
      </Card>
    )
  }
  return (
    <MappingOptionsProvider targets={targets}>
      <div className={styles.head}>
        <p>{t('remembered.text')}</p>
        <TextField
          label={t('remembered.search')}
          isLabelHidden
          placeholder={t('remembered.search')}
          prefix={<Search size={14} aria-hidden />}
          value={text}
          onChange={setText}
          width="medium"
        />
      </div>
      <Card isFlush>
        {shown.length === 0 ? (
          <EmptyState title={t('remembered.nothingFound', { text: text.trim() })} isCompact />
        ) : (
          <MappingTable label={t('remembered.title')} items={shown} hasMarks={false} onChange={remap} />
        )}
      </Card>
    </MappingOptionsProvider>
  )
}

/** Stable, so that the rows of the table need not be drawn again while one of them is changed. */
function useRemap(): (item: MappedItem, target: MappingTarget) => void {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const changed = useRef<MappedItem>(null)
  const { run } = useCommand(client.imports.remap, {
    done: () => {
      const count = changed.current?.count ?? 0
      return t('remembered.done', { value: changed.current?.value ?? '', count, n: format.number(count) })
    },
  })
  const latestRun = useRef(run)
  useEffect(() => {
    latestRun.current = run
  })
  return useCallback((item, target) => {
    changed.current = item
    void latestRun.current({ mapping: { source: item.source, value: item.value, target } })
  }, [])
}
