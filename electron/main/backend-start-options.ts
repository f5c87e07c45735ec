import type { BackendOptions } from '../backend/backend.ts'

/** What can be said across the border of a process: no functions. */
export type BackendStartOptions = Omit<BackendOptions, 'now' | 'log'>
