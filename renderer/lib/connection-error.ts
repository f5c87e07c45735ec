/**
 * A port that closed or a loopback server that is away: the call did not fail, it was not answered.
 * Commands carry an id, so asking again is safe whether or not the first one arrived.
 */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  // oRPC ends what waits on a closed port this way; an abort by the person's own hand reads differently.
  if (error.name === 'AbortError') return error.message.includes('[AsyncIdQueue]')
  return error instanceof TypeError
    ? /fetch|network/i.test(error.message)
    : /port|peer|channel|connection/i.test(error.message)
}

/** Asks once more after a lost connection. On the desktop the second call waits for the restarted backend. */
export async function withReconnect<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call()
  } catch (error) {
    if (!isConnectionError(error)) throw error
    return call()
  }
}
