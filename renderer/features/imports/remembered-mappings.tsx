/** What words mean, as it was answered once; changing one changes every row imported under it. */
import { useQuery } from '@tanstack/react-query'
import { Search, Shuffle } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
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
          <MappingTable
            label={t('remembered.title')}
            items={shown}
            hasMarks={false}
            isDisabled={remap.isRunning}
            onChange={remap.change}
          />
        )}
      </Card>
    </MappingOptionsProvider>
  )
}

function useRemap() {
  const { t } = useTranslation('imports')
  const format = useFormat()
  // For the label of undo; a command runs to its end before the next can start.
  const changed = useRef<MappedItem>(null)
  const command = useCommand(client.imports.remap, {
    done: () => {
      const count = changed.current?.count ?? 0
      return t('remembered.done', { value: changed.current?.value ?? '', count, n: format.number(count) })
    },
  })
  function change(item: MappedItem, target: MappedItem['chosen']) {
    changed.current = item
    void command.run({ mapping: { source: item.source, value: item.value, target } })
  }
  return { change, isRunning: command.isRunning }
}
