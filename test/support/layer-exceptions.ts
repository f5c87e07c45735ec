/**
 * Files that are allowed to break a rule of oxlint.config.ts on layers, each with a disabling comment in the file. The list may only
 * shrink: a new entry needs a reason that convinces a reviewer, and an entry that is no longer needed fails the test.
 */
export const layerExceptions: readonly string[] = []
