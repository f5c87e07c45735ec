import { useTranslation } from 'react-i18next'
import type { CrisisDetail } from '../../../../shared/contract/crises.ts'
import { MAX_RECEIPT_BYTES } from '../../../../shared/domain/receipt-file.ts'
import { client } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import styles from './crises.module.css'
import { EvidenceGrid } from './evidence-grid.tsx'
import { LogComposer } from './log-composer.tsx'
import { Camera } from 'lucide-react'

/** Everything that was secured, with what proves it. */
export function EvidenceView({ crisis }: { readonly crisis: CrisisDetail }) {
  const { t } = useTranslation('crisisParts')
  const format = useFormat()
  return (
    <div className={styles.stack}>
      <Card title={t('evidence.addTitle')} aside={t('evidence.hint', { limit: format.bytes(MAX_RECEIPT_BYTES) })}>
        <LogComposer crisisId={crisis.id} />
      </Card>
      {crisis.evidence.length === 0 ? (
        <EmptyState icon={Camera} title={t('evidence.emptyTitle')}>
          {t('evidence.empty')}
        </EmptyState>
      ) : (
        <EvidenceGrid
          files={crisis.evidence}
          onRemove={(commandId, id) => client.moderation.crisisRemoveEvidence({ commandId, id })}
        />
      )}
    </div>
  )
}
