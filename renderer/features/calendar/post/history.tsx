/** Who changed what when; an earlier text can be brought back. */
import { useTranslation } from 'react-i18next'
import type { PostEvent } from '../../../../shared/contract/calendar-fields.ts'
import { client } from '../../../lib/api.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { useEventSentence } from './event-sentence.ts'
import styles from './post.module.css'
import { useThisPost } from './this-post.ts'

export function History() {
  const { t } = useTranslation('post')
  const { detail } = useThisPost()
  return (
    <Fold summary={t('history.title')}>
      <ol className={styles.history} aria-label={t('history.title')}>
        {detail.events.map((event) => (
          <Entry key={event.id} event={event} />
        ))}
      </ol>
    </Fold>
  )
}

function Entry({ event }: { readonly event: PostEvent }) {
  const format = useFormat()
  const say = useEventSentence()
  const { timeZone } = useThisPost()
  const earlier = event.kind === 'text' ? event.detail['text'] : undefined
  return (
    <li>
      <p>{say(event)}</p>
      <small>
        {[format.instant(event.at, timeZone), ...(event.person === null ? [] : [event.person])].join(' · ')}
      </small>
      {typeof earlier === 'string' && earlier !== '' && <Earlier text={earlier} />}
    </li>
  )
}

/** As much of a text as the ledger remembers. */
const KEPT_TEXT = 5_000

function Earlier({ text }: { readonly text: string }) {
  const { t } = useTranslation('post')
  const { detail, draft, typing } = useThisPost()
  const change = useChange('toast')
  async function bringBack() {
    await typing.keep()
    const { id } = detail
    await change.run((commandId) => client.calendar.edit({ commandId, id, patch: { text } }), t('done.broughtBack'))
  }
  if (text === draft.text) return null
  return (
    <Fold summary={t('history.before')}>
      <p className={styles.earlier}>{text}</p>
      {text.length >= KEPT_TEXT && <p className={styles.hint}>{t('history.cut')}</p>}
      <Button size="s" isPending={change.isRunning} onPress={() => void bringBack()}>
        {t('history.bringBack')}
      </Button>
    </Fold>
  )
}
