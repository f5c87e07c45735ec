import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkFilter, WorkGroup, WorkPatch } from '../../../shared/contract/records.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { AssignFields } from '../../ui/assign-fields.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import styles from '../../ui/list-view.module.css'
import { sumsOf, WorkAmount } from './selection-bar.tsx'

export interface AssignDialogProps {
  readonly filter: WorkFilter
  readonly groups: readonly WorkGroup[]
  onDone(): void
  onClose(): void
}

/** Says what the chosen groups belong to. What is left unchanged stays as it is. */
export function AssignDialog({ filter, groups, onDone, onClose }: AssignDialogProps) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const [patch, setPatch] = useState<WorkPatch>({})
  const [isChecked, setIsChecked] = useState(false)
  const sums = sumsOf(groups)
  const counted = { count: sums.count, formatted: format.number(sums.count) }
  const assign = useCommand(client.records.assign, { done: t('assign.done', counted), errors: 'caller' })
  const isNothing = Object.values(patch).every((value) => value === undefined)
  const isAlready = assign.error?.data['reason'] === 'nothing_to_assign'

  async function save() {
    setIsChecked(true)
    if (isNothing) return
    const keys = groups.map(({ source, text, activity, channelId, personId, scope }) => ({
      source,
      text,
      activity,
      channelId,
      personId,
      scope,
    }))
    if (await assign.run({ filter, groups: keys, patch })) onDone()
  }

  const problem = isChecked && isNothing ? t('assign.nothing') : isAlready ? t('assign.already') : null
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('assign.title')}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onPress={onClose}>{t('assign.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={assign.isRunning}>
            {t('assign.save')}
          </Button>
        </>
      }
    >
      <p>
        <strong>
          <WorkAmount {...sums} />
        </strong>{' '}
        {t('assign.importNote')}
      </p>
      {sums.closedCount > 0 && (
        <p>{t('assign.closed', { count: sums.closedCount, formatted: format.number(sums.closedCount) })}</p>
      )}
      <AssignFields
        patch={patch}
        missing={filter.missing}
        hasLabour={groups.some((group) => group.source === 'time' || group.source === 'manual')}
        onChange={(changes) => {
          assign.clearError()
          setPatch((before) => ({ ...before, ...changes }))
        }}
      />
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {assign.error && !isAlready && <ErrorPanel error={assign.error} />}
    </Dialog>
  )
}
