import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamedList, RecordKind } from '../../../shared/contract/records.ts'
import { api, client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { ComboBox } from '../../ui/combo-box.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { ConversationChooser, PostChooser } from '../../ui/record-chooser.tsx'

export interface MergeDialogProps {
  readonly kind: RecordKind
  readonly id: number
  readonly name: string
  readonly useCount: number
  /** Opened because it cannot be removed: says why, and that it may simply be kept. */
  readonly isRefusal: boolean
  onClose(): void
}

interface Target {
  readonly id: number
  readonly name: string
}

/** Moves everything of one record to another; also the way out where one cannot be removed. */
export function MergeDialog({ kind, id, name, useCount, isRefusal, onClose }: MergeDialogProps) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const [target, setTarget] = useState<Target | null>(null)
  const [isChecked, setIsChecked] = useState(false)
  const merge = useCommand(client.records.merge, {
    done: t('done.merged', { from: name, into: target?.name ?? '' }),
    errors: 'caller',
  })
  const problem = target === null || target.id === id ? t('merge.missing') : undefined

  async function run() {
    setIsChecked(true)
    if (problem !== undefined || target === null) return
    if (await merge.run({ kind, fromId: id, intoId: target.id })) onClose()
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t(isRefusal ? 'merge.refusal' : 'merge.title', { name })}
      onSubmit={() => void run()}
      footer={
        <>
          <Button onPress={onClose}>{t('merge.keep')}</Button>
          <Button type="submit" variant="primary" isPending={merge.isRunning}>
            {t('merge.run')}
          </Button>
        </>
      }
    >
      {isRefusal && (
        <p>
          <strong>{t('merge.used', { count: useCount, formatted: format.number(useCount), name })}</strong>{' '}
          {t('merge.usedAdvice')}
        </p>
      )}
      <TargetChooser
        kind={kind}
        id={id}
        target={target}
        onChoose={setTarget}
        {...(isChecked && problem !== undefined && { errorMessage: problem })}
      />
      <p>
        {t('merge.text', { name })} {kind === 'campaign' && t('merge.campaign')} {t('merge.closed')}
      </p>
      {merge.error && <ErrorPanel error={merge.error} />}
    </Dialog>
  )
}

interface TargetChooserProps {
  readonly kind: RecordKind
  readonly id: number
  readonly target: Target | null
  onChoose(target: Target | null): void
  readonly errorMessage?: string
}

function TargetChooser({ kind, target, onChoose, ...rest }: TargetChooserProps) {
  const { t } = useTranslation('records')
  const { id, ...error } = rest
  const shared = { label: t('merge.into'), value: target?.id ?? null, ...error }
  // The chosen one is told as a whole; its id alone is not needed.
  const ignore = () => undefined
  if (kind === 'post') {
    const choose = (post: { id: number; title: string } | null) => onChoose(post && { id: post.id, name: post.title })
    return <PostChooser {...shared} onChange={ignore} onChoose={choose} />
  }
  if (kind === 'conversation') {
    const choose = (found: { id: number; title: string } | null) =>
      onChoose(found && { id: found.id, name: found.title })
    return <ConversationChooser {...shared} onChange={ignore} onChoose={choose} />
  }
  return <NamedTarget list={kind} id={id} target={target} onChoose={onChoose} {...error} />
}

function NamedTarget({ list, id, target, onChoose, ...error }: Omit<TargetChooserProps, 'kind'> & { list: NamedList }) {
  const { t } = useTranslation('records')
  const rows = useQuery(api.records.named.queryOptions({ input: { list } })).data ?? []
  const others = rows.filter((row) => row.id !== id)
  return (
    <ComboBox
      label={t('merge.into')}
      placeholder={t('choose.namePlaceholder')}
      value={target === null ? null : String(target.id)}
      options={others.map((row) => ({
        value: String(row.id),
        label: row.name,
        ...(row.slug !== null && row.slug !== row.name && { description: row.slug }),
      }))}
      onChange={(chosen) => onChoose(others.find((row) => String(row.id) === chosen) ?? null)}
      {...error}
    />
  )
}
