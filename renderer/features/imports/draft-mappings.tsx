import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/card.tsx'
import { useFormat } from '../../lib/use-format.ts'
import { setMapping, setMappings } from './draft-store.ts'
import styles from './draft-mappings.module.css'
import { Fold } from '../../ui/fold.tsx'
import { MappingOptionsProvider } from './mapping-options.tsx'
import { MappingTable, type MappedItem } from './mapping-table.tsx'
import { needsLook } from './mapping-targets.ts'

export interface DraftMappingsProps {
  readonly items: readonly MappedItem[]
  /** Time entries with an empty project: nothing to map, but worth knowing. */
  readonly withoutProject: number
  readonly isDisabled: boolean
}

/** What is doubtful stands open, what is known is folded away: whoever agrees presses "Import" at once. */
export const DraftMappings = memo(function DraftMappings(props: DraftMappingsProps) {
  const { items, withoutProject, isDisabled } = props
  const { t } = useTranslation('imports')
  const format = useFormat()
  const targets = useMemo(() => items.map((item) => item.chosen), [items])
  const doubtful = items.filter(needsLook)
  const known = items.filter((item) => !needsLook(item))
  return (
    <MappingOptionsProvider targets={targets}>
      <Card
        title={doubtful.length > 0 ? t('mapping.titleDoubtful', { count: doubtful.length }) : t('mapping.title')}
        aside={t('mapping.aside')}
        isFlush
      >
        {doubtful.length === 0 ? (
          <p className={styles.remark}>{t('mapping.nothingDoubtful')}</p>
        ) : (
          <MappingTable
            label={t('mapping.doubtful')}
            items={doubtful}
            onChange={change}
            onChangeAll={setMappings}
            isDisabled={isDisabled}
          />
        )}
        {withoutProject > 0 && (
          <p className={styles.remark}>
            {t('mapping.withoutProject', { count: withoutProject, n: format.number(withoutProject) })}
          </p>
        )}
        {known.length > 0 && (
          <div className={styles.known}>
            <Fold summary={t('mapping.known', { count: known.length })}>
              <div className={styles.inset}>
                <MappingTable label={t('mapping.knownTitle')} items={known} onChange={change} isDisabled={isDisabled} />
              </div>
            </Fold>
          </div>
        )}
      </Card>
    </MappingOptionsProvider>
  )
})

function change(item: MappedItem, target: MappedItem['chosen']): void {
  setMapping(item.source, item.value, target)
}
