import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Purchase, PurchaseTouch } from '../../../shared/contract/revenue.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ChannelName } from '../../ui/dot.tsx'
import { RowActions } from '../../ui/row-actions.tsx'
import { CreditTable } from './credit-table.tsx'
import styles from './revenue.module.css'
import { TouchForm } from './touch-form.tsx'
import { detailText, placeText } from './touch-text.ts'

/** What led to a purchase, in order of time, with what each model makes of it. */
export function TouchSection({ purchase }: { readonly purchase: Purchase }) {
  const { t } = useTranslation('revenue')
  const [form, setForm] = useState<PurchaseTouch | 'new' | null>(null)
  const { touches, touchCount, windowDays } = purchase
  return (
    <section className={styles.own} aria-label={t('touch.title')}>
      <div className={styles.headed}>
        <h3 className={styles.heading}>{t('touch.title')}</h3>
        <Button size="s" icon={Plus} onPress={() => setForm('new')}>
          {t('touch.add')}
        </Button>
      </div>
      <p className={styles.quiet}>
        {touches.length === 0 ? t('touch.none') : t('touch.window', { count: windowDays })}
        {touchCount > touches.length && ` ${t('touch.many', { shown: touches.length, count: touchCount })}`}
      </p>
      <ol className={styles.timeline}>
        {touches.map((touch) => (
          <TouchRow key={touch.id} touch={touch} onEdit={() => setForm(touch)} />
        ))}
      </ol>
      {touches.length > 0 && <CreditTable touches={touches} />}
      {form !== null && (
        <TouchForm purchase={purchase} touch={form === 'new' ? null : form} onClose={() => setForm(null)} />
      )}
    </section>
  )
}

function TouchRow({ touch, onEdit }: { readonly touch: PurchaseTouch; onEdit(): void }) {
  const { t } = useTranslation('revenue')
  const format = useFormat()
  const remove = useCommand(client.revenue.removeTouch, { done: t('touch.removed') })
  const name = placeText(touch, t)
  const detail = detailText(touch)
  return (
    <li className={styles.touch} data-state={touch.state}>
      <span className={styles.when}>{t('purchase.at', { day: format.day(touch.day), time: touch.time })}</span>
      <span className={styles.what}>
        <ChannelName network={touch.network}>{name}</ChannelName>
        <span className={styles.detail} title={detail}>
          {[t(`touch.kinds.${touch.kind}`), detail].filter((part) => part !== '').join(' · ')}
        </span>
      </span>
      <span className={styles.touchActions}>
        <Chip tone={touch.state === 'counts' ? 'return' : 'neutral'}>{t(`touch.states.${touch.state}`)}</Chip>
        {touch.isByHand && (
          <RowActions
            editLabel={t('touch.editNamed', { name })}
            removeLabel={t('touch.removeNamed', { name })}
            isRemoving={remove.isRunning}
            onEdit={onEdit}
            onRemove={() => void remove.run({ id: touch.id })}
          />
        )}
      </span>
    </li>
  )
}
