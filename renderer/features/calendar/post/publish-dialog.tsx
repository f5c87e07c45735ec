import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VariantDetail } from '../../../../shared/contract/calendar-fields.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { readWebAddress } from '../../../../shared/domain/web-address.ts'
import { client } from '../../../lib/api.ts'
import { useKeptDraft } from '../../../lib/kept-drafts.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFieldErrors } from '../../../lib/use-field-errors.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { MomentField } from '../../../ui/moment-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { keepPost } from './post-saving.ts'
import styles from './post.module.css'
import { usePublishing } from './publishing-store.ts'
import { useThisPost } from './this-post.ts'

interface PublishDraft {
  /** Null: a part of it is missing. */
  readonly at: Instant | null
  readonly permalink: string
}

const MINUTE_MS = 60_000

/** It is out: when, and where it can be seen. What was entered stays until it is noted. */
export function PublishDialog({ variant }: { readonly variant: VariantDetail }) {
  const { t } = useTranslation(['post', 'calendar'])
  const { detail, timeZone, now } = useThisPost()
  const close = usePublishing((state) => state.close)
  const [opened] = useState(() => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS)
  const { id, publishedAt, permalink, channel } = variant
  const kept = useKeptDraft<PublishDraft>(`publish ${id}`, {
    at: publishedAt ?? opened,
    permalink: permalink ?? '',
  })
  const { draft } = kept
  const [isChecked, setIsChecked] = useState(false)
  const publish = useCommand(client.calendar.publish, { done: t('calendar:done.published'), errors: 'caller' })
  const address = draft.permalink.trim()
  const problems = {
    ...(draft.at === null && { at: 'incomplete' }),
    // The minute that runs has begun.
    ...(draft.at !== null && draft.at > Math.max(now, opened) && { at: 'in_future' }),
  }
  const isNoAddress = address !== '' && readWebAddress(address) === null
  const isAhead = 'at' in problems && problems.at === 'in_future'
  const errors = useFieldErrors(['at', 'permalink'], isChecked || isAhead ? problems : {}, publish.error)

  async function save() {
    setIsChecked(true)
    if (Object.keys(problems).length > 0 || isNoAddress) return
    await keepPost(detail.id)
    // Without a word about the time it is this very moment.
    const at = draft.at === opened && publishedAt === null ? null : draft.at
    if (!(await publish.run({ id, at, permalink: address === '' ? null : address }))) return
    kept.forget()
    close()
  }

  return (
    <Dialog
      isOpen
      size="s"
      title={channel === null ? t('publish.title') : t('publish.titleOn', { channel })}
      onOpenChange={(isOpen) => !isOpen && close()}
      onSubmit={() => void save()}
      footer={<Buttons isSaving={publish.isRunning} onCancel={close} />}
    >
      <div className={styles.stack}>
        {errors.general && <ErrorPanel error={errors.general} />}
        <TextField
          autoFocus
          label={t('publish.permalink')}
          type="url"
          inputMode="url"
          autoComplete="off"
          placeholder="https://"
          maxLength={2_000}
          value={draft.permalink}
          onChange={(text) => kept.change({ permalink: text })}
          description={t('publish.permalinkHelp')}
          errorMessage={isChecked && isNoAddress ? t('problems.noAddress') : errors.of('permalink').errorMessage}
        />
        <MomentField
          label={t('publish.at')}
          width="medium"
          value={draft.at}
          placeholder={opened}
          timeZone={timeZone}
          onChange={(at) => kept.change({ at })}
          {...errors.of('at')}
        />
      </div>
    </Dialog>
  )
}

function Buttons({ isSaving, onCancel }: { readonly isSaving: boolean; onCancel(): void }) {
  const { t } = useTranslation('post')
  return (
    <>
      <Button onPress={onCancel}>{t('publish.cancel')}</Button>
      <Button type="submit" variant="primary" isPending={isSaving} shortcut="mod+enter">
        {t('publish.save')}
      </Button>
    </>
  )
}
