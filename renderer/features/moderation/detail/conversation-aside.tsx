/** Beside a conversation: what it took, and who the other side is. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { KeyValues } from '../../../ui/key-values.tsx'

export function ConversationAside({ id }: { readonly id: number }) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const detail = useQuery(api.moderation.detail.queryOptions({ input: { id } })).data
  if (!detail) return null
  return (
    <Card title={t('aside.title')}>
      <KeyValues
        items={[
          {
            label: t('aside.work'),
            value: `${format.duration(detail.seconds)} · ${format.money(detail.costCents)}`,
          },
          detail.contact === null ? null : { label: t('aside.contact'), value: detail.contact },
          detail.erasedOn === null ? null : { label: t('aside.erasedOn'), value: format.day(detail.erasedOn) },
        ]}
      />
    </Card>
  )
}
