import { useCallback } from 'react'
import type { Network } from '../../../../shared/domain/network.ts'
import { useNetworkName } from '../../../lib/network-name.ts'

interface Handle {
  readonly handle: string
  readonly network: Network
}

/** A handle with its network, where that is one of its own. */
export function useHandleText(): (handle: Handle) => string {
  const networkName = useNetworkName()
  return useCallback(
    ({ handle, network }) => (network === 'other' ? handle : `${handle} (${networkName(network)})`),
    [networkName],
  )
}
