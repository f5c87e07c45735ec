import { Clock } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { useNow } from '../../../lib/use-now.ts'
import { Button } from '../../../ui/button.tsx'
import { MomentField } from '../../../ui/moment-field.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { useMomentText } from '../../../lib/use-moment-text.ts'
import styles from './composer.module.css'
import { enteredAt } from './entered-at.ts'
import { setGivenAt, useGivenAt } from './reply-drafts.ts'
import { useLedgerZone } from './use-ledger-zone.ts'

/** When the answer was given, where that is not now. */
export function AnswerTime({ detail }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  const givenAt = useGivenAt(detail.id)
  const now = useNow()
  const moment = useMomentText()
  return (
    <Popover
      label={t('reply.at')}
      placement="top start"
      trigger={
        <Button
          size="s"
          variant="quiet"
          icon={Clock}
          aria-label={`${t('reply.at')}: ${givenAt === null ? t('reply.atNow') : moment(givenAt, now)}`}
        >
          {givenAt === null ? t('reply.atNow') : moment(givenAt, now)}
        </Button>
      }
    >
      {(close) => <TimeForm detail={detail} givenAt={givenAt} onClose={close} />}
    </Popover>
  )
}

interface TimeFormProps {
  readonly detail: ConversationDetail
  readonly givenAt: Instant | null
  onClose(): void
}

function TimeForm({ detail, givenAt, onClose }: TimeFormProps) {
  const { t } = useTranslation('conversation')
  const timeZone = useLedgerZone()
  const [start] = useState(() => Date.now())
  const [at, setAt] = useState<Instant | null>(givenAt ?? start)
  const [isSent, setIsSent] = useState(false)
  const problem = problemOf(at, detail.receivedAt)

  function take(event: FormEvent) {
    event.preventDefault()
    setIsSent(true)
    if (at === null || problem !== null) return
    setGivenAt(detail.id, enteredAt(at, detail.receivedAt))
    onClose()
  }

  return (
    <form className={styles.time} onSubmit={take} noValidate>
      <strong>{t('reply.atTitle')}</strong>
      <MomentField
        label={t('reply.at')}
        value={at}
        onChange={setAt}
        timeZone={timeZone}
        placeholder={start}
        description={t('reply.atHelp')}
        errorMessage={isSent && problem !== null ? t(`reply.${problem}`) : undefined}
      />
      <div className={styles.timeButtons}>
        {givenAt !== null && (
          <Button
            variant="quiet"
            onPress={() => {
              setGivenAt(detail.id, null)
              onClose()
            }}
          >
            {t('reply.atForget')}
          </Button>
        )}
        <Button type="submit" variant="primary">
          {t('reply.atTake')}
        </Button>
      </div>
    </form>
  )
}

/** A minute that has begun is now; what came in within it was there. */
function problemOf(at: Instant | null, receivedAt: Instant): 'atMissing' | 'atEarly' | 'atLate' | null {
  if (at === null) return 'atMissing'
  if (enteredAt(at, receivedAt) < receivedAt) return 'atEarly'
  return at > Date.now() ? 'atLate' : null
}
