import { useTranslation } from 'react-i18next'
import type { ContactRow } from '../../../../shared/contract/privacy.ts'
import { TextLink } from '../../../ui/link-button.tsx'
import { useContactSheet } from './contact-store.ts'

/** A pseudonym that opens who it is. */
export function ContactLink({
  contact: { id, pseudonym },
}: {
  readonly contact: Pick<ContactRow, 'id' | 'pseudonym'>
}) {
  const { t } = useTranslation('privacy')
  const show = useContactSheet((state) => state.show)
  return (
    <TextLink aria-label={t('contact.open', { pseudonym })} onPress={() => show(id)}>
      {pseudonym}
    </TextLink>
  )
}
