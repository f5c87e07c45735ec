import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { api } from '../../lib/api.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Card } from '../../ui/card.tsx'
import { KeyValues } from '../../ui/key-values.tsx'
import { TextLink } from '../../ui/link-button.tsx'
import styles from './billing.module.css'
import { clientAddress } from './billing-view.ts'
import { RetainerBar } from './retainer-bar.tsx'

const PLACE = '#time-side-billing'

/** Beside the week: the client whose retainer is the fullest. */
export function SideCard() {
  const place = usePlace()
  return place ? createPortal(<FullestCard />, place) : null
}

/** The place on the screen of time, while it is there. */
function usePlace(): Element | null {
  const [path] = useLocation()
  const [place, setPlace] = useState<Element | null>(null)
  const isTime = path === '/time'
  useEffect(() => {
    if (!isTime) return
    const look = () => setPlace(document.querySelector(PLACE))
    look()
    // The screen is read after its address is known, and its side column comes and goes with its views.
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      setPlace(null)
    }
  }, [isTime])
  return isTime ? place : null
}

function FullestCard() {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const client = useQuery(api.billing.fullest.queryOptions()).data
  if (!client?.retainer) return null
  return (
    <Card
      title={<TextLink href={clientAddress(client.id)}>{t('retainer.client', { name: client.name })}</TextLink>}
      aside={t('retainer.title')}
    >
      <div className={styles.side}>
        <RetainerBar state={client.retainer} />
        <KeyValues
          items={[
            { label: t('card.billed'), value: format.duration(client.month.billedSeconds) },
            { label: t('card.amount'), value: format.money(client.amountCents) },
          ]}
        />
      </div>
    </Card>
  )
}
