/**
 * In the place of `renderer/lib/api.ts` in component tests: a host that reads what a test has set, and answers commands when the test lets it.
 * `vi.mock('../../../renderer/lib/api.ts', async () => (await import('../../support/held-host.ts')).heldHost)`
 */

interface Asked {
  /** "time.add" */
  readonly path: string
  readonly input: unknown
  answer(value: unknown): void
  refuse(error: Error): void
}

/** Calls in their order, answered or not. */
export const asked: Asked[] = []
/** What reads answer, by path; what is not in here is never answered. */
export const known = new Map<string, unknown>()
/** Paths of reads that fail. */
export const failing = new Set<string>()

function read(path: string): unknown {
  if (failing.has(path)) throw new Error(`${path} failed`)
  return known.has(path) ? known.get(path) : new Promise(() => undefined)
}

function byPath<Made>(make: (path: string) => Made): Record<string, Record<string, Made>> {
  const of = <Value>(get: (name: string) => Value) => new Proxy({}, { get: (_, name) => get(String(name)) })
  return of((feature) => of((name) => make(`${feature}.${name}`)))
}

export const heldHost = {
  client: byPath((path) => (input: unknown) => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    asked.push({ path, input, answer: resolve, refuse: reject })
    return promise
  }),
  api: byPath((path) => ({
    queryOptions: (options: object = {}) => ({
      queryKey: [path.split('.'), options],
      queryFn: () => read(path),
    }),
    infiniteOptions: ({ input, ...options }: { readonly input: (cursor: null) => unknown }) => ({
      queryKey: [path.split('.'), { input: input(null) }],
      queryFn: () => read(path),
      ...options,
    }),
  })),
}

export const RECEIPT = { commandId: 'c', recordId: 7, changed: [], isUndoable: false }
