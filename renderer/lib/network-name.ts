import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { NETWORK_NAMES, type Network } from '../../shared/domain/network.ts'

/** Names of networks are the same in every language, but for "other". */
export function useNetworkName(): (network: Network) => string {
  const { t } = useTranslation('settings')
  return useCallback((network) => (network === 'other' ? t('channels.otherNetwork') : NETWORK_NAMES[network]), [t])
}
