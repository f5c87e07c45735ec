/** Before rules are applied to what is open: what they would touch, and whether to do it. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ApplyingPreview, Rule } from '../../../../shared/contract/moderation-setup.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { RulePreview } from './rule-preview.tsx'
import styles from './setup.module.css'
import { useApplyRules } from './use-apply-rules.ts'

interface ApplyDialogProps {
  /** Null: all of them. */
  readonly rule: Pick<Rule, 'id' | 'name'> | null
  onClose(): void
}

export function ApplyDialog({ rule, onClose }: ApplyDialogProps) {
  const { t } = useTranslation('moderationSetup')
  const apply = useApplyRules(rule?.name)
  const id = rule?.id ?? null
  const preview = useQuery(api.moderation.previewApplying.queryOptions({ input: { id } }))
  const changing = preview.data?.changing ?? 0

  async function run() {
    if (changing > 0 && (await apply.run(id))) onClose()
  }

  return (
    <Dialog
      isOpen
      size="l"
      title={rule === null ? t('applying.titleAll') : t('applying.title', { name: rule.name })}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      onSubmit={() => void run()}
      footer={
        <>
          <Button onPress={onClose}>{t('applying.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={apply.isRunning} isDisabled={changing === 0}>
            {t('applying.apply')}
          </Button>
        </>
      }
    >
      <RulePreview isOfAll={rule === null} preview={preview.data} isFailed={preview.isError}>
        {rule === null && preview.data && preview.data.count > 0 && <EachRule rules={preview.data.rules} />}
      </RulePreview>
    </Dialog>
  )
}

function EachRule({ rules }: Pick<ApplyingPreview, 'rules'>) {
  const { t } = useTranslation('moderationSetup')
  const format = useFormat()
  return (
    <ul className={styles.eachRule} aria-label={t('applying.each')}>
      {rules.map(({ id, name, count }) => (
        <li key={id}>
          {name}: {format.number(count)}
        </li>
      ))}
    </ul>
  )
}
