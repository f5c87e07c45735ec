/** How long texts stay, by kind. A longer time holds at once; a shorter one erases what no longer fits it, so it is asked about. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Retention } from '../../../../shared/contract/privacy.ts'
import { api, client } from '../../../lib/api.ts'
import { useComingDay } from '../../../lib/use-coming-day.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useErrorTexts } from '../../../lib/use-error-texts.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { Stack } from '../../../ui/page.tsx'
import { Select } from '../../../ui/select.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import styles from './privacy.module.css'

type Kind = Retention['kinds'][number]

export function RetentionTimes({ kinds }: Pick<Retention, 'kinds'>) {
  const { t } = useTranslation('privacy')
  return (
    <Card title={t('retention.title')}>
      <Stack>
        <p>{t('retention.lead')}</p>
        <div className={styles.grid}>
          {kinds.map((kind) => (
            <Time key={kind.kind} kind={kind} />
          ))}
        </div>
      </Stack>
    </Card>
  )
}

const OFFERED = [1, 2, 3, 6, 9, 12, 18, 24, 36, 60, 120]

function useTimeText() {
  const { t } = useTranslation('privacy')
  return (months: number | null) => (months === null ? t('retention.keep') : t('retention.months', { count: months }))
}

function Time({ kind: { kind, months, holding } }: { readonly kind: Kind }) {
  const { t } = useTranslation('privacy')
  const textOf = useTimeText()
  /** A shorter time that was chosen and is asked about. */
  const [asked, setAsked] = useState<number | null>(null)
  const set = useCommand(client.moderation.setRetention, {
    done: t('retention.changed', { kind: t(`retention.kinds.${kind}`) }),
  })
  const offered = months === null || OFFERED.includes(months) ? OFFERED : [...OFFERED, months].sort((a, b) => a - b)
  function choose(next: number | null) {
    if (next !== null && (months === null || next < months)) setAsked(next)
    else void set.run({ kind, months: next })
  }
  async function shorten() {
    if (await set.run({ kind, months: asked })) setAsked(null)
  }
  return (
    <>
      <Select
        label={t(`retention.kinds.${kind}`)}
        description={t('retention.holding', { count: holding })}
        width="medium"
        options={[
          ...offered.map((count) => ({ value: String(count), label: textOf(count) })),
          { value: 'keep', label: textOf(null) },
        ]}
        value={months === null ? 'keep' : String(months)}
        onChange={(value) => choose(value === 'keep' ? null : Number(value))}
      />
      {asked !== null && (
        <ShorterDialog
          kind={kind}
          before={months}
          after={asked}
          isRunning={set.isRunning}
          onShorten={() => void shorten()}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

interface ShorterDialogProps {
  readonly kind: Kind['kind']
  readonly before: number | null
  readonly after: number
  readonly isRunning: boolean
  onShorten(): void
  onClose(): void
}

function ShorterDialog({ kind, before, after, isRunning, onShorten, onClose }: ShorterDialogProps) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const comingDay = useComingDay()
  const textOf = useTimeText()
  const describe = useErrorTexts()
  const due = useQuery({
    ...api.moderation.dueWithRetention.queryOptions({ input: { kind, months: after } }),
    staleTime: 0,
  })
  return (
    <ConfirmDialog
      title={t('retention.shorter.title', { kind: t(`retention.kinds.${kind}`) })}
      confirm={t('retention.shorter.confirm')}
      cancel={t('retention.shorter.cancel')}
      isRunning={isRunning}
      // What it comes to is read first.
      onConfirm={() => due.data && onShorten()}
      onClose={onClose}
    >
      <p>{t('retention.shorter.change', { before: textOf(before), after: textOf(after) })}</p>
      {due.error && <ErrorPanel error={describe(due.error)} />}
      {due.isPending && <Skeleton lines={1} />}
      {due.data?.count === 0 && <p>{t('retention.shorter.none')}</p>}
      {due.data && due.data.count > 0 && (
        <>
          <p>{t('retention.shorter.due', { count: due.data.count, formatted: format.number(due.data.count) })}</p>
          <p>{t('retention.shorter.erased', { day: comingDay(due.data.erasedFrom) })}</p>
        </>
      )}
    </ConfirmDialog>
  )
}
