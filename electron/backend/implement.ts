/** The contract as this backend implements it: procedures are built on one base that carries the context. */
import { implement } from '@orpc/server'
import { contract } from '../../shared/contract/contract.ts'
import type { BackendContext } from './backend.ts'

export const procedures = implement(contract).$context<BackendContext>()
